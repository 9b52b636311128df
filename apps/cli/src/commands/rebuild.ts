/** jd rebuild: the projections anew from the entries. */
import type { Command } from "../command.ts";

export const rebuild: Command = {
  name: "rebuild",
  usage: "",
  summary: "Rebuilds every projection from the entries and says whether the outcome is identical.",
  help: ["Readers wait until it is done. Exit code 1 when a table held something else than the entries say."],
  options: {},
  async run({ json, print, progress, withInstallation }) {
    const rebuilt = await withInstallation(({ ledger }) =>
      ledger.rebuild((entries) => progress(`${entries} entries projected`)),
    );
    if (json) print(JSON.stringify(rebuilt));
    else
      print(
        rebuilt.identical
          ? `Rebuilt from ${rebuilt.entries} entries: identical.`
          : `Rebuilt from ${rebuilt.entries} entries; these tables held something else: ${rebuilt.changed.join(", ")}.`,
      );
    return rebuilt.identical ? 0 : 1;
  },
};
