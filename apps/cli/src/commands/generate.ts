/** jd generate: a synthetic docket as an import file, for practice, demonstration and measurement. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, stat, unlink } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  announcement,
  docket,
  MOST_ENTRIES,
  readEntries,
  readScenario,
  readSeed,
  scenarios,
} from "@joint-docket/taskforce/synthetic";
import { type Command, text, UsageError, type Work } from "../command.ts";

/** Characters written at once. */
const PIECE = 1 << 16;
const DEFAULT_SEED = "1";

interface Written {
  entries: number;
  readonly hash: ReturnType<typeof createHash>;
}

/** The rows as lines, in pieces, so that memory holds only the piece at hand. */
function* pieces(rows: Iterable<object>, written: Written, progress: Work["progress"]): Generator<string> {
  let piece = "";
  for (const row of rows) {
    piece += `${JSON.stringify(row)}\n`;
    written.entries += 1;
    if (piece.length < PIECE) continue;
    written.hash.update(piece);
    progress(`${written.entries} entries written`);
    yield piece;
    piece = "";
  }
  written.hash.update(piece);
  yield piece;
}

function rowsOf({ values }: Work, seed: number): Iterable<object> {
  const [entries, scenario] = [text(values.entries), text(values.scenario)];
  const asked = entries === undefined ? undefined : readEntries(entries);
  if (scenario !== undefined && readScenario(scenario) === "announcement") return announcement(seed, asked);
  if (asked === undefined) throw new UsageError("Say how many entries: --entries N.");
  return docket(asked, seed);
}

export const generate: Command = {
  name: "generate",
  usage: "WHAT --entries N --seed S --out FILE [--scenario announcement]",
  summary: "Writes a synthetic docket as an import file: made up by a program, and marked so everywhere.",
  help: [
    "For example: jd generate docket --entries 10000 --seed 7 --out docket.jsonl",
    "",
    "WHAT             docket",
    `--entries N      how many entries, 1 to ${MOST_ENTRIES.toLocaleString("en-US")}`,
    "--seed S         a whole number from 0; the same seed gives the same file to the byte (1 where left out)",
    "--out FILE       the file to write; jd import takes it",
    `--scenario NAME  ${scenarios.join(", ")}: as many arrests, convictions and sentences as were claimed in public on each`,
    "                 day, among them exactly 305, 242 and 175 on June 5, 2024. It has a size of its own; with more",
    "                 --entries, cases of earlier years follow that change none of its figures",
    "",
    "Everything in it cites synthetic sources, by which pages and exports mark it. docs/synthetic.md says more.",
  ],
  options: {
    entries: { type: "string" },
    seed: { type: "string" },
    out: { type: "string" },
    scenario: { type: "string" },
  },
  async run(work) {
    const { values, positionals, json, print, progress } = work;
    if (positionals.length !== 1 || positionals[0] !== "docket")
      throw new UsageError("Say what to generate: jd generate docket.");
    const file = text(values.out);
    if (file === undefined) throw new UsageError("Name the file to write: --out FILE.");
    const seed = readSeed(text(values.seed) ?? DEFAULT_SEED);
    const rows = rowsOf(work, seed);
    const there = await stat(file).catch(() => undefined);
    if (there !== undefined && !there.isFile())
      throw new UsageError(`${file} is no ordinary file; name one that can be written anew.`);
    // Under another name until it is whole: half a docket must not look like one.
    const draft = `${file}.part`;
    const written: Written = { entries: 0, hash: createHash("sha256") };
    try {
      await pipeline(
        Readable.from(pieces(rows, written, progress)),
        createWriteStream(draft, { flush: true }),
      );
      await rename(draft, file);
    } catch (error) {
      await unlink(draft).catch(() => undefined);
      throw error;
    }
    progress("");
    const scenario = text(values.scenario) ?? null;
    const sha256 = written.hash.digest("hex");
    if (json)
      print(JSON.stringify({ file, entries: written.entries, seed, scenario, synthetic: true, sha256 }));
    else
      print(
        `${written.entries} synthetic entries written to ${file}.\nsha256 ${sha256}\nThey are made up by a program; take them into the record with: jd import ${file}`,
      );
    return 0;
  },
};
