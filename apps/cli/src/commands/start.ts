/** jd start: the server. */
import { startServer } from "@joint-docket/server";
import type { Command } from "../command.ts";
import { diskIsFull } from "../disk.ts";

export const start: Command = {
  name: "start",
  usage: "",
  summary: "Starts the server and prints its address.",
  help: [
    "PORT (4810), HOST (127.0.0.1), JD_DATA (.data), DATABASE_URL, JD_TIME_ZONE, JD_WITNESSES, JD_CHECKPOINT_SECONDS (3), JD_PUBLIC_RECORD (none leaves a new ledger empty).",
  ],
  options: {},
  async run({ config, print, stopped: asked }) {
    const log = (line: string) => process.stderr.write(`${new Date().toISOString()} ${line}\n`);
    // A server goes on, and ends in order, where nobody reads what it prints: its terminal may be gone.
    process.stdout.removeAllListeners("error").on("error", () => undefined);
    process.stderr.on("error", () => undefined);
    // Asked to stop while it starts, it finishes the start and then stops in order.
    const stopped = asked().then(() => "stopped" as const);
    const server = await startServer(config, print, log);
    print(`Joint Docket is ready at ${server.address}`);
    const ended = await Promise.race([stopped, server.lost.then(() => "lost" as const)]);
    if (ended === "stopped") print("Stopping.");
    else
      process.stderr.write(
        diskIsFull(config)
          ? "The disk is full, and the database stopped; nothing that was acknowledged is lost.\nFree space, then start again with npm start.\n(disk-full)\n"
          : "The database stopped under the server; nothing that was acknowledged is lost.\nStart again with npm start.\n(database-lost)\n",
      );
    await server.stop();
    return ended === "stopped" ? 0 : 2;
  },
};
