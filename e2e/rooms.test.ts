/** Every address of the workbench, narrow and wide, in both languages: nothing broken, nothing foreign, nothing axe finds. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ask,
  axeFinds,
  inBrowser,
  languages,
  open,
  settled,
  sideways,
  type Visit,
  visit,
  widths,
} from "./visit.ts";

interface Items<Item> {
  items: Item[];
}
interface Counted {
  entry: string;
  case: { id: string };
  source: { id: string };
}

const KNOWN_THEN = "asKnownOn=2024-05-31";

/** Addresses by the name of what they show; those of records are looked up. */
async function addresses(): Promise<Record<string, string>> {
  const counted = await ask<Items<Counted>>("/results/arrests/entries?limit=1");
  const [arrest] = counted.items;
  if (!arrest) throw new Error("The public record has no arrest.");
  const preview = await ask<{ id: string }>("/imports", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      name: "two rows.csv",
      preview: true,
      text: "key,kind,title,taskForce,announced\nrooms-1,case.opened,A case,unknown,2024-05\nrooms-2,case.opened,Another case,unknown,2024-05-32\n",
    }),
  });
  return {
    results: "/results",
    "results of convictions on another basis": "/results?chart=convictions&basis=recorded&since=none",
    "results as known on a day": `/results?${KNOWN_THEN}&population=task-force`,
    "entries counted": "/results/arrests",
    "entries left out": "/results/arrests?view=left-out",
    "figures reported": "/results/convictions?view=reported",
    "how it is counted": "/results/sentenced?view=definition",
    cases: "/cases",
    "cases filtered": "/cases?district=TXS&status=sentenced&sort=title",
    "cases as known on a day": `/cases?${KNOWN_THEN}`,
    "no case": "/cases?q=nothing-is-called-so",
    case: `/cases/${arrest.case.id}`,
    record: "/record",
    "record as known on a day": `/record?${KNOWN_THEN}`,
    "entries of a kind": "/record?kind=figure.reported",
    entry: `/entries/${arrest.entry}`,
    correcting: `/entries/${arrest.entry}/correct`,
    withdrawing: `/entries/${arrest.entry}/withdraw`,
    source: `/sources/${arrest.source.id}`,
    import: "/import",
    "preview of an import": `/import/${preview.id}`,
    "no page": "/nowhere",
    "no such figure": "/results/nothing",
  };
}

inBrowser("the rooms", () => {
  let rooms: Record<string, string> = {};
  beforeAll(async () => {
    rooms = await addresses();
  });

  describe.each(languages)("in %s", (language) => {
    describe.each(widths)("at %i pixels", (width) => {
      let here: Visit;
      beforeAll(async () => {
        here = await visit({ language, width });
      });
      afterAll(() => here?.leave());

      test("are whole, quiet, accessible and no wider than the screen", async () => {
        const found: string[] = [];
        for (const [name, path] of Object.entries(rooms)) {
          await open(here.page, path);
          // The server knows which figures there are, and the browser itself notes that it does not know this one.
          const isExpected = (one: string) => name === "no such figure" && one.includes("404");
          const wrong = [
            ...here.complaints.splice(0).filter((one) => !isExpected(one)),
            ...(await axeFinds(here.page)),
            ...((await sideways(here.page)) > 0 ? [`wider than ${width} pixels`] : []),
            ...((await here.page.locator("html").getAttribute("lang")) === language
              ? []
              : ["another language"]),
            ...(/\[object |undefined|NaN|\{\{/.test(await here.page.locator("body").innerText())
              ? ["words that are not for people"]
              : []),
          ];
          found.push(...wrong.map((what) => `${name}: ${what}`));
        }
        expect(found).toEqual([]);
      });
    });
  });

  test.each([
    ["dark", { colorScheme: "dark" }],
    ["in forced colours", { forcedColors: "active" }],
  ] as const)("%s, they are as accessible", async (_, media) => {
    const { page, leave } = await visit();
    await page.emulateMedia(media);
    const found: string[] = [];
    for (const name of [
      "results",
      "entries left out",
      "case",
      "record",
      "correcting",
      "preview of an import",
    ]) {
      await open(page, rooms[name] ?? "");
      found.push(...(await axeFinds(page)).map((what) => `${name}: ${what}`));
    }
    await leave();
    expect(found).toEqual([]);
  });

  test("say when nothing can be written", async () => {
    const { page, leave } = await visit();
    await page.route("**/api/status", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), canWrite: false } });
    });
    await open(page, rooms.entry ?? "");
    await page.getByText("This copy can be read but not changed.").first().waitFor();
    expect(await page.getByRole("link", { name: "Correct this entry" }).count()).toBe(0);
    await leave();
  });

  test("say that the server does not answer, and go on when it does again", async () => {
    const { page, leave } = await visit();
    await page.route("**/api/cases**", (route) => route.abort());
    await open(page, "/cases?status=charged");
    await page.getByText("The server does not answer.").waitFor();
    await page.unroute("**/api/cases**");
    await page.getByRole("button", { name: "Try again" }).click();
    await settled(page);
    await page.getByRole("table", { name: "Cases" }).waitFor();
    await leave();
  });
});
