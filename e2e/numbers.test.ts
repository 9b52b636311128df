/** No figure on any page without its way to entries: every number shown is found, and its way is followed to what it counts. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startProduct } from "../scripts/product.mjs";
import { recordTrailer } from "./trailer.ts";
import { inBrowser, type Language, settled, visit } from "./visit.ts";
import { numbersOn, type Told } from "./ways/numbers.ts";
import { Product } from "./ways/product.ts";
import { Ways } from "./ways/ways.ts";

/** By then some of what the public record holds was stated, and not yet the rest. */
const THEN = "2024-05-31";

interface Items {
  items: { id: string }[];
}

inBrowser("every number", () => {
  let url = "";
  let stop: () => Promise<void> = async () => undefined;
  let ways: Ways;
  const pages: Record<string, string> = {};

  const send = async <Answer>(path: string, body: object): Promise<Answer> => {
    const headers = { "content-type": "application/json", "idempotency-key": `numbers ${path}` };
    const response = await fetch(`${url}/api${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };

  beforeAll(async () => {
    ({ url, stop } = await startProduct());
    await recordTrailer(url);
    const product = new Product(url);
    ways = new Ways(product);
    const { figure } = await send<{ figure: string }>("/figures", {
      measure: "arrests",
      asKnownOn: THEN,
      by: "Ana",
    });
    const { draft } = await product.ask<{ draft: string }>(`/figures/${figure}`);
    await send(`/figures/${figure}/review`, { draft, verdict: "approved", by: "Ben" });
    await send(`/figures/${figure}/publication`, { draft, by: "Ana" });
    const first = async (path: string) => (await product.ask<Items>(path)).items[0]?.id ?? "none";
    const { measures } = await product.ask<{ measures: { measure: string }[] }>("/results");
    Object.assign(pages, {
      results: "/results",
      "results on the recorded basis": `/results?basis=recorded&asKnownOn=${THEN}&since=none`,
      "results as known on a day": `/results?asKnownOn=${THEN}&population=task-force`,
      "results by month, and growth": "/results?trend=convictions&by=month&base=2024&chart=convictions",
      ...Object.fromEntries(measures.map(({ measure }) => [measure, `/results/${measure}`])),
      "arrests broken down": "/results/arrests?view=broken-down&by=district",
      "felony share broken down": "/results/felony-share?view=broken-down&by=fiscal-year",
      "seizures broken down": "/results/seizures?view=broken-down&by=asset-kind",
      "arrests left out": "/results/arrests?view=left-out",
      "arrests reported": "/results/arrests?view=reported",
      "how arrests are counted": "/results/arrests?view=definition",
      "sum in one currency": "/results/seizures-in-USD",
      growth: "/results/growth-since-2024-to-2025-of-defendants-charged",
      "fact sheet": "/results/fact-sheet",
      figures: "/figures",
      "published figure": `/figures/${figure}`,
      assets: "/assets",
      asset: `/assets/${await first("/assets?kind=vehicle")}`,
      extraditions: "/extraditions",
      extradition: `/extraditions/${await first("/extraditions")}`,
      organizations: "/organizations",
      organization: `/organizations/${await first("/organizations?q=highland")}`,
      cases: "/cases",
      case: `/cases/${await first("/cases?q=5:24-cr-123")}`,
      "case of the public record": `/cases/${await first("/cases?q=Duval")}`,
    });
  });
  afterAll(() => stop());

  test.each<[Language, number, (name: string) => boolean]>([
    ["en", 1440, () => true],
    ["es", 1440, (name) => ["results", "results by month, and growth", "fact sheet"].includes(name)],
    ["en", 390, (name) => name === "results"],
  ])("has its way to entries: in %s at %i pixels", async (language, width, isVisited) => {
    const { page, complaints, leave } = await visit({ language, width, at: url });
    const found: string[] = [];
    // The ways from one page are followed while the next one loads.
    let followed: Promise<string[]> = Promise.resolve([]);
    for (const [name, path] of Object.entries(pages).filter(([one]) => isVisited(one))) {
      await page.goto(url + path);
      await settled(page);
      // The tables and the map of a trend come after the rest.
      if (path.startsWith("/results?") || path === "/results") await page.waitForLoadState("networkidle");
      const told = await numbersOn(page);
      if (told.length === 0) found.push(`${name}: shows no number`);
      found.push(...(await followed));
      followed = Promise.all(told.map((one) => wrongWith(one, `${name} (${path})`, path))).then((wrong) =>
        wrong.flat(),
      );
    }
    found.push(...(await followed), ...complaints);
    await leave();
    expect([...new Set(found)]).toEqual([]);
  });

  /** Whether a number has its way to entries, and stands at its end again. */
  async function wrongWith(
    { text, numbers, selector, ways: led, inHeading }: Told,
    name: string,
    path: string,
  ) {
    // On the page of a list or of a figure the entries stand under what has no link of its own.
    const paths =
      isList(path) && (inHeading || led.length === 0)
        ? [inHeading ? path.replace(/view=[a-z-]+&?/, "") : path]
        : led;
    const ends = await Promise.all(paths.map((one) => ways.follow(one)));
    const known = ends.flatMap((end) => end.numbers ?? []);
    const other = ends.every((end) => end.numbers) ? numbers.filter((number) => !known.includes(number)) : [];
    return [
      ...(paths.length === 0 ? ["no way to entries"] : []),
      ...ends.flatMap(({ wrong }, at) => wrong.map((what) => `${paths[at]}: ${what}`)),
      ...(paths.length > 0 ? other : []).map(
        (number) => `${number} is none of ${known.join(", ")} at ${[...new Set(paths)].join(" and ")}`,
      ),
    ].map((what) => `${name}: “${text}” at ${selector}: ${what}`);
  }
});

/** Whether the page at this address is itself the list of what its numbers count. */
function isList(path: string): boolean {
  return /^\/(cases|assets|extraditions|organizations)(\?|$)|^\/results\//.test(path);
}
