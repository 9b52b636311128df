/** A case with everything on it, the assets, extraditions and organizations behind it, as known now and on days before. */
import type { Ledger, Reader } from "@joint-docket/ledger";
import { clerk, onEveryServer, type TestLedger } from "@joint-docket/ledger/testing";
import { beforeAll, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import type { Known } from "../record/index.ts";
import { JUNE, LEADER, type Story, tell, tellStory, UNSEEN } from "./fixtures/story.ts";
import {
  assetPage,
  assetTotals,
  casePage,
  extraditionCountries,
  extraditionPage,
  listAssets,
  listCases,
  listExtraditions,
  listOrganizations,
  neighbourhood,
  organizationPage,
  organizationPeople,
} from "./index.ts";

const BEFORE_JUNE = "2024-06-19";

onEveryServer("cases, assets, extraditions and organizations", (open) => {
  let opened: TestLedger;
  let ledger: Ledger;
  let story: Story;
  let now: Known;
  const spring = () => ({ ...now, attestedBy: BEFORE_JUNE });
  const summer = () => ({ ...now, attestedBy: JUNE });

  beforeAll(async () => {
    opened = await open(kinds);
    ({ ledger } = opened);
    story = await tellStory(ledger);
    now = { size: (await ledger.cut.now()).size, attestedBy: null };
  });

  const read = <T>(work: (reader: Reader) => Promise<T>) => ledger.read(clerk, work);
  const caseAt = (known: Known) =>
    read((reader) => casePage(reader, ledger.kinds, known, story.inCase.record));
  const organizationAt = (known: Known) =>
    read((reader) => organizationPage(reader, ledger.kinds, known, story.organization.record));

  it("shows every part of a case, each with its entry", async () => {
    const page = await caseAt(now);
    expect(page.standing.dockets.map(({ number, district }) => [district, number])).toEqual([
      ["TXS", "5:24-cr-00123"],
      ["AZ", "2:24-mj-09001"],
    ]);
    expect(page.ventures.map(({ entry, body }) => [entry, body.people?.count])).toEqual([
      [story.venture.entry, 101],
    ]);
    expect(page.instruments.map(({ entry, supersededBy }) => [entry, supersededBy])).toEqual([
      [story.indictment.entry, [story.superseding.record]],
      [story.superseding.entry, []],
    ]);
    expect(page.documents.map(({ body }) => body.instrument)).toEqual([story.indictment.record]);
    expect(page.assets.map(({ id, state }) => [id, state])).toEqual([
      [story.truck.record, "realized"],
      [story.cash.record, "restrained"],
    ]);
    expect(page.extraditions.map(({ id, step }) => [id, step])).toEqual([
      [story.extradition.record, "granted"],
    ]);
    expect(page.roles.map(({ in: organization, tier }) => [organization?.name, tier])).toEqual([
      ["Highland route", "leader"],
      ["Highland route", null],
    ]);
  });

  it("tells which counts were superseded, by what, and which were dropped", async () => {
    const { standing } = await caseAt(now);
    const counts = standing.defendants.find(({ id }) => id === story.driver.record)?.counts ?? [];
    expect(counts.map(({ number, superseded }) => [number, superseded?.how, superseded?.record])).toEqual([
      ["1", undefined, undefined],
      ["2", "superseded", story.renewed.record],
      ["3", "dropped", story.superseding.record],
      ["2s", undefined, undefined],
    ]);
  });

  it("shows of a case only what dated sources had stated by the day", async () => {
    const page = await caseAt(spring());
    expect(page.standing.dockets.map(({ district }) => district)).toEqual(["TXS"]);
    expect(
      page.standing.defendants.flatMap(({ counts }) => counts).map((one) => [one.number, one.superseded]),
    ).toEqual([
      ["1", null],
      ["2", null],
      ["3", null],
    ]);
    expect(page.instruments).toHaveLength(1);
    expect(page.assets.map(({ state }) => state)).toEqual(["claimed", "restrained"]);
    expect(page.extraditions.map(({ step }) => step)).toEqual(["requested"]);
    expect(page.roles.map(({ tier }) => tier)).toEqual(["leader"]);
    expect((await caseAt(summer())).assets[0]?.state).toBe("realized");
  });

  it("shows of a case only what had been recorded by a cut", async () => {
    const early = { size: await sizeAfter(story.indictment.entry), attestedBy: null };
    const page = await caseAt(early);
    expect(page.instruments.map(({ entry }) => entry)).toEqual([story.indictment.entry]);
    expect([page.assets, page.extraditions, page.roles, page.documents]).toEqual([[], [], [], []]);
  });

  async function sizeAfter(entry: string): Promise<number> {
    const rows = await opened.asOwner(async (client) => {
      await client.query("set row_security = off");
      return (await client.query("select seq from ledger.entry where id = $1", [entry])).rows;
    });
    return Number(rows[0].seq) + 1;
  }

  it("finds a case by any of its docket numbers, as the court or a person writes it", async () => {
    for (const q of ["5:24-cr-00123", "5:24-CR-123", "2:24-mj-9001", "trailer"]) {
      const { items } = await read((reader) => listCases(reader, ledger.kinds, now, { q }));
      expect(
        items.map(({ id }) => id),
        q,
      ).toEqual([story.inCase.record]);
    }
    const then = await read((reader) => listCases(reader, ledger.kinds, spring(), { q: "2:24-mj-9001" }));
    expect(then.items).toEqual([]);
  });

  it("lists assets by kind, state and currency, newest first", async () => {
    const list = async (known: Known, filter: object) =>
      (await read((reader) => listAssets(reader, ledger.kinds, known, filter))).items.map(({ id }) => id);
    const { truck, cash } = story;
    expect(await list(now, {})).toEqual([truck.record, cash.record]);
    expect(await list(now, { kind: "cash" })).toEqual([cash.record]);
    expect(await list(now, { state: "realized" })).toEqual([truck.record]);
    expect(await list(now, { state: "held" })).toEqual([cash.record]);
    expect(await list(spring(), { state: "realized" })).toEqual([]);
    expect(await list(spring(), { state: "claimed" })).toEqual([truck.record]);
    expect(await list(now, { currency: "GTQ" })).toEqual([cash.record]);
    expect(await list(now, { currency: "USD", unit: "vehicles", q: "TRAILER" })).toEqual([truck.record]);
  });

  it("adds assets up by kind and state, each currency and unit for itself", async () => {
    const totals = await read((reader) => assetTotals(reader, now));
    expect(totals).toHaveLength(2);
    expect(totals).toContainEqual({
      kind: "vehicle",
      state: "realized",
      assets: 1,
      values: [{ currency: "USD", assets: 1, minor: 4_000_000 }],
      quantities: [{ unit: "vehicles", assets: 1, amount: 1 }],
      realized: [{ currency: "USD", assets: 1, minor: 3_100_000 }],
    });
    expect(totals).toContainEqual({
      kind: "cash",
      state: "restrained",
      assets: 1,
      values: [{ currency: "GTQ", assets: 1, minor: 5_000_000 }],
      quantities: [],
      realized: [],
    });
    const then = await read((reader) => assetTotals(reader, spring()));
    expect(then.map(({ state, realized }) => [state, realized.length]).sort()).toEqual([
      ["claimed", 0],
      ["restrained", 0],
    ]);
  });

  it("shows one asset with its steps, its case and whom it was taken from", async () => {
    const { asset, sources } = await read((reader) =>
      assetPage(reader, ledger.kinds, now, story.truck.record),
    );
    expect(asset).toMatchObject({
      case: { title: "Trailer" },
      defendantName: "truck driver",
      valuedOn: "2024-01",
    });
    expect([asset.claims, asset.orders, asset.realizations].map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(sources.map(({ entries }) => entries)).toEqual([3, 2]);
    await expect(
      read((reader) =>
        assetPage(reader, ledger.kinds, { ...now, attestedBy: "2024-01-09" }, story.truck.record),
      ),
    ).rejects.toMatchObject({ code: "asset-not-there" });
  });

  it("lists extraditions by country and step, and says since when each is open", async () => {
    const list = async (known: Known, filter: object) =>
      (await read((reader) => listExtraditions(reader, ledger.kinds, known, "2024-06-25", filter))).items;
    const [line] = await list(now, { country: "GT", step: "open" });
    expect(line).toMatchObject({ step: "granted", openDays: 193, defendantName: "coordinator" });
    expect(await list(now, { step: "surrendered" })).toEqual([]);
    expect(await list(spring(), { step: "granted" })).toEqual([]);
    expect(await list(spring(), { step: "requested" })).toHaveLength(1);
    const byCountry = (known: Known) => read((reader) => extraditionCountries(reader, known));
    expect(await byCountry(now)).toEqual([{ country: "GT", step: "granted", extraditions: 1 }]);
    expect(await byCountry(spring())).toEqual([{ country: "GT", step: "requested", extraditions: 1 }]);
    const { extradition } = await read((reader) =>
      extraditionPage(reader, ledger.kinds, now, "2024-06-25", story.extradition.record),
    );
    expect(extradition.decisions.map(({ entry }) => entry)).toEqual([story.granted.entry]);
  });

  it("takes an undated request as given where its surrender was stated", async () => {
    const told = await tellStory(ledger);
    const request = await tell(ledger, "extradition.requested", {
      case: told.inCase.record,
      country: "HN",
      form: "formal",
    });
    const at = async () => ({ size: (await ledger.cut.now()).size, attestedBy: JUNE });
    const list = async () => {
      const known = await at();
      return (await read((reader) => listExtraditions(reader, ledger.kinds, known, JUNE, { country: "HN" })))
        .items;
    };
    expect(await list()).toEqual([]);
    await tell(ledger, "extradition.surrendered", {}, { subject: request.record, source: told.june.source });
    expect((await list()).map(({ id, step }) => [id, step])).toEqual([[request.record, "surrendered"]]);
  });

  it("lists organizations with their people, leaders and targets", async () => {
    const list = async (known: Known, filter: object) =>
      (await read((reader) => listOrganizations(reader, ledger.kinds, known, filter))).items.map((row) => [
        row.name,
        row.people,
        row.leaders,
        row.targets,
      ]);
    expect(await list(now, {})).toEqual([
      ["Highland route", 3, 2, 1],
      ["River cell", 0, 0, 0],
    ]);
    expect(await list(spring(), { country: "MX" })).toEqual([["Highland route", 2, 2, 1]]);
    expect(await list(now, { tier: "leader", target: "organization-leader", q: "highland" })).toHaveLength(1);
    for (const nothing of [
      { tier: "manager" },
      { target: "priority-fugitive" },
      { country: "US" },
      { kind: "cartel" },
    ])
      expect(await list(now, nothing), JSON.stringify(nothing)).toEqual([]);
  });

  it("counts a person once, whatever cases they are a defendant in, and says what was done to each", async () => {
    const { items, total } = await read((reader) =>
      organizationPeople(reader, ledger.kinds, now, story.organization.record, {}),
    );
    expect(total).toBe(3);
    const leader = items.find(({ id }) => id === LEADER);
    expect(leader).toMatchObject({ tier: "leader", standing: false });
    expect(leader?.roles).toHaveLength(2);
    expect(leader?.defendants.map((one) => one.case?.title).sort()).toEqual(["Stash house", "Trailer"]);
    expect(leader?.done.arrested?.entry).toBe(story.arrest.entry);
    expect(items.find(({ id }) => id === UNSEEN)).toMatchObject({ standing: true, defendants: [] });
    expect(items.find(({ id }) => id === story.driver.record)?.done.convicted).not.toBeNull();
  });

  it("tallies people by tier, and leads from each number to the people behind it", async () => {
    const { tally } = await organizationAt(now);
    expect(tally.map(({ tier, people, arrested, standing }) => [tier, people, arrested, standing])).toEqual([
      ["leader", 2, 1, 1],
      [null, 1, 0, 0],
    ]);
    for (const { tier, ...numbers } of tally)
      for (const done of [
        "arrested",
        "charged",
        "convicted",
        "sentenced",
        "extradited",
        "standing",
      ] as const) {
        const { total } = await read((reader) =>
          organizationPeople(reader, ledger.kinds, now, story.organization.record, {
            tier: tier ?? "none",
            done,
          }),
        );
        expect(total, `${tier} ${done}`).toBe(numbers[done]);
      }
  });

  it("pages through people without losing or repeating one", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await read((reader) =>
        organizationPeople(reader, ledger.kinds, now, story.organization.record, {}, { after, limit: 2 }),
      );
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
  });

  it("shows an organization's targets, cases, assets and parts, and how each comes to be its", async () => {
    const page = await organizationAt(now);
    expect(page.parts.map(({ name }) => name)).toEqual(["River cell"]);
    expect(page.targets.map(({ designation, person }) => [designation, person?.id])).toEqual([
      ["the coordinator", LEADER],
      ["key leaders", undefined],
    ]);
    expect(page.cases.map(({ title, through }) => [title, through])).toEqual([
      ["Stash house", ["role"]],
      ["Trailer", ["role"]],
    ]);
    expect(page.assets.map(({ id, through }) => [id, through])).toEqual([
      [story.truck.record, ["role", "link"]],
    ]);
    const then = await organizationAt(spring());
    expect(then.targets.map(({ designation }) => designation)).toEqual(["key leaders"]);
    expect(then.assets.map(({ state, through }) => [state, through])).toEqual([["claimed", ["link"]]]);
    await expect(organizationAt({ ...now, attestedBy: "2024-01-09" })).rejects.toMatchObject({
      code: "organization-not-there",
    });
  });

  it("charts what is linked with an organization, one step out, with source and grade", async () => {
    const around = (known: Known, ...ids: string[]) =>
      read((reader) => neighbourhood(reader, ledger.kinds, known, ids));
    const { nodes, links, more } = await around(now, story.organization.record);
    expect(nodes.map(({ type, name, opened: isOpen }) => [type, name, isOpen])).toEqual([
      ["organization", "Highland route", true],
      ["organization", "River cell", false],
      ["person", "coordinator, boss", false],
      ["person", "truck driver", false],
      ["person", null, false],
      ["asset", "tractor and trailer", false],
    ]);
    expect(more).toEqual([]);
    const uses = links.find(({ relation }) => relation === "uses");
    expect(uses).toMatchObject({
      grade: { reliability: "B", credibility: "2" },
      source: { dated: "2024-01-10" },
    });
    expect(links.map(({ relation }) => relation).sort()).toEqual([
      "belongs-to",
      "role",
      "role",
      "role",
      "role",
      "uses",
    ]);
    expect(nodes[0]?.links).toBe(6);
    const then = await around(spring(), story.organization.record);
    expect(then.nodes.map(({ name }) => name)).not.toContain("truck driver");
    expect(then.nodes[0]?.links).toBe(5);
  });

  it("charts a case by its defendants and assets", async () => {
    const { nodes, links } = await read((reader) =>
      neighbourhood(reader, ledger.kinds, now, [story.inCase.record]),
    );
    expect(nodes.filter(({ opened: isOpen }) => isOpen).map(({ type }) => type)).toEqual([
      "person",
      "person",
      "asset",
    ]);
    expect(links.map(({ relation }) => relation).sort()).toEqual(["role", "role", "role", "uses"]);
  });
});
