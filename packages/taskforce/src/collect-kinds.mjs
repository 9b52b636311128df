/**
 * Lists every kind in kinds.generated.ts, so that adding a kind is adding its one file:
 * `node packages/taskforce/src/collect-kinds.mjs` (with `--check`: only tells whether the list is current).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "kinds.generated.ts");
const KIND = /^export const (\w+) = defineKind\(\{\s*kind: "([^"]+)"/gm;

function kindFiles() {
  return readdirSync(here)
    .filter((subject) => existsSync(join(here, subject, "kinds")))
    .flatMap((subject) => readdirSync(join(here, subject, "kinds")).map((file) => `${subject}/kinds/${file}`))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"));
}

/** Every kind with the file that defines it, by name; a file must define exactly one. */
function kindsFound() {
  const found = kindFiles().map((path) => {
    const defined = [...readFileSync(join(here, path), "utf8").matchAll(KIND)];
    if (defined.length !== 1) throw new Error(`${path} must define exactly one kind, not ${defined.length}.`);
    const [, exported, kind] = defined[0];
    return { exported, kind, path: `./${path}` };
  });
  return found.sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** The text that kinds.generated.ts must have. */
function generated() {
  const kinds = kindsFound();
  return [
    "/** Every kind of entry, by name. Written by collect-kinds.mjs; do not edit. */",
    'import type { Kind } from "@joint-docket/ledger/pure";',
    ...kinds.map(({ exported, path }) => `import { ${exported} } from "${path}";`),
    "",
    "export const kinds: readonly Kind[] = [",
    ...kinds.map(({ exported }) => `  ${exported} as Kind,`),
    "];",
    "",
  ].join("\n");
}

if (!process.argv.includes("--check")) writeFileSync(target, generated());
else if (!existsSync(target) || readFileSync(target, "utf8") !== generated()) {
  console.error("kinds.generated.ts is not current. Run: node packages/taskforce/src/collect-kinds.mjs");
  process.exitCode = 1;
}
