/** jd export and jd import-ledger: the whole ledger as one file that verifies itself. */
import { createWriteStream } from "node:fs";
import { lstat, rename, stat, unlink } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fsyncDirectory } from "@joint-docket/ledger";
import { restoreInstallation } from "@joint-docket/server";
import { type Command, fileOf, UsageError } from "../command.ts";

export const exportLedger: Command = {
  name: "export",
  usage: "FILE",
  summary: "Writes the whole ledger to a file that verifies itself: a backup.",
  help: [
    "Check it with: python3 scripts/verify_ledger.py FILE",
    "It holds everything the ledger holds, and only your account may read it.",
  ],
  options: {},
  async run(work) {
    const file = fileOf(work);
    const there = await stat(file).catch(() => undefined);
    // A device or a pipe would be replaced by the file that takes its name.
    if (there !== undefined && !there.isFile())
      throw new UsageError(`${file} is no ordinary file; name one that can be written anew.`);
    // Under another name until it is whole: a half-written backup must not look like one.
    const draft = `${file}.part`;
    // One that a killed export left behind may be readable by others, and would stay so.
    if ((await lstat(draft).catch(() => undefined))?.isFile()) await unlink(draft);
    let entries = 0;
    try {
      await work.withInstallation(async ({ ledger }) => {
        const text = ledger.export((done, of) => {
          entries = of;
          work.progress(`${done} of ${of} entries written`);
        });
        await pipeline(
          Readable.from(text, { objectMode: true }),
          createWriteStream(draft, { mode: 0o600, flush: true }),
        );
        entries = (await ledger.cut.now()).size;
      });
      await rename(draft, file);
      fsyncDirectory(dirname(resolve(file)));
    } catch (error) {
      await unlink(draft).catch(() => undefined);
      throw error;
    }
    if (work.json) work.print(JSON.stringify({ file, entries }));
    else work.print(`${entries} entries written to ${file}.`);
    return 0;
  },
};

export const importLedger: Command = {
  name: "import-ledger",
  usage: "FILE",
  summary: "Restores an exported ledger into an empty data directory or database, verifying every line.",
  help: [
    "For example: JD_DATA=restored npx jd import-ledger backup.jsonl",
    "Nothing stays unless all of it holds: entries, tree, checkpoints and what witnesses cosigned. The keys that signed",
    "its checkpoints are those the file names, and are trusted from then on; compare them with what jd ledger shows where",
    "it was written. A ledger that a server or command has open is not replaced.",
  ],
  options: {},
  async run(work) {
    const file = fileOf(work);
    const words = { purpose: "jd import-ledger", mode: "join-or-own" as const, say: () => undefined };
    const installation = await restoreInstallation(work.config, words, file, (entries) =>
      work.progress(`${entries} entries restored`),
    );
    try {
      const { size, root } = await installation.ledger.cut.now();
      if (work.json)
        work.print(
          JSON.stringify({ ledger: installation.ledger.id, entries: size, root: root.toString("hex") }),
        );
      else work.print(`Restored ${size} entries; root ${root.toString("hex")}.`);
      return 0;
    } finally {
      await installation.close();
    }
  },
};
