/** Cases, organizations, assets and extraditions over HTTP: each answers in its shape, page by page, at every cut. */
import { onEveryServer } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse, problemIn } from "./testing/house.ts";
import { ELSEWHERE } from "./testing/elsewhere.ts";

const NOBODY = "0f1e2d3c-4b5a-4968-8776-655443322110";
const DAY = "2024-01-10";

onEveryServer("the rooms of the docket", (open) => {
  let house: House;
  let source: string;
  let told: Record<"inCase" | "truck" | "extradition" | "organization" | "leader", string>;

  const tell = async (kind: string, body: object, more: object = {}) =>
    (await house.record({ kind, body, ...(kind === "source.described" ? {} : { source }), ...more })).subject;

  beforeAll(async () => {
    house = await openHouse(open);
    source = await tell("source.described", { title: "Release", sourceKind: "official-release", dated: DAY });
    const inCase = await tell("case.opened", { title: "Trailer", district: "TXS", taskForce: "yes" });
    await tell("case.docketed", { district: "TXS", number: "5:24-cr-00123" }, { subject: inCase });
    await tell("venture.described", { case: inCase, form: "event", title: "Trailer in the heat" });
    const leader = await tell("defendant.joined", { case: inCase, designation: "coordinator" });
    const count = await tell("charge.filed", { defendant: leader, statutes: [], covers: "one-count" });
    await tell("instrument.filed", { case: inCase, instrument: "indictment", counts: [count] });
    await tell("document.filed", {
      case: inCase,
      title: "Indictment",
      documentKind: "charging-document",
      keptAt: "CM/ECF",
    });
    const organization = await tell("organization.described", {
      name: "Highland route",
      organizationKind: "smuggling-organization",
      countries: ["GT"],
    });
    const truck = await tell("asset.seized", {
      case: inCase,
      asset: "vehicle",
      hold: "seized",
      value: { amount: { minor: 100, currency: "USD" } },
      defendant: leader,
    });
    const extradition = await tell(
      "extradition.requested",
      { case: inCase, country: "GT", form: "formal", defendant: leader },
      { occurred: "2023-12-01" },
    );
    for (let more = 0; more < 3; more++) {
      await tell(
        "asset.seized",
        { case: inCase, asset: "cash", hold: "restrained" },
        { occurred: `2023-0${more + 1}` },
      );
      await tell("extradition.requested", { case: inCase, country: "HN", form: "not-stated" });
      await tell("organization.described", { name: `Cell ${more}`, organizationKind: "cell" });
      await tell("role.held", {
        organization,
        ...(more === 0
          ? { defendant: leader, tier: "leader" }
          : { person: NOBODY.replace("0f1e", `0f1${more}`) }),
      });
    }
    await tell("asset.forfeited", { proceeding: "criminal", stage: "final" }, { subject: truck });
    await tell(
      "asset.realized",
      { disposal: "sold", realized: { minor: 90, currency: "USD" } },
      { subject: truck },
    );
    await tell("extradition.decided", { decision: "granted" }, { subject: extradition });
    await tell("target.listed", {
      category: "priority-fugitive",
      designation: "the coordinator",
      defendant: leader,
      organization,
    });
    await tell("link.asserted", {
      from: { organization },
      to: { asset: truck },
      relation: "uses",
      reliability: "A",
      credibility: "1",
    });
    told = { inCase, truck, extradition, organization, leader };
  });
  afterAll(() => house.close());

  const get = async (address: string) => {
    const answer = await house.get(address);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.json.cut, address).toMatch(/^[\w-]+$/);
    return answer.json;
  };

  it("answers each in the shape it promises, whatever is asked of it", async () => {
    const page = await get(`/api/cases/${told.inCase}`);
    expect(page).toMatchObject({
      dockets: [{ number: "5:24-cr-00123" }],
      ventures: [{ body: { title: "Trailer in the heat" } }],
      instruments: [{ body: { instrument: "indictment" }, supersededBy: [] }],
      documents: [{ body: { keptAt: "CM/ECF" } }],
      roles: [{ tier: "leader", in: { name: "Highland route" } }],
    });
    expect(page.assets).toHaveLength(4);
    expect(page.extraditions).toHaveLength(4);
    expect((await get("/api/cases?q=5:24-cr-123")).items).toMatchObject([{ dockets: ["5:24-cr-00123"] }]);
    expect(await get("/api/assets?state=realized&currency=USD&kind=vehicle")).toMatchObject({
      total: 1,
      items: [
        { id: told.truck, state: "realized", case: { title: "Trailer" }, defendantName: "coordinator" },
      ],
    });
    expect((await get("/api/assets/totals")).items).toContainEqual(
      expect.objectContaining({
        kind: "vehicle",
        state: "realized",
        realized: [{ currency: "USD", assets: 1, minor: 90 }],
      }),
    );
    expect(await get(`/api/assets/${told.truck}`)).toMatchObject({
      asset: { orders: [{ body: { stage: "final" } }] },
    });
    expect(await get("/api/extraditions?country=GT&step=open&sort=oldest")).toMatchObject({
      total: 1,
      items: [{ id: told.extradition, step: "granted" }],
    });
    expect((await get("/api/extraditions/countries")).items).toEqual([
      { country: "GT", step: "granted", extraditions: 1 },
      { country: "HN", step: "requested", extraditions: 3 },
    ]);
    expect(await get(`/api/extraditions/${told.extradition}`)).toMatchObject({
      extradition: { decisions: [{ body: { decision: "granted" } }] },
    });
    expect(
      await get(
        "/api/organizations?tier=leader&target=priority-fugitive&country=GT&kind=smuggling-organization&q=route",
      ),
    ).toMatchObject({ total: 1, items: [{ id: told.organization, people: 3, leaders: 1, targets: 1 }] });
    expect(await get(`/api/organizations/${told.organization}`)).toMatchObject({
      tally: [
        { tier: "leader", people: 1, charged: 1, standing: 1 },
        { tier: null, people: 2 },
      ],
      targets: [{ category: "priority-fugitive", person: { id: told.leader } }],
      cases: [{ id: told.inCase, through: ["role"] }],
      assets: [{ id: told.truck, through: ["role", "link"] }],
    });
    expect(
      await get(`/api/organizations/${told.organization}/people?tier=leader&done=charged`),
    ).toMatchObject({
      total: 1,
      items: [{ id: told.leader, standing: true }],
    });
    const links = await get(`/api/links?around=${told.organization},${told.leader}`);
    expect(links.links.filter(({ grade }: { grade: unknown }) => grade !== null)).toMatchObject([
      { relation: "uses", grade: { reliability: "A", credibility: "1" }, source: { title: "Release" } },
    ]);
  });

  it("pages through each list without losing, repeating or reordering anything", async () => {
    for (const address of [
      "/api/assets?",
      "/api/extraditions?sort=newest&",
      "/api/extraditions?sort=oldest&",
      "/api/organizations?",
      `/api/organizations/${told.organization}/people?`,
    ]) {
      const whole = await get(`${address}limit=200`);
      const ids: string[] = [];
      let next: string | null = null;
      do {
        const page = await get(
          `${address}limit=2${next === null ? "" : `&cursor=${encodeURIComponent(next)}`}`,
        );
        expect(page.total, address).toBe(whole.items.length);
        ids.push(...page.items.map(({ id }: { id: string }) => id));
        next = page.next;
      } while (next !== null);
      expect(ids.length, address).toBeGreaterThan(2);
      expect(ids, address).toEqual(whole.items.map(({ id }: { id: string }) => id));
    }
  });

  it("knows nothing of them on a day before anybody had stated them, nor at a cut before they were recorded", async () => {
    const { cut } = (await house.get("/api/ledger")).json.head ? await get("/api/assets") : { cut: "" };
    for (const [list, record, code] of [
      ["organizations", told.organization, "organization-not-there"],
      ["assets", told.truck, "asset-not-there"],
      ["extraditions", told.extradition, "extradition-not-there"],
    ] as const) {
      for (const then of ["asKnownOn=2024-01-09", "asKnownOn=2024-01-10&basis=recorded"]) {
        expect(await get(`/api/${list}?${then}`), `${list} ${then}`).toMatchObject({ items: [], total: 0 });
        expect(problemIn(await house.get(`/api/${list}/${record}?${then}`))).toEqual({ status: 404, code });
      }
      expect((await get(`/api/${list}?asKnownOn=${DAY}`)).total, list).toBeGreaterThan(0);
      const again = await get(`/api/${list}?cut=${cut}`);
      expect(again.items, list).toEqual((await get(`/api/${list}`)).items);
    }
    expect((await get("/api/assets/totals?asKnownOn=2024-01-09")).items).toEqual([]);
    expect((await get("/api/extraditions/countries?asKnownOn=2024-01-09")).items).toEqual([]);
    expect((await get(`/api/links?around=${told.organization}&asKnownOn=2024-01-09`)).nodes).toEqual([]);
    expect(
      problemIn(await house.get(`/api/organizations/${told.organization}/people?asKnownOn=2024-01-09`)),
    ).toEqual({ status: 404, code: "organization-not-there" });
  });

  it("refuses what it cannot use, with what to do", async () => {
    for (const address of [
      "/api/assets?kind=horse",
      "/api/assets?state=lost",
      "/api/extraditions?step=half",
      "/api/organizations?tier=king",
      `/api/organizations/${told.organization}/people?done=nothing`,
      "/api/links?around=not-a-number",
      "/api/links",
      "/api/assets/1",
    ])
      expect(problemIn(await house.get(address)), address).toEqual({ status: 400, code: "request-invalid" });
    for (const [list, code] of [
      ["assets", "asset-not-there"],
      ["extraditions", "extradition-not-there"],
      ["organizations", "organization-not-there"],
    ] as const)
      expect(problemIn(await house.get(`/api/${list}/${NOBODY}`)), list).toEqual({ status: 404, code });
    const { next } = await get("/api/assets?limit=1");
    expect(problemIn(await house.get(`/api/organizations?cursor=${encodeURIComponent(next)}`)).code).toBe(
      "cursor-wrong",
    );
  });

  it("answered every operation of its own, each in its own shape", () => {
    expect(house.contract.unanswered(ELSEWHERE["rooms.test.ts"])).toEqual([]);
  });
});
