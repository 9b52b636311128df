/** jd verify: has anything been changed? */
import { readFileSync } from "node:fs";
import { readWitnessFile } from "@joint-docket/ledger";
import { type Command, text, texts, UsageError } from "../command.ts";

export const verify: Command = {
  name: "verify",
  usage: "[--witness FILE [--witness-key KEY …]] [--key KEY …]",
  summary:
    "Verifies every entry, the tree, every checkpoint and, with a witness's file, that nothing was cut off or rewritten.",
  help: [
    "--witness FILE     the checkpoints.txt that a witness keeps",
    "--witness-key KEY  the witness's verifier key, which must have cosigned each of them, besides those of JD_WITNESSES;",
    "                   repeatable. Where no key is known, the file is taken as it is given",
    "--key KEY          a verifier key to trust besides this installation's own, as after its keys were lost; repeatable",
    "",
    "Entries, tree, purges and checkpoints are held against each other, against the keys in the data directory, and",
    "against the newest checkpoint that this installation signed. jd rebuild proves the tables figures are read from.",
    "",
    "Exit code 1 when anything does not hold.",
  ],
  options: {
    witness: { type: "string" },
    "witness-key": { type: "string", multiple: true },
    key: { type: "string", multiple: true },
  },
  async run({ values, config, json, print, progress, withInstallation }) {
    const file = text(values.witness);
    const named = texts(values["witness-key"]);
    if (file === undefined && named.length > 0)
      throw new UsageError("--witness-key goes with --witness FILE.");
    const witnessKeys = [...named, ...config.witnesses.map(({ verifierKey }) => verifierKey)];
    const witnessed = file === undefined ? [] : readWitnessFile(readFileSync(file, "utf8"), witnessKeys);
    if (file !== undefined && witnessed.length === 0)
      throw new UsageError(`${file} holds no checkpoint, so there is nothing to hold the ledger against.`);
    const found = await withInstallation(({ ledger }) =>
      ledger.verify(
        witnessed,
        (entries, of) => progress(`${entries} of ${of} entries verified`),
        texts(values.key),
      ),
    );
    if (json) print(JSON.stringify(found));
    else {
      for (const { seq, problem } of found.problems) print(`at ${seq}: ${problem}`);
      print(
        found.ok
          ? `The ledger holds: ${found.entries} entries, root ${found.root}. The tables figures are read from are proved by jd rebuild.`
          : `${found.problems.length} problems in ${found.entries} entries.`,
      );
      if (file !== undefined && witnessKeys.length === 0)
        print("No key of the witness is known, so its file was taken as given; name one with --witness-key.");
    }
    return found.ok ? 0 : 1;
  },
};
