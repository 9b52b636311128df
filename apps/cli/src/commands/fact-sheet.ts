/** jd fact-sheet: the announcement's list rebuilt from the record, on the screen, as CSV, as JSON or as a tagged PDF. */
import { writeFileSync } from "node:fs";
import type { Language } from "@joint-docket/ledger";
import { localOperator } from "@joint-docket/taskforce/access";
import {
  type FactSheet,
  factSheet,
  notesOn,
  sayValueIn,
  sheetCsv,
  sheetPaper,
} from "@joint-docket/taskforce/published";
import { framed } from "@joint-docket/taskforce/results";
import { type Command, frameOf, frameOptions, oneOf, text, type Work } from "../command.ts";
import { table } from "../table.ts";

function tell(sheet: FactSheet, cut: string, language: Language, { print: say }: Work): void {
  const { mark, frame, notShown } = notesOn(sheet);
  if (mark) say(`${mark[language]}\n`);
  say(`${frame[language]}\n`);
  for (const { title, figures } of sheet.parts) {
    const rows = figures.flatMap((figure) => {
      const { title: name, value, counts, measure, entries, cases, reported, breakdown } = figure;
      const words = value === null ? "–" : sayValueIn(value, counts, measure)[language];
      return [
        [name[language], words, String(entries), String(cases), reported[0]?.sentence[language] ?? "–"],
        ...(breakdown?.cells ?? []).map((cell) => [
          `  ${cell.title[language]}`,
          cell.value === null ? (language === "en" ? "not shown" : "no se muestra") : String(cell.value),
          "",
          "",
          "",
        ]),
      ];
    });
    const headings =
      language === "en"
        ? ["value", "entries", "cases", "reported"]
        : ["valor", "asientos", "casos", "informado"];
    say(`${table([title[language], ...headings], rows)}\n`);
  }
  for (const { title, reported } of sheet.growth)
    say(`${title[language]}: ${reported[0]?.sentence[language] ?? "–"}`);
  say("");
  for (const note of notShown) say(`- ${note[language]}`);
  say(`\njd fact-sheet --cut ${cut}`);
}

export const factSheetCommand: Command = {
  name: "fact-sheet",
  usage:
    "[--as-known-on DATE | --cut TOKEN] [--basis …] [--population …] [--since DATE|none] [--pdf FILE] [--csv FILE] [--language en|es]",
  summary: "Rebuilds the announcement's results from the record, every line with what stands behind it.",
  help: [
    "--pdf FILE       writes it as a tagged PDF",
    "--csv FILE       writes it as CSV: a line for each figure, group, claim and source",
    "--language       en (default) or es",
    "The other options are those of jd results.",
  ],
  options: {
    ...frameOptions,
    pdf: { type: "string" },
    csv: { type: "string" },
    language: { type: "string" },
  },
  async run(work) {
    const { values, json, print: say, withInstallation, config } = work;
    const language = oneOf("language", values.language, ["en", "es"] as const, "en");
    const query = frameOf(values);
    const [pdf, csv] = [text(values.pdf), text(values.csv)];
    return withInstallation(async ({ ledger }) => {
      const { frame, cut } = await framed(ledger, query);
      const sheet = await ledger.read(localOperator, (reader) =>
        factSheet(reader, frame, { day: cut.seen.day, leastShown: config.leastShown }),
      );
      const token = ledger.cut.seal(cut);
      if (pdf !== undefined) {
        // The printer takes longer to load than all the rest of jd, and no other command needs it.
        const { print } = await import("@joint-docket/paper");
        writeFileSync(pdf, await print(sheetPaper(sheet, { language, cut: token, made: new Date() })));
      }
      if (csv !== undefined) writeFileSync(csv, sheetCsv(sheet, token));
      if (json) say(JSON.stringify({ cut: token, ...sheet, ...notesOn(sheet) }));
      else if (pdf === undefined && csv === undefined) tell(sheet, token, language, work);
      else
        say(
          [pdf, csv]
            .filter((file) => file !== undefined)
            .map((file) => `Written: ${file}`)
            .join("\n"),
        );
      return 0;
    });
  },
};
