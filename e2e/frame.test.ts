/** The address says what is shown: the time of knowledge, basis and filters survive rooms, reload, history and language. */
import { expect, test } from "vitest";
import { inBrowser, open, settled, visit } from "./visit.ts";

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
    await expect.poll(() => figures.allInnerTexts()).toEqual(["0", "0", "0"]);
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
});
