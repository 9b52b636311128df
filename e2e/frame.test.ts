/** The address says what is shown: the time of knowledge, basis and filters survive rooms, reload, history and language. */
import { expect, test } from "vitest";
import { ask, inBrowser, open, settled, visit } from "./visit.ts";

/** A moment at which the day has already ended far in the west of the date line. */
const NOON = new Date("2024-05-31T12:00:00Z");

const search = (address: string) => Object.fromEntries(new URL(address).searchParams);

inBrowser("the address", () => {
  test("keeps the day and the basis from room to room, through reload, back and forward", async () => {
    const { page, complaints, leave } = await visit();
    await open(page, "/results");
    await page.getByRole("button", { name: "As known: now" }).click();
    await page.getByLabel("Show what was known at the end of this day").fill("2023-12-31");
    await page.getByRole("button", { name: "Show that day" }).click();
    await page.getByRole("button", { name: "As known: on December 31, 2023" }).waitFor();
    await settled(page);
    const figures = page.locator(".figure .number");
    const then = await figures.allInnerTexts();
    expect(search(page.url())).toEqual({ asKnownOn: "2023-12-31" });

    await page.getByLabel("Basis").first().selectOption("recorded");
    await expect.poll(() => search(page.url())).toEqual({ asKnownOn: "2023-12-31", basis: "recorded" });
    const nothing = new Set(["0", "nothing to compare"]);
    await expect.poll(async () => new Set(await figures.allInnerTexts())).toEqual(nothing);
    await page.getByLabel("Basis").first().selectOption("attested");
    await expect.poll(() => figures.allInnerTexts()).toEqual(then);

    await page.reload();
    await settled(page);
    expect(await figures.allInnerTexts()).toEqual(then);

    await page.getByRole("link", { name: "Cases", exact: true }).click();
    await page.getByText("As known on December 31, 2023: what dated sources had stated.").waitFor();
    const casesThen = await page.getByText(/^\d+ cases$/).innerText();
    expect(search(page.url())).toEqual({ asKnownOn: "2023-12-31" });
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "What has been done, and who says so?" }).waitFor();
    expect(search(page.url())).toEqual({ asKnownOn: "2023-12-31" });
    await page.goForward();
    await page.getByText(casesThen, { exact: true }).waitFor();

    await page.getByRole("button", { name: "As known: on December 31, 2023" }).click();
    await page.getByRole("button", { name: "Back to now" }).click();
    await page.getByRole("button", { name: "As known: now" }).waitFor();
    await expect.poll(() => page.getByText(/^\d+ cases$/).innerText()).not.toBe(casesThen);
    expect(complaints).toEqual([]);
    await leave();
  });

  test("holds the filters of the cases", async () => {
    const { page, leave } = await visit();
    await open(page, "/cases");
    const all = await page.getByText(/^\d+ cases$/).innerText();
    await page.getByLabel("District").selectOption("TXS");
    await page.getByLabel("Status").selectOption("sentenced");
    await page.getByLabel("Words in the case").fill("trailer");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect.poll(() => page.getByText(/^\d+ cases?$/).innerText()).not.toBe(all);
    expect(search(page.url())).toEqual({ district: "TXS", status: "sentenced", q: "trailer" });
    const filtered = await page.getByRole("rowheader").allInnerTexts();
    expect(filtered.length).toBeGreaterThan(0);
    expect(await page.getByRole("cell", { name: "S.D. Tex." }).count()).toBe(filtered.length);

    await page.reload();
    await settled(page);
    expect(await page.getByRole("rowheader").allInnerTexts()).toEqual(filtered);
    expect(await page.getByLabel("Words in the case").inputValue()).toBe("trailer");
    await page.goBack();
    await expect.poll(() => page.getByLabel("Words in the case").inputValue()).toBe("");
    await settled(page);
    expect(await page.getByRole("rowheader").count()).toBeGreaterThan(filtered.length);
    await leave();
  });

  test("stays the same in the other language, which is kept", async () => {
    const { page, complaints, leave } = await visit();
    await open(page, "/results/arrests?asKnownOn=2023-12-31&view=left-out");
    const address = page.url();
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("button", { name: "Según se sabía: el 31 de diciembre de 2023" }).waitFor();
    await page.getByRole("heading", { level: 1, name: /^Arrestos: \d+$/ }).waitFor();
    expect(page.url()).toBe(address);
    await page.reload();
    await settled(page);
    await page.getByRole("table", { name: /no se contaron/i }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    expect(complaints).toEqual([]);
    await leave();
  });

  test("of a later page of entries holds the cut of the first, so both show one state of the record", async () => {
    const { page, complaints, leave } = await visit();
    const first = page.waitForResponse((answer) => answer.url().includes("/api/results/convictions/entries"));
    await open(page, "/results/convictions?since=none");
    const { cut, next } = (await (await first).json()) as { cut: string; next: string };
    const rows = () =>
      page
        .getByRole("rowheader")
        .locator("a")
        .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    const before = await rows();
    const second = page.waitForRequest((request) => request.url().includes("cursor="));
    await page.getByRole("link", { name: "Next page" }).click();
    const asked = search((await second).url());
    expect(asked).toMatchObject({ cursor: next, cut });
    await page.getByRole("link", { name: "Back to the first page" }).waitFor();
    await settled(page);
    const after = await rows();
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter((row) => before.includes(row))).toEqual([]);
    await page.getByRole("button", { name: "As known: now" }).waitFor();

    await page.reload();
    await settled(page);
    expect(await rows()).toEqual(after);
    expect(complaints).toEqual([]);
    await leave();
  });

  test.each([
    ["/results/arrests?cursor=00000000-0000-4000-8000-000000000001", "cursor-unknown"],
    ["/cases?cursor=from-before-a-restart", "cursor-wrong"],
  ])("whose place in a list is gone leads back to the first page: %s", async (address, code) => {
    const { page, leave } = await visit();
    await open(page, address);
    await page.getByText(code).waitFor();
    await page.getByRole("link", { name: "Back to the first page" }).click();
    await page.getByRole("table").first().waitFor();
    expect(search(page.url())).toEqual({});
    await leave();
  });

  test("takes the days of the installation, not of the reader's clock", async () => {
    const status = await ask<{ timeZone: string }>("/status");
    const { page, leave } = await visit({ timeZone: "Pacific/Kiritimati" });
    const today = (timeZone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(NOON);
    const toCome = today("Pacific/Kiritimati");
    expect(toCome > today(status.timeZone)).toBe(true);
    await page.clock.setFixedTime(NOON);
    await open(page, "/results");
    await page.getByRole("button", { name: "As known: now" }).click();
    await page.getByLabel("Show what was known at the end of this day").fill(toCome);
    await page.getByRole("button", { name: "Show that day" }).click();
    await page.locator("#known-day-wrong").waitFor();
    expect(search(page.url())).toEqual({});
    await leave();
  });
});
