/** The room of figures and the fact sheet: from a draft to what was published, by two people, with the way to every entry. */
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import {
  ask,
  axeFinds,
  inBrowser,
  type Language,
  languages,
  open,
  product,
  settled,
  sideways,
  visit,
  widths,
} from "./visit.ts";

const words = {
  en: {
    draft: "Draft a figure",
    name: "Your name",
    send: "Send for review",
    sendReview: "Send the review",
    publish: "Publish the figure",
    withdraw: "Withdraw the figure",
    why: "Why it is withdrawn",
    waiting: "Waiting for review",
    approved: "Approved",
    published: "Published",
    withdrawn: "Withdrawn",
    same: "The same digits, from the same entries.",
  },
  es: {
    draft: "Preparar una cifra",
    name: "Su nombre",
    send: "Enviar a revisión",
    sendReview: "Enviar la revisión",
    publish: "Publicar la cifra",
    withdraw: "Retirar la cifra",
    why: "Por qué se retira",
    waiting: "En espera de revisión",
    approved: "Aprobada",
    published: "Publicada",
    withdrawn: "Retirada",
    same: "Los mismos dígitos, a partir de los mismos asientos.",
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Whole, accessible, no wider than the screen, no words that are not for people. */
async function sound(page: Page, what: string): Promise<string[]> {
  const body = await page.locator("body").innerText();
  return [
    ...(await axeFinds(page)),
    ...((await sideways(page)) > 0 ? ["wider than the screen"] : []),
    ...(/\[object |undefined|NaN|\{\{/.test(body) ? ["words that are not for people"] : []),
  ].map((found) => `${what}: ${found}`);
}

/** The form whose button says this. */
const formWith = (page: Page, button: string) =>
  page.locator("form").filter({ has: page.getByRole("button", { name: button, exact: true }) });

async function act(page: Page, button: string, by: string): Promise<void> {
  const form = formWith(page, button);
  await form.getByRole("textbox").last().fill(by);
  await form.getByRole("button", { name: button, exact: true }).click();
}

const mark = (page: Page, state: string) => page.locator("main .mark").filter({ hasText: state }).first();

inBrowser("figures", () => {
  test.each(languages.flatMap((language) => widths.map((width) => [language, width] as const)))(
    "are drafted, reviewed by a second person, published and withdrawn: in %s at %i pixels",
    async (language, width) => {
      const say = words[language];
      const { page, complaints, leave } = await visit({ language, width });
      await open(page, "/figures");
      const found = await sound(page, "list");
      await page.getByRole("link", { name: say.draft, exact: true }).click();
      await page.locator("#figure-measure").selectOption("convictions");
      await page.locator(".preview").getByText(/\d/).first().waitFor();
      await settled(page);
      found.push(...(await sound(page, "draft")));
      await page.getByRole("button", { name: say.send, exact: true }).click();
      expect(await page.getByLabel(say.name).getAttribute("aria-invalid")).toBe("true");
      await act(page, say.send, "Ana Drafter");
      await mark(page, say.waiting).waitFor();
      await page.getByText(say.same).waitFor();
      await settled(page);
      found.push(...(await sound(page, "waiting")));

      // Whoever drafted it cannot approve it, however they write their name.
      await act(page, say.sendReview, "ana  drafter");
      await page.getByText("figure-own-review").waitFor();
      await act(page, say.sendReview, "Ben Reviewer");
      await mark(page, say.approved).waitFor();
      await act(page, say.publish, "Ana Drafter");
      await mark(page, say.published).waitFor();
      await settled(page);
      found.push(...(await sound(page, "published")));

      const form = formWith(page, say.withdraw);
      await form.getByLabel(say.why).fill("It rested on a wrong source.");
      await act(page, say.withdraw, "Cy Chief");
      await mark(page, say.withdrawn).waitFor();
      await page.getByText("It rested on a wrong source.").first().waitFor();
      await settled(page);
      found.push(...(await sound(page, "withdrawn")));
      expect(found).toEqual([]);
      // The browser itself notes the refused review in its console.
      expect(complaints.filter((one) => !one.includes("403"))).toEqual([]);
      await leave();
    },
  );

  test("lead to the entries they counted, at their own cut", async () => {
    const made = await ask<{ figure: string }>("/figures", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": "e2e-figures-behind" },
      body: JSON.stringify({ measure: "arrests", asKnownOn: "2024-05-31", by: "Ana" }),
    });
    const { value, entries } = await ask<{ value: number; entries: number }>(`/figures/${made.figure}`);
    const { page, leave } = await visit();
    await open(page, `/figures/${made.figure}`);
    await page.getByRole("heading", { level: 1, name: `Arrests: ${value}` }).waitFor();
    await page.getByRole("link", { name: new RegExp(`^${entries} entries in`) }).click();
    await page
      .getByRole("heading", { level: 1, name: new RegExp(`${value}.*Arrests|Arrests.*${value}`) })
      .waitFor();
    await settled(page);
    expect(new URL(page.url()).searchParams.get("cut")).toMatch(/^[\w-]{40,}$/);
    await expect.poll(() => page.getByRole("rowheader").count()).toBe(Math.min(entries, 50));
    await leave();
  });

  test.each(languages.flatMap((language) => widths.map((width) => [language, width] as const)))(
    "the fact sheet is whole and accessible, and every number on it opens: in %s at %i pixels",
    async (language, width) => {
      const { page, complaints, leave } = await visit({ language, width });
      await open(page, "/results/fact-sheet?asKnownOn=2024-05-31");
      expect(await sound(page, "fact sheet")).toEqual([]);
      const numbers = page.locator("a.sheet-value");
      const said = await numbers.allInnerTexts();
      const paths = await numbers.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
      expect(said.length).toBeGreaterThanOrEqual(8);
      for (const [at, path] of paths.entries()) {
        await open(page, path);
        expect(await page.locator("h1").innerText(), path).toContain(said[at]);
      }
      expect(complaints).toEqual([]);
      await leave();
    },
  );

  test("the fact sheet keeps the day of its address, and its files are of the same day", async () => {
    const { page, leave } = await visit();
    await open(page, "/results?asKnownOn=2022-06-30");
    await page.getByRole("link", { name: "Fact sheet", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Fact sheet" }).waitFor();
    await settled(page);
    expect(new URL(page.url()).searchParams.get("asKnownOn")).toBe("2022-06-30");
    const then = await page.locator("a.sheet-value").allInnerTexts();
    for (const [name, type] of [
      ["PDF to print", "application/pdf"],
      ["CSV table", "text/csv"],
      ["JSON data", "application/json"],
    ] as const) {
      const href = await page.getByRole("link", { name }).getAttribute("href");
      const answer = await fetch(product() + href);
      expect(answer.headers.get("content-type"), name).toContain(type);
      if (type === "application/json") {
        const sheet = (await answer.json()) as {
          parts: { figures: { words: { en: string } }[] }[];
        };
        expect(sheet.parts.flatMap(({ figures }) => figures.map((figure) => figure.words.en))).toEqual(then);
      } else if (type === "application/pdf") {
        expect(Buffer.from(await answer.arrayBuffer()).toString("latin1")).toContain("/Lang (en-US)");
      }
    }
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("link", { name: "CSV table" }).isVisible()).toBe(false);
    expect(await page.getByRole("heading", { name: "What is not shown" }).isVisible()).toBe(true);
    await leave();
  });
});
