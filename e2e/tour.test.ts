/** The product's main job as a person does it: see a figure, open it to its sources, import, correct, look back, verify. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { ask, inBrowser, open, settled, type Visit, visit } from "./visit.ts";

const FILE = new URL("../docs/tour/arrests-of-may.csv", import.meta.url);
const text = readFileSync(FILE, "utf8");
const mended = text.replace("2024-05-32", "2024-05-31");

const headSize = async () => (await ask<{ head: { size: number } }>("/ledger")).head.size;

async function arrests(): Promise<number> {
  const { measures } = await ask<{ measures: { measure: string; value: number }[] }>("/results");
  const value = measures.find(({ measure }) => measure === "arrests")?.value;
  if (value === undefined) throw new Error("The results name no arrests.");
  return value;
}

/** The number of a figure on the page Results, as a person reads it. */
async function shownArrests(page: Page): Promise<number> {
  await settled(page);
  const number = page.getByRole("link", { name: /, Arrests: open the entries$/ });
  return Number(await number.innerText());
}

async function choose(page: Page, name: string, content: string): Promise<void> {
  await open(page, "/import");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

async function preview(page: Page, name: string, content: string): Promise<void> {
  await choose(page, name, content);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("heading", { name: "Preview of an import" }).waitFor();
  await page.getByRole("heading", { name: "Import the good rows" }).waitFor();
}

/** What the report says beside a term, such as “Rows added”. */
function counted(page: Page, term: string): Promise<string> {
  return page
    .locator("dt", { hasText: new RegExp(`^${term}$`) })
    .locator("+ dd")
    .innerText();
}

inBrowser("a person who has never seen it", () => {
  let here: Visit;
  let before = 0;
  let imported = 0;

  beforeAll(async () => {
    before = await arrests();
    here = await visit();
  });
  afterAll(() => here?.leave());

  test("sees a figure and opens it to an entry, its case and its source", async () => {
    const { page } = here;
    await open(page, "/");
    expect(await shownArrests(page)).toBe(before);
    await page
      .getByText(/Reported: more than/)
      .first()
      .waitFor();

    const past = page.getByRole("link", { name: /, as known on Dec 31, 2024: open the entries$/ });
    const value = await past.innerText();
    await past.click();
    await page.getByRole("heading", { level: 1, name: `Arrests: ${value}` }).waitFor();
    await page.goBack();

    await page.getByRole("link", { name: /, Arrests: open the entries$/ }).click();
    await page.getByRole("heading", { level: 1, name: `Arrests: ${before}` }).waitFor();
    const table = page.getByRole("table", { name: "Entries that make up the figure" });
    await table.waitFor();
    const weights = await table
      .getByRole("cell")
      .locator("xpath=self::*[@data-label='Counts as']")
      .allInnerTexts();
    expect(weights.map(Number).reduce((sum, one) => sum + one, 0)).toBe(before);

    await page.getByRole("link", { name: /^Left out \(/ }).click();
    await page.getByRole("table", { name: "Why entries were left out" }).waitFor();
    await page.getByRole("link", { name: /No arrest stated$/ }).click();
    await page.getByRole("heading", { level: 2, name: "No arrest stated" }).waitFor();

    await page.getByRole("link", { name: /^Counted \(/ }).click();
    const entry = table.getByRole("rowheader").first().getByRole("link");
    const sentence = await entry.innerText();
    await entry.click();
    await page.getByRole("heading", { level: 1, name: sentence }).waitFor();

    const facts = page.getByRole("region", { name: "How we know" });
    const itsCase = facts
      .locator("dt", { hasText: /^Case$/ })
      .locator("+ dd")
      .getByRole("link");
    const title = await itsCase.innerText();
    await itsCase.click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    const timeline = page.getByRole("region", { name: "Timeline" });
    await timeline.getByRole("link", { name: sentence, exact: true }).first().waitFor();

    const source = page
      .getByRole("region", { name: "Sources" })
      .getByRole("row")
      .filter({ has: page.getByRole("link", { name: /^Read at / }) })
      .getByRole("rowheader")
      .first()
      .getByRole("link");
    const sourceTitle = await source.innerText();
    await source.click();
    await page.getByRole("heading", { level: 1, name: sourceTitle }).waitFor();
    expect(await page.getByRole("link", { name: /^Read at / }).getAttribute("href")).toMatch(/^https?:\/\//);
    expect(here.complaints).toEqual([]);
  });

  test("is told by line, field, value and remedy what is wrong with a file, before anything is written", async () => {
    const { page } = here;
    const size = await headSize();
    await preview(page, "arrests-of-may.csv", text);
    const row = page.getByRole("row", { name: /2024-05-32/ });
    expect(await row.getByRole("rowheader").innerText()).toBe("Line 5");
    const cells = await row.getByRole("cell").allInnerTexts();
    expect(cells[0]).toBe("occurred");
    expect(cells[1]).toBe("2024-05-32");
    expect(cells[2]).toMatch(/\S+ \S+/);
    expect(await row.locator("p.small").innerText()).toMatch(/^[A-Z].*\./);
    expect(await counted(page, "Rows that would be added")).toBe("3");
    expect(await headSize()).toBe(size);
  });

  test("records the good rows once and takes the bad ones home", async () => {
    const { page } = here;
    const size = await headSize();
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await page.getByRole("heading", { name: "Import is done" }).waitFor();
    await settled(page);
    expect(await counted(page, "Rows added")).toBe("3");
    expect(await headSize()).toBe(size + 3);
    expect(await arrests()).toBe(before + 2);

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download the refused rows" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("refused-rows.csv");
    const lines = readFileSync(await download.path(), "utf8")
      .trim()
      .split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("2024-05-32");

    await preview(page, "mended.csv", mended);
    expect(await counted(page, "Rows already recorded")).toBe("3");
    await page.getByRole("button", { name: "Import 1 row" }).click();
    await page.getByRole("heading", { name: "Import is done" }).waitFor();
    imported = await arrests();
    expect(imported).toBe(before + 5);
  });

  test("changes nothing with the same file again", async () => {
    const { page } = here;
    const size = await headSize();
    await preview(page, "mended.csv", mended);
    expect(await counted(page, "Rows already recorded")).toBe("4");
    await page.getByText("No row would add anything.").waitFor();
    expect(await headSize()).toBe(size);
  });

  test("says what a file's own words mean", async () => {
    const { page } = here;
    await choose(page, "own words.csv", "Id,Land,How many\nown-1,abroad,2\n");
    await page.locator("summary", { hasText: "Match columns with fields" }).click();
    await page.getByLabel("What the rows are").selectOption({ label: "Arrest made" });
    await page.getByLabel("Field for the column Id").selectOption("key");
    await page.getByLabel("Field for the column Land").selectOption("body.place");
    await page.getByLabel("Field for the column How many").selectOption("body.persons");
    await page.getByRole("button", { name: "Add a value" }).click();
    await page.getByLabel("Column", { exact: true }).selectOption("Land");
    await page.getByLabel("As written").fill("abroad");
    await page.getByLabel("Taken as").fill("foreign");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByRole("heading", { name: "Preview of an import" }).waitFor();
    await settled(page);
    // Only the case is missing: place and persons were understood.
    const refused = page.getByRole("table", { name: /^Refused rows/ });
    expect(await refused.getByRole("cell").first().innerText()).toBe("body.case");
    expect(await refused.getByRole("rowheader").count()).toBe(1);
  });

  test("corrects an entry, and sees the figure as known just before and just after", async () => {
    const { page } = here;
    await open(page, "/results/arrests");
    await page.getByRole("link", { name: /^2 people were arrested/ }).click();
    await page.getByRole("link", { name: "Correct this entry" }).click();
    await page.getByRole("heading", { name: "Correct an entry" }).waitFor();
    // The case is named, not only numbered.
    await page.getByRole("link", { name: /Stash house in Hidalgo County/ }).waitFor();
    await page.getByLabel(/^People arrested/).fill("4");
    await page.getByText(/^4 people were arrested/).waitFor();
    await page.getByRole("button", { name: "Record the correction" }).click();
    await page
      .getByText("Write a reason; it is shown beside the correction for good.", { exact: true })
      .waitFor();
    await page.getByLabel("Why is it corrected?").fill("The report says four.");
    await page.getByRole("button", { name: "Record the correction" }).click();

    const done = page.getByRole("status").filter({ hasText: "The correction is recorded." });
    await done.waitFor();
    await page.getByRole("heading", { level: 1, name: /^4 people were arrested/ }).waitFor();
    const corrections = page.getByRole("region", { name: "Corrections" });
    expect(await corrections.getByRole("listitem").count()).toBe(2);
    const corrected = page.url();

    await done.getByRole("link", { name: "Results as known just before this entry" }).click();
    await page.getByRole("button", { name: "As known: just before an entry" }).waitFor();
    expect(await shownArrests(page)).toBe(imported);
    await page.goto(corrected);
    await page
      .getByRole("region", { name: "What it changed" })
      .getByRole("link", { name: "Results as known just after" })
      .click();
    await page.getByRole("button", { name: "As known: just after an entry" }).waitFor();
    expect(await shownArrests(page)).toBe(imported + 2);
    expect(here.complaints).toEqual([]);
  });

  test("withdraws what should not have been recorded", async () => {
    const { page } = here;
    await open(page, "/results/arrests");
    await page.getByRole("link", { name: /^3 people were arrested/ }).click();
    await page.getByRole("link", { name: "Withdraw this entry" }).click();
    await page.getByLabel("Why is it withdrawn?").fill("It repeats another entry.");
    await page.getByRole("button", { name: "Record the withdrawal" }).click();
    await page.getByText("The withdrawal is recorded.").waitFor();
    expect(await arrests()).toBe(imported + 2 - 3);
    expect(here.complaints).toEqual([]);
  });

  test("verifies the ledger", async () => {
    const { page } = here;
    await open(page, "/record");
    await page.getByRole("button", { name: "Verify now" }).click();
    await page.getByText("Every entry is as it was recorded.").waitFor();
    const size = await headSize();
    await page.getByText(new RegExp(`^${size.toLocaleString("en-US")} entries checked in `)).waitFor();
  });

  test("stops an import that runs", async () => {
    const { page } = here;
    const rows = 30_000;
    const source = (number: number) =>
      JSON.stringify({
        key: `stopped-${number}`,
        kind: "source.described",
        body: { title: `Report ${number} (made up for a test)`, sourceKind: "other" },
      });
    const size = await headSize();
    await open(page, "/import");
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "many.jsonl",
      mimeType: "application/jsonl",
      buffer: Buffer.from(Array.from({ length: rows }, (_, number) => source(number)).join("\n")),
    });
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByText("The preview looked at the first 10,000 rows of a file of 30,000 lines.").waitFor();
    await page.getByRole("button", { name: "Import the whole file" }).click();
    await page.getByRole("progressbar").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("heading", { name: "Import was canceled" }).waitFor();
    await settled(page);
    const added = Number((await counted(page, "Rows added")).replaceAll(",", ""));
    expect(added).toBeLessThan(rows);
    expect(await headSize()).toBe(size + added);
    expect(here.complaints).toEqual([]);
  });
});
