/** jd verify: has anything been changed? */
import { readFileSync } from "node:fs";
import { readWitnessFile } from "@joint-docket/ledger";
import { type Command, text } from "../command.ts";

export const verify: Command = {
  name: "verify",
  usage: "[--witness FILE]",
  summary:
    "Verifies every entry, the tree, every checkpoint and, with a witness's file, that nothing was cut off or rewritten.",
  help: [
    "--witness FILE  the checkpoints.txt that a witness keeps",
    "",
    "Exit code 1 when anything does not hold.",
  ],
  options: { witness: { type: "string" } },
  async run({ values, json, print, progress, withInstallation }) {
    const file = text(values.witness);
    const witnessed = file === undefined ? [] : readWitnessFile(readFileSync(file, "utf8"));
    const found = await withInstallation(({ ledger }) =>
      ledger.verify(witnessed, (entries, of) => progress(`${entries} of ${of} entries verified`)),
    );
    if (json) print(JSON.stringify(found));
    else {
      for (const { seq, problem } of found.problems) print(`at ${seq}: ${problem}`);
      print(
        found.ok
          ? `The ledger holds: ${found.entries} entries, root ${found.root}.`
          : `${found.problems.length} problems in ${found.entries} entries.`,
      );
    }
    return found.ok ? 0 : 1;
  },
};
