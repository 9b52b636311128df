/** jd import: a file of rows into the record. */
import {
  accessSync,
  closeSync,
  constants,
  createReadStream,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import { localOperator } from "@joint-docket/taskforce/access";
import {
  badRows,
  formatOf,
  type ImportReport,
  importRows,
  readLines,
  readMapping,
} from "@joint-docket/taskforce/exchange";
import { type Command, fileOf, oneOf, text, UsageError, type Work } from "../command.ts";

function startOf(file: string): string {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(1000);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0)).toString("utf8");
  } finally {
    closeSync(descriptor);
  }
}

function mappingOf(file: string | undefined, kind: string | undefined) {
  let read: unknown = {};
  if (file !== undefined) {
    try {
      read = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
      if (error instanceof SyntaxError) throw new UsageError(`${file} is not JSON: ${error.message}.`);
      throw error;
    }
  }
  const mapping = readMapping(read);
  return kind === undefined ? mapping : { ...mapping, constants: { ...mapping.constants, kind } };
}

function tell(report: ImportReport, preview: boolean, { print }: Work): void {
  for (const { line, sentence } of report.preview.slice(0, 20)) print(`line ${line}: ${sentence.en}`);
  for (const { line, field, value, message, remedy, code } of report.refused.slice(0, 50)) {
    const shown = value === null ? "" : ` (${JSON.stringify(value)})`;
    print(`line ${line}${field === null ? "" : `, ${field}`}${shown}: ${message}\n    ${remedy} [${code}]`);
  }
  if (report.refused.length > 50)
    print(`… and ${report.refused.length - 50} more; write them all with --refused FILE.`);
  if (
    report.accepted + report.corrected + report.unchanged + report.refused.length === 0 &&
    !report.cancelled
  )
    print("The file holds no rows.");
  const would = preview ? "would be " : "";
  print(
    `${report.accepted} ${would}accepted, ${report.corrected} ${would}corrected, ${report.unchanged} unchanged, ${report.refused.length} refused${report.cancelled ? "; cancelled" : ""}.`,
  );
}

export const importFile: Command = {
  name: "import",
  begins: true,
  usage: "FILE [--preview] [--correct] [--format csv|jsonl] [--map FILE] [--kind KIND] [--refused FILE]",
  summary: "Imports rows: good ones are recorded once, bad ones named with line, field, value and remedy.",
  help: [
    "--preview       judge the first 10,000 rows and record nothing",
    "--correct       take a row whose content changed as a correction",
    "--map FILE      JSON that names the field each CSV column fills",
    "--kind KIND     the kind of every row",
    "--refused FILE  write the refused rows back, each with its reasons; mend them there and import that file",
    "",
    "A row has a stable key: the same file twice changes nothing. Ctrl-C cancels; what was recorded stays.",
    "docs/import.md explains the format.",
  ],
  options: {
    preview: { type: "boolean" },
    correct: { type: "boolean" },
    format: { type: "string" },
    map: { type: "string" },
    kind: { type: "string" },
    refused: { type: "string" },
  },
  async run(work) {
    const { values, json, print, progress, withInstallation } = work;
    const file = fileOf(work);
    const format = oneOf(
      "format",
      values.format,
      ["csv", "jsonl"] as const,
      formatOf(basename(file), startOf(file)),
    );
    const mapping = mappingOf(text(values.map), text(values.kind));
    const preview = values.preview === true;
    const out = text(values.refused);
    // Said now: after the import its report would be the price.
    if (out !== undefined) {
      accessSync(dirname(out), constants.W_OK);
      if (existsSync(out) && realpathSync(out) === realpathSync(file))
        throw new UsageError(
          "The refused rows would be written over the file itself; name another with --refused.",
        );
    }
    const cancel = new AbortController();
    const end = async () => {
      await work.stopped();
      progress("Ending after the rows in hand; what was recorded stays.");
      cancel.abort();
    };
    void end();
    const answer = await withInstallation(async ({ ledger }) => {
      const report = await importRows(
        ledger,
        localOperator,
        readLines(createReadStream(file), format, mapping),
        {
          format,
          preview,
          correct: values.correct === true,
          signal: cancel.signal,
          say: ({ read, accepted, refused }) =>
            progress(`${read} rows read, ${accepted} accepted, ${refused} refused`),
        },
      );
      // The next checkpoint covers these rows as well; what is recorded must not look lost for want of this one.
      await ledger.checkpoints.tick().catch(() => undefined);
      const seal = async (size: number) => ledger.cut.seal(await ledger.cut.at(size));
      return { report, cut: { before: await seal(report.before), after: await seal(report.after) } };
    });
    const { report, cut } = answer;
    if (json) {
      const { accepted, corrected, unchanged, cancelled } = report;
      const refused = report.refused.map(({ raw: _raw, columns: _columns, ...row }) => row);
      print(
        JSON.stringify({
          accepted,
          corrected,
          unchanged,
          refused,
          cancelled,
          ...(preview ? { preview: report.preview } : { cut }),
        }),
      );
    } else {
      tell(report, preview, work);
      if (!preview && report.accepted + report.corrected > 0)
        print(`Known before: jd results --cut ${cut.before}\nKnown after:  jd results --cut ${cut.after}`);
    }
    if (out !== undefined) writeFileSync(out, badRows(report.refused, format));
    return report.refused.length > 0 || report.cancelled ? 1 : 0;
  },
};
