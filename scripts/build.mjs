/** npm run build: everything that runs, where a source changed. */
import { build, install, say } from "./toolbox.mjs";

await install();
await build();
say("Built.");
