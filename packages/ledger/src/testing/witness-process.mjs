/** A witness in a process of its own, as a partner agency would run it: the tests stop it like any other program. */
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const [dir, ...trusted] = process.argv.slice(2);
const door = fileURLToPath(new URL("../proof/index.ts", import.meta.url));
const { module } = await runnerImport(door, { configFile: false, logLevel: "error" });
const witness = await module.startWitness({ dir, port: 0, name: "witness.example/test", trusted });
process.send({ url: witness.url, verifierKey: witness.verifierKey });
process.on("disconnect", () => void witness.close().then(() => process.exit(0)));
