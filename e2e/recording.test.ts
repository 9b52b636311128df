/** Recording by hand: a case from arrest to forfeiture, typed once; drafts that outlive a reload; one entry however often one clicks. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, axeFinds, inBrowser, open, settled, sideways, type Visit, visit, widths } from "./visit.ts";

const CASE = "Trailer on Mines Road (made up for a test)";
const headSize = async () => (await ask<{ head: { size: number } }>("/ledger")).head.size;

/** Waits until what was typed is judged, and gives back what it would record. */
async function preview(page: Page): Promise<string[]> {
  const box = page.getByRole("region", { name: "What this will record" });
  // A pause in typing comes before the judgment.
  await page.waitForTimeout(500);
  await settled(page);
  return box.locator("li > p:first-child").allInnerTexts();
}

async function record(page: Page, entries: number): Promise<void> {
  const size = await headSize();
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page
    .getByRole("heading", {
      level: 1,
      name: `${entries} ${entries === 1 ? "entry is" : "entries are"} recorded`,
    })
    .waitFor();
  await settled(page);
  expect(await headSize()).toBe(size + entries);
}

/** Goes on to a next step that the page offers. */
async function next(page: Page, name: string): Promise<void> {
  const steps = page.getByRole("region", { name: "What comes next?" });
  await steps.getByRole("link", { name, exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await settled(page);
}

inBrowser("an attorney records by hand", () => {
  let here: Visit;
  beforeAll(async () => {
    here = await visit();
  });
  afterAll(() => here?.leave());

  test("a new case with its source, an arrest and five counts, in one form", async () => {
    const { page, complaints } = here;
    await open(page, "/write/new-case");
    const source = page.getByRole("group", { name: "Where this comes from" });
    await source.getByLabel(/^Title/).fill("Indictment (made up for a test)");
    await source.getByLabel(/^Date/).fill("March 1, 2024");
    await source.getByText("Read as March 1, 2024.").waitFor();
    await source.getByLabel(/^Kind of source/).selectOption({ label: "Court document" });
    await page.locator("#field-body-title").fill(CASE);
    await page.locator("#field-body-district").selectOption("TXS");
    await page.getByLabel(/^Task force's case/).selectOption({ label: "Yes" });
    await page.getByLabel(/^Docket number/).fill("5:24-cr-00777");

    const driver = page.getByRole("group", { name: "Defendant 1", exact: true });
    await driver.getByLabel(/^Designation/).fill("driver of the trailer");
    const named = page.getByRole("group", { name: "driver of the trailer" }).first();
    await named.getByLabel("An arrest is stated").check();
    await named.getByLabel(/^Arrested on/).fill("Feb 2024");
    await named.getByText("Read as February 2024; the day is not known.").waitFor();
    await named.getByLabel(/^Where/).selectOption({ label: "In the United States" });

    await page.getByLabel(/^Charging document/).selectOption({ label: "Indictment" });
    await page.getByLabel(/^Filed on/).fill("2024-02-27");
    for (let count = 1; count <= 5; count++) {
      await page.getByRole("button", { name: "Add a count" }).click();
      const group = page.getByRole("group", { name: `Count ${count}`, exact: true });
      expect(await group.getByLabel(/^Count number/).inputValue()).toBe(String(count));
      await group.getByLabel(/^Wording/).fill(`Transporting, event ${count}`);
      await group.getByLabel(/^Statutes/).fill("8 USC 1324(a)(1)(A)(ii); 18 USC 2");
      expect(await group.getByLabel("driver of the trailer").isChecked()).toBe(true);
    }
    expect(await preview(page)).toHaveLength(11);
    expect(await axeFinds(page)).toEqual([]);
    await record(page, 11);
    expect(complaints).toEqual([]);
  });

  test("a plea to two of five counts, one more dismissed, with one date and the same source", async () => {
    const { page, complaints } = here;
    await next(page, "Plea");
    // The case, the defendant and the source are there already.
    await page.getByRole("link", { name: CASE }).waitFor();
    await page.getByRole("link", { name: "driver of the trailer" }).waitFor();
    await page.getByRole("link", { name: "Indictment (made up for a test)" }).waitFor();
    const counts = page.getByRole("group", { name: /^Count \d/ });
    expect(await counts.count()).toBe(5);
    for (const count of [0, 2]) await counts.nth(count).getByLabel(/plea/i).check();
    await counts.nth(3).getByLabel("Dismissed").check();
    await page.getByLabel(/^Date of the plea/).fill("2024-02-29");
    await page.getByLabel(/^Dismissed on/).fill("2024-03-01");
    const said = await preview(page);
    expect(
      said.filter((one) => /^Count \d: .*conviction by plea on February 29, 2024/s.test(one)),
    ).toHaveLength(2);
    expect(said.filter((one) => /dismissed on March 1, 2024/.test(one))).toHaveLength(1);
    expect(await axeFinds(page)).toEqual([]);
    await record(page, 3);
    expect(complaints).toEqual([]);
  });

  test("the sentence, on the two counts that have a conviction and no others", async () => {
    const { page, complaints } = here;
    await next(page, "Sentence imposed");
    await page.getByText("Some fields are filled in from the record.").waitFor();
    const counts = page.getByRole("group", { name: /^Counts/ });
    const ticked = counts.getByRole("checkbox", { checked: true });
    await counts.getByRole("checkbox").first().waitFor();
    expect(await ticked.count()).toBe(2);
    await page
      .getByRole("combobox", { name: "Which", exact: true })
      .selectOption({ label: "Months in prison" });
    await page.getByRole("textbox", { name: /^Months in prison/ }).fill("57");
    const fine = page.getByRole("group", { name: /^Fine/ });
    await fine.getByLabel(/^Sum/).fill("5,000.5");
    await fine.getByText(/^Write 2 decimals or none/).waitFor();
    await fine.getByLabel(/^Sum/).fill("5,000.50");
    await page.getByLabel(/^When it happened/).fill("2024-03-01");
    expect(await preview(page)).toEqual([
      expect.stringMatching(
        /sentenced on March 1, 2024 on 2 counts to 57 months in prison, with a fine of \$5,000\.50/,
      ),
    ]);
    await record(page, 1);
    expect(complaints).toEqual([]);
  });

  test("an asset from seizure to forfeiture to the money, each step filled in from the one before", async () => {
    const { page, complaints } = here;
    await next(page, "Asset seized");
    await page.getByRole("link", { name: CASE }).waitFor();
    await page.getByLabel(/^Kind of asset/).selectOption({ label: "Cash" });
    await page.getByLabel(/^How it is held/).selectOption({ label: "Seized" });
    const value = page.getByRole("group", { name: /^Value/ });
    await value.getByLabel(/^Sum/).fill("12,500");
    await page.getByLabel(/^When it happened/).fill("2024-02");
    await record(page, 1);

    await next(page, "Asset forfeited");
    const amount = page.getByRole("group", { name: /^Amount forfeited/ });
    expect(await amount.getByLabel(/^Sum/).inputValue()).toBe("12,500.00");
    await page.getByLabel(/^Proceeding/).selectOption({ label: "Criminal" });
    await page.getByLabel(/^Stage/).selectOption({ label: "Final order or declaration" });
    // More than was seized is refused at its field, before anything is recorded.
    await amount.getByLabel(/^Sum/).fill("13,000");
    await page
      .getByRole("region", { name: "What this will record" })
      .getByText(/^More is forfeited than was seized/)
      .waitFor();
    const size = await headSize();
    await page.getByRole("button", { name: "Record", exact: true }).click();
    const wrong = page.getByRole("alert");
    await wrong.getByRole("heading", { name: "One thing keeps this from being recorded" }).waitFor();
    expect(await wrong.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await headSize()).toBe(size);
    await amount.getByLabel(/^Sum/).fill("12,500");
    await page.getByLabel(/^When it happened/).fill("2024-03-01");
    await record(page, 1);

    await next(page, "Asset realized");
    const realized = page.getByRole("group", { name: /^Amount realized/ });
    expect(await realized.getByLabel(/^Sum/).inputValue()).toBe("12,500.00");
    await record(page, 1);
    const { items } = await ask<{ items: { id: string; en: { name: string } }[] }>(
      `/records?type=case&q=${encodeURIComponent("Mines Road")}`,
    );
    const assets = await ask<{ items: { state: string }[] }>(`/records?type=asset&within=${items[0]?.id}`);
    expect(assets.items.map(({ state }) => state)).toEqual(["realized"]);
    expect(complaints).toEqual([]);
  });

  test("a draft outlives a reload, is listed, and is gone once thrown away", async () => {
    const { page, complaints } = here;
    await open(page, "/write/organization.described");
    await page.getByLabel(/^Name/).fill("Los de la Noche (made up)");
    await page.reload();
    await settled(page);
    expect(await page.getByLabel(/^Name/).inputValue()).toBe("Los de la Noche (made up)");
    await page.getByText(/^This draft was kept on this device/).waitFor();
    await page.getByRole("link", { name: "Record something" }).click();
    const drafts = page.getByRole("region", { name: "Drafts" });
    await drafts.getByText("Kept on this device only", { exact: false }).waitFor();
    await drafts.getByRole("link", { name: "Organization described" }).click();
    expect(await page.getByLabel(/^Name/).inputValue()).toBe("Los de la Noche (made up)");
    await page.getByRole("button", { name: "Discard it and start over" }).click();
    expect(await page.getByLabel(/^Name/).inputValue()).toBe("");
    await open(page, "/write");
    const left = page.getByRole("region", { name: "Drafts" });
    expect(await left.getByRole("link", { name: "Organization described" }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("an impatient double click, or an answer that is lost, records once", async () => {
    const { page } = here;
    const title = "A slip (made up for a test)";
    await open(page, "/write/source.described");
    await page.getByLabel(/^Title/).fill(title);
    await page.getByLabel(/^Kind of source/).selectOption({ label: "Press" });
    const size = await headSize();
    // The first answer is lost on its way, after the server has recorded.
    let lost = 0;
    await page.route("**/api/acts", async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole("button", { name: "Record", exact: true }).dblclick();
    await page.getByText("The server does not answer.").waitFor();
    expect(await headSize()).toBe(size + 1);
    await page.reload();
    await settled(page);
    await page.getByRole("button", { name: "Record", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "1 entry is recorded" }).waitFor();
    expect(await headSize()).toBe(size + 1);
    const { items } = await ask<{ items: unknown[] }>(
      `/records?type=source&q=${encodeURIComponent("slip (made")}`,
    );
    expect(items).toHaveLength(1);
    await page.unroute("**/api/acts");
  });

  test("what is missing is said at its field once one tries, and reached from the summary", async () => {
    const { page } = here;
    await open(page, "/write/asset.forfeited");
    expect(await page.locator(".usa-error-message").count()).toBe(0);
    await page.getByRole("button", { name: "Record", exact: true }).click();
    const alert = page.getByRole("alert");
    await alert.getByRole("link", { name: /^Proceeding: is missing/ }).click();
    expect(await page.getByLabel(/^Proceeding/).evaluate((node) => node === document.activeElement)).toBe(
      true,
    );
    expect(await page.getByLabel(/^Proceeding/).getAttribute("aria-invalid")).toBe("true");
    expect(await axeFinds(page)).toEqual([]);
  });

  test("an ambiguous day is not guessed", async () => {
    const { page } = here;
    await open(page, "/write/arrest.made");
    const when = page.getByLabel(/^When it happened/);
    await when.fill("5/6/2024");
    await page.getByText("This could be May 6, 2024 or June 5, 2024", { exact: false }).first().waitFor();
    await when.fill("17/6/2024");
    await page.getByText("Read as June 17, 2024.").waitFor();
  });
});

/** The list, the forms for several entries, and kinds that together have every sort of field. */
const FORMS = [
  "",
  "new-case",
  "charges",
  "plea",
  "sentence.imposed",
  "asset.seized",
  "venture.described",
  "link.asserted",
  "charge.filed",
];

inBrowser("the forms", () => {
  test.each([
    [widths[0], "es"],
    [widths[1], "en"],
  ] as const)(
    "fit %i pixels (%s), and axe finds nothing",
    async (width, language) => {
      const { page, complaints, leave } = await visit({ language, width });
      for (const form of FORMS) {
        await open(page, `/write/${form}`);
        expect(await sideways(page), `${form} ${language}`).toBe(0);
        expect(await axeFinds(page), `${form} ${language}`).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await leave();
    },
    240_000,
  );

  test("one records by keyboard alone", async () => {
    const { page, complaints, leave } = await visit();
    await open(page, "/write/document.filed");
    await page.getByRole("combobox", { name: /^Case/ }).focus();
    await page.keyboard.type("Mines Road");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: CASE }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "field-body-case");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Judgment");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Judgment");
    await page.getByLabel(/^Where it is kept/).focus();
    await page.keyboard.type("The court's own file");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "1 entry is recorded" }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });
});
