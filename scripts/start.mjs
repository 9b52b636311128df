/** npm start: installs what is missing, builds what changed, and starts the server. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build, install, ROOT } from "./toolbox.mjs";

await install();
await build();

const server = spawn(
  process.execPath,
  [join(ROOT, "apps/cli/bin/jd.js"), "start", ...process.argv.slice(2)],
  { cwd: ROOT, stdio: "inherit" },
);
// Ctrl-C reaches the server by itself, which stops in order; this process only waits for it.
for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => undefined);
process.on("SIGTERM", () => server.kill("SIGTERM"));
server.on("close", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
