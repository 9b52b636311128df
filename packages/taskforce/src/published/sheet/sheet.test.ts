/** The fact sheet over a small docket: every line's digits, its break-downs with small counts hidden, its marks, and the past's digits for a past day. */
import { type Actor, type Id, type Ledger, OPEN_LABEL } from "@joint-docket/ledger";
import { print } from "@joint-docket/paper";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { expect, it } from "vitest";
import { kinds } from "../../kinds.generated.ts";
import { Docket } from "../../results/fixtures/docket.ts";
import { framed, parseFrame } from "../../results/index.ts";
import { sheetCsv } from "./csv.ts";
import { notesOn } from "./notes.ts";
import { sheetPaper } from "./paper.ts";
import { type FactSheet, factSheet, type SheetFigure } from "./sheet.ts";
import { LEAST_SHOWN } from "./suppress.ts";

const SEAT: Actor = { ...clerk, id: "local-operator", labels: [OPEN_LABEL] };

async function sheetOf(ledger: Ledger, query: Parameters<typeof parseFrame>[0] = {}): Promise<FactSheet> {
  const { frame, today } = await framed(ledger, parseFrame(query));
  const day = frame.knownOn ?? today;
  return ledger.read(SEAT, (reader) => factSheet(reader, frame, { day, leastShown: LEAST_SHOWN }));
}

const figures = ({ parts }: FactSheet) => parts.flatMap((part) => part.figures);
const line = (sheet: FactSheet, measure: string) =>
  figures(sheet).find((one) => one.measure === measure) as SheetFigure;
const values = (sheet: FactSheet) =>
  Object.fromEntries(figures(sheet).map(({ measure, value }) => [measure, value]));

/** Records one entry and gives its record. */
async function record(ledger: Ledger, kind: string, body: object, more: object = {}): Promise<Id> {
  const { entries } = await ledger.append(clerk, [{ kind, body, ...more } as never]);
  return entries[0]?.subject as Id;
}

async function extradited(ledger: Ledger, docket: Docket, country: string): Promise<void> {
  const inCase = await docket.opened();
  const defendant = await docket.joined(inCase);
  const source = await docket.source();
  const request = await record(
    ledger,
    "extradition.requested",
    { case: inCase.record, defendant: defendant.record, country, form: "formal" },
    { source, occurred: "2022-01-10" },
  );
  await record(
    ledger,
    "extradition.surrendered",
    { district: "TXS" },
    { subject: request, source, occurred: "2022-06-01" },
  );
}

onEveryServer("the fact sheet", (open) => {
  it("is empty, and says so plainly, over an empty record", async () => {
    const { ledger } = await open(kinds);
    const sheet = await sheetOf(ledger);
    expect(new Set(Object.values(values(sheet)))).toEqual(new Set([0]));
    expect(sheet.growth.map(({ reported }) => reported)).toEqual([[], []]);
    expect(notesOn(sheet).mark).toBeNull();
    expect(
      (await print(sheetPaper(sheet, { language: "es", cut: "x", made: new Date(0) }))).length,
    ).toBeGreaterThan(1000);
  });

  it("gives a past day's digits for a past day", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    const later = (await docket.dated("2024-06-20")).record;
    const inCase = await docket.opened();
    await docket.arrested(inCase, await docket.joined(inCase), "2022-03-01");
    const then = await sheetOf(ledger, { asKnownOn: "2024-05-31" });
    await docket.arrested(inCase, await docket.joined(inCase), "2022-04-01", { source: later });
    await docket.reported("arrests", { operator: "more-than", value: 300 }, "2024-05-31");
    await docket.reported("arrests", { operator: "exactly", value: 305 }, "2024-06-05", { source: later });
    const again = await sheetOf(ledger, { asKnownOn: "2024-05-31" });
    expect(values(again)).toEqual(values(then));
    expect(line(again, "arrests")).toMatchObject({ value: 1, sourcesInAll: 1, unsourced: 0 });
    expect(line(again, "arrests").reported.map(({ value }) => value)).toEqual([300]);
    const now = await sheetOf(ledger);
    expect(line(now, "arrests").value).toBe(2);
    expect(line(now, "arrests").reported.map(({ value }) => value)).toEqual([305, 300]);
  });

  it("keeps the two growth claims apart and counts neither", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    await docket.reported(
      "doj.defendants_charged.growth",
      { operator: "more-than", value: 25 },
      "2024-05-31",
    );
    await docket.reported("doj.felony_prosecutions.growth", { operator: "exactly", value: 27 }, "2024-05-31");
    const sheet = await sheetOf(ledger);
    expect(
      sheet.growth.map(({ measure, reported }) => [measure, reported.map(({ value }) => value)]),
    ).toEqual([
      ["doj.defendants_charged.growth", [25]],
      ["doj.felony_prosecutions.growth", [27]],
    ]);
    expect(figures(sheet).some(({ measure }) => measure.includes("growth"))).toBe(false);
  });

  it("hides who was extradited from where while they are few, on the page, in the file and on paper", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    for (const country of ["GT", "GT", "GT", "GT", "MX", "MX", "HN"])
      await extradited(ledger, docket, country);
    const sheet = await sheetOf(ledger);
    const { value, breakdown } = line(sheet, "extraditions");
    expect(value).toBe(7);
    expect(breakdown?.cells.map(({ key, value: cell }) => [key, cell])).toEqual([
      ["GT", 4],
      ["HN", null],
      ["MX", null],
    ]);
    expect(
      notesOn(sheet)
        .notShown.map(({ en }) => en)
        .join(),
    ).toContain("fewer than 3 people");
    const csv = sheetCsv(sheet, "x");
    expect(csv).toContain('"group","prosecution","extraditions",1,"Extraditions","country","HN",,');
    const paper = JSON.stringify(sheetPaper(sheet, { language: "en", cut: "x", made: new Date(0) }));
    expect(paper).toContain('["Honduras","not shown"]');
  });

  it("marks what is made up, on the sheet, in the file and at the head of every page", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    const source = await record(ledger, "source.described", {
      title: "Trial docket",
      sourceKind: "synthetic",
      dated: "2024-01-01",
    });
    const inCase = await docket.opened();
    await docket.arrested(inCase, await docket.joined(inCase), "2022-03-01", { source });
    const sheet = await sheetOf(ledger);
    expect(sheet.synthetic).toBe(1);
    expect(line(sheet, "arrests").synthetic).toBe(1);
    const mark = "Synthetic record: made up by a program, not a real case (1 entry on this sheet).";
    expect(notesOn(sheet).mark?.en).toBe(mark);
    expect(sheetCsv(sheet, "x")).toContain(mark);
    expect(sheetPaper(sheet, { language: "en", cut: "x", made: new Date(0) }).mark).toBe(mark);
  });
});
