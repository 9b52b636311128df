/** jd witness: a partner agency's second pair of eyes. */
import { startWitness } from "@joint-docket/ledger";
import { type Command, text, UsageError } from "../command.ts";

export const witness: Command = {
  name: "witness",
  usage: "--dir DIR --name NAME --trust VERIFIER-KEY [--port PORT]",
  summary:
    "Runs a witness: it cosigns a ledger's checkpoints and would notice a cut-off tail or a rewritten past.",
  help: [
    "--dir DIR     where it keeps its key, the last checkpoint and checkpoints.txt (for jd verify --witness)",
    "--trust KEY   the ledger's verifier key, as the Record room and jd ledger show it",
    "--port PORT   default 4820; it listens on loopback",
    "",
    'Then start the server with JD_WITNESSES="http://127.0.0.1:4820 WITNESS-KEY".',
  ],
  options: {
    dir: { type: "string" },
    name: { type: "string" },
    trust: { type: "string", multiple: false },
    port: { type: "string" },
  },
  async run({ values, print, stopped }) {
    const [dir, name, trusted] = [text(values.dir), text(values.name), text(values.trust)];
    if (dir === undefined || name === undefined || trusted === undefined)
      throw new UsageError("A witness needs --dir, --name and --trust. See jd witness --help.");
    const port = Number(text(values.port) ?? 4820);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UsageError(`--port is a number from 0 to 65535; not “${text(values.port)}”.`);
    const running = await startWitness({
      dir,
      name,
      port,
      trusted: [trusted],
    });
    print(`The witness is ready at ${running.url}\nIts verifier key: ${running.verifierKey}`);
    await stopped();
    await running.close();
    return 0;
  },
};
