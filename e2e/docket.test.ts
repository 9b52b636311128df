/** Cases grown, organizations, assets and extraditions, on a docket that has something of everything: whole, quiet, and every number opens. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startProduct } from "../scripts/product.mjs";
import { recordTrailer } from "./trailer.ts";
import { axeFinds, inBrowser, languages, settled, sideways, type Visit, visit, widths } from "./visit.ts";

interface Items {
  items: { id: string; title?: string; name?: string; kind?: string; country?: string }[];
}

inBrowser("the docket's rooms", () => {
  let url = "";
  let stop: () => Promise<void> = async () => undefined;
  const addresses: Record<string, string> = {};

  const ask = async <Answer>(path: string): Promise<Answer> => {
    const response = await fetch(`${url}/api${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const go = async (page: Page, path: string) => {
    await page.goto(url + path);
    await settled(page);
  };

  beforeAll(async () => {
    ({ url, stop } = await startProduct());
    await recordTrailer(url);
    const first = async (path: string, fits: (item: Items["items"][number]) => boolean = () => true) =>
      (await ask<Items>(path)).items.find(fits)?.id ?? "none";
    Object.assign(addresses, {
      cases: "/cases?q=5:24-cr-123",
      case: `/cases/${await first("/cases?q=5:24-cr-123")}`,
      organizations: "/organizations",
      "organizations filtered": "/organizations?tier=leader&country=GT&target=organization-leader",
      "no organization": "/organizations?q=nothing-is-called-so",
      organization: `/organizations/${await first("/organizations?q=highland")}`,
      assets: "/assets",
      "assets as known on a day": "/assets?asKnownOn=2024-01-10",
      "no asset then": "/assets?asKnownOn=2020-01-01",
      asset: `/assets/${await first("/assets?kind=vehicle")}`,
      extraditions: "/extraditions",
      extradition: `/extraditions/${await first("/extraditions", ({ country }) => country === "GT")}`,
    });
    addresses["roles over time"] = `${addresses["organization"]}?view=roles`;
    addresses["case as known on a day"] = `${addresses["case"]}?asKnownOn=2024-01-10`;
    addresses["organization not known then"] = `${addresses["organization"]}?asKnownOn=2020-01-01`;
  });
  afterAll(() => stop());

  describe.each(languages)("in %s", (language) => {
    test.each(widths)(
      "at %i pixels, are whole, quiet, accessible and no wider than the screen",
      async (width) => {
        const { page, complaints, leave } = await visit({ language, width, at: url });
        const found: string[] = [];
        for (const [name, path] of Object.entries(addresses)) {
          await go(page, path);
          const wrong = [
            // A record that was not known then is looked for then, and found now.
            ...complaints
              .splice(0)
              .filter((one) => !(name.includes("not known then") && one.includes("404"))),
            ...(await axeFinds(page)),
            ...((await sideways(page)) > 0 ? [`wider than ${width} pixels`] : []),
            ...(/\[object |undefined|NaN|\{\{/.test(await page.locator("body").innerText())
              ? ["words that are not for people"]
              : []),
          ];
          found.push(...wrong.map((what) => `${name}: ${what}`));
        }
        await leave();
        expect(found).toEqual([]);
      },
    );
  });

  describe("to an attorney", () => {
    let here: Visit;
    beforeAll(async () => {
      here = await visit({ at: url });
    });
    afterAll(() => here?.leave());

    /** The text of a table, row by row, its cells parted by bars. */
    async function cellsOf(table: Locator): Promise<string[]> {
      const lines: string[] = [];
      for (const line of await table.getByRole("row").all())
        lines.push(
          (await line.locator("th, td").allInnerTexts())
            .map((text) => text.replace(/\s+/g, " ").trim())
            .join(" | "),
        );
      return lines;
    }

    test("a case shows who, on which count, with what outcome, and what took whose place", async () => {
      const { page } = here;
      await go(page, addresses["case"] ?? "");
      const grid = page.getByRole("table", { name: "Defendants, counts, outcomes and sentences" });
      const lines = await cellsOf(grid);
      expect(lines[0]).toContain("8 USC 1324");
      expect(lines[1]).toBe("(a)(1)(A)(ii) | (a)(1)(A)(v)(I)");
      const driver = lines.find((line) => line.startsWith("truck driver")) ?? "";
      expect(driver).toContain("Convicted by plea Count 1 · May 2, 2024");
      expect(driver).toContain("Superseded Count 2 · by count 2s");
      expect(driver).toContain("No outcome stated Count 2s");
      expect(lines.find((line) => line.startsWith("coordinator"))).toContain(
        "Leader · Highland route Alleged, not proved",
      );
      for (const number of ["5:24-cr-00123", "2:24-mj-09001"])
        await page.getByRole("link", { name: number, exact: true }).waitFor();
      const papers = await cellsOf(page.getByRole("table", { name: "Charging documents" }));
      expect(papers[1]).toContain("Superseding indictment, April 2024");
      await grid.getByRole("link", { name: "Count 2: Superseded" }).click();
      await page.getByRole("heading", { level: 1, name: /number 2s/ }).waitFor();
    });

    test("a day in between sees the docket of then", async () => {
      const { page } = here;
      await go(page, addresses["case as known on a day"] ?? "");
      const grid = page.getByRole("table", { name: "Defendants, counts, outcomes and sentences" });
      const driver = (await cellsOf(grid)).find((line) => line.startsWith("truck driver")) ?? "";
      expect(driver).not.toContain("Superseded");
      expect(driver).not.toContain("Convicted");
      const assets = await cellsOf(page.getByRole("table", { name: "Assets" }));
      expect(assets.find((line) => line.includes("tractor"))).toContain("Claimed");
      await page.getByRole("link", { name: "Assets", exact: true }).first().click();
      await page.getByRole("heading", { level: 1, name: "What was taken, and what became of it?" }).waitFor();
      await settled(page);
      await page.getByRole("button", { name: /As known: on January 10, 2024/ }).waitFor();
      expect(page.url()).toContain("asKnownOn=2024-01-10");
      const list = await cellsOf(page.getByRole("table", { name: "Assets" }));
      expect(list.find((line) => line.includes("tractor"))).toMatch(
        /Claimed \| Nov 2, 2023 \| 1 vehicle \| \$40,000/,
      );
    });

    test("every total opens to just as many", async () => {
      const { page } = here;
      for (const [path, caption, pattern] of [
        ["/assets", "By kind", /^(\d+), .*, (Held|Forfeited|Disposed)/],
        ["/extraditions", "By country and step", /^(\d+) /],
      ] as const) {
        await go(page, path);
        const links = await page.getByRole("table", { name: caption }).getByRole("link").all();
        const numbers = await Promise.all(
          links.map(async (link) => ({
            name: (await link.getAttribute("aria-label")) ?? "",
            href: (await link.getAttribute("href")) ?? "",
          })),
        );
        expect(numbers.length).toBeGreaterThan(4);
        for (const { name, href } of numbers) {
          const value = pattern.exec(name)?.[1];
          await go(page, href);
          const total = await page.getByText(/^\d+ (assets?|extraditions?)$/).innerText();
          if (value !== undefined) expect(total, `${name} ${href}`).toMatch(new RegExp(`^${value} `));
          else expect(Number.parseInt(total, 10), name).toBeGreaterThan(0);
        }
      }
    });

    test("an organization's tally opens to the people, and says who is left standing", async () => {
      const { page } = here;
      await go(page, addresses["organization"] ?? "");
      const tally = page.getByRole("table", { name: "People by tier" });
      expect(await cellsOf(tally)).toEqual([
        "Tier | People | Arrested | Charged | Convicted | Sentenced | Extradited | Left standing",
        "Leader | 2 | 0 | 0 | 0 | 0 | 0 | 2",
        "No tier stated | 1 | 1 | 1 | 1 | 0 | 0 | 0",
      ]);
      await tally.getByRole("link", { name: "2 Left standing, Leader" }).click();
      await page.getByText("2 people", { exact: true }).waitFor();
      await settled(page);
      await page.getByRole("heading", { level: 3, name: /^Leader · Left standing/ }).waitFor();
      expect(page.url()).toMatch(/tier=leader/);
      await page.getByRole("link", { name: "Roles over time" }).click();
      const roles = await cellsOf(page.getByRole("table", { name: "Roles over time" }));
      expect(roles.find((line) => line.startsWith("coordinator"))).toContain("from 2018 until March 2024");
      await page.reload();
      await settled(page);
      await page.getByText("2 people", { exact: true }).waitFor();
    });

    test("the chart of links opens further without moving what is there, and says the same as a table", async () => {
      const { page } = here;
      await go(page, `${addresses["organization"]}`);
      const chart = page.getByRole("region", { name: "Chart of links" });
      const places = async () =>
        new Map(
          await chart
            .locator(".node")
            .evaluateAll((nodes) =>
              nodes.map(
                (node) =>
                  [
                    (node as HTMLElement).innerText.replace(/\+\d+/, "").trim(),
                    `${(node as HTMLElement).offsetLeft} ${(node as HTMLElement).offsetTop}`,
                  ] as [string, string],
              ),
            ),
        );
      const before = await places();
      expect([...before.keys()].join(" ")).not.toContain("Cash");
      await chart
        .locator(".node", { hasText: "River cell" })
        .getByRole("link", { name: /^Show \d+ more links?$/ })
        .click();
      await settled(page);
      const after = await places();
      expect(after.size).toBe(before.size + 1);
      for (const [name, place] of before) expect(after.get(name), name).toBe(place);
      const table = await cellsOf(page.getByRole("table", { name: "The same as a table" }));
      const owns = table.find((line) => line.includes("Owns")) ?? "";
      expect(owns).toContain("Alleged, not proved");
      expect(owns).toContain("C3");
      expect(owns).toContain("Release of January");
      expect(page.url()).toContain("open=");
      expect(here.complaints).toEqual([]);
    });

    test("filters stand in the address, and one key press finds what is open the longest", async () => {
      const { page } = here;
      await go(page, "/extraditions");
      await page.getByLabel("Step reached").selectOption("open");
      await page.getByLabel("Order").selectOption("oldest");
      await page.getByRole("button", { name: "Show" }).press("Enter");
      await page.getByText("1 extradition", { exact: true }).waitFor();
      expect(page.url()).toMatch(/step=open/);
      expect(page.url()).toMatch(/sort=oldest/);
      const line = (await cellsOf(page.getByRole("table", { name: "Extraditions" })))[1] ?? "";
      expect(line).toMatch(/^Guatemala coordinator .* \| Granted \| Dec 15, 2023 \| Mar 1, 2024 granted \|/);
      expect(line).toMatch(/December 15, 2023 [\d,]+ days$/);
      await page.getByRole("button", { name: "Clear filters" }).click();
      await page.getByText("2 extraditions", { exact: true }).waitFor();
    });
  });
});
