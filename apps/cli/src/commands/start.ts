/** jd start: the server. */
import { startServer } from "@joint-docket/server";
import type { Command } from "../command.ts";

export const start: Command = {
  name: "start",
  usage: "",
  summary: "Starts the server and prints its address.",
  help: [
    "PORT (4810), HOST (127.0.0.1), JD_DATA (.data), DATABASE_URL, JD_TIME_ZONE, JD_WITNESSES, JD_CHECKPOINT_SECONDS (3), JD_PUBLIC_RECORD (none leaves a new ledger empty).",
  ],
  options: {},
  async run({ config, print }) {
    const server = await startServer(config, print);
    print(`Joint Docket is ready at ${server.address}`);
    const stopped = new Promise<"stopped">((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
        process.once(signal, () => resolve("stopped"));
    });
    const ended = await Promise.race([stopped, server.lost.then(() => "lost" as const)]);
    if (ended === "stopped") print("Stopping.");
    else
      process.stderr.write(
        "The database stopped under the server; nothing that was acknowledged is lost.\nStart again with npm start.\n(database-lost)\n",
      );
    // A second Ctrl-C does not wait.
    process.once("SIGINT", () => process.exit(130));
    await server.stop();
    return ended === "stopped" ? 0 : 2;
  },
};
