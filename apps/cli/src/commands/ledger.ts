/** jd ledger: what the ledger is, for whoever verifies or witnesses it. */
import type { Command } from "../command.ts";

export const ledger: Command = {
  name: "ledger",
  usage: "",
  summary: "Shows the ledger's identity, head, root and verifier keys.",
  options: {},
  async run({ json, print, withInstallation }) {
    const shown = await withInstallation(async ({ ledger: open }) => {
      const { size, root } = await open.cut.now();
      return {
        ledger: open.id,
        origin: open.checkpoints.origin,
        entries: size,
        root: root.toString("hex"),
        verifierKeys: await open.verifierKeys(),
      };
    });
    if (json) print(JSON.stringify(shown));
    else
      print(
        `ledger   ${shown.ledger}\norigin   ${shown.origin}\nentries  ${shown.entries}\nroot     ${shown.root}\n${shown.verifierKeys.map((key) => `key      ${key}`).join("\n")}`,
      );
    return 0;
  },
};
