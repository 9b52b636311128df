/** npm run check: the fast static checks. */
import { check } from "./checks.mjs";
import { install, say } from "./toolbox.mjs";

await install();
let failed = 0;
for (const { name, ok, output } of await check()) {
  say(`${ok ? "✓" : "✗"} ${name}`);
  if (!ok) {
    failed += 1;
    say(output);
  }
}
process.exit(failed === 0 ? 0 : 1);
