#!/usr/bin/env node
// Runs the built command; `npm start`, `npm test` or `npm run build` builds it.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = fileURLToPath(new URL("../dist/main.js", import.meta.url));
if (!existsSync(built)) {
  process.stderr.write(
    "jd is not built yet. Run `npm start`, or `npm run build`, once from the project's folder.\n",
  );
  process.exit(2);
}
await import(built);
