/** jd organizations, assets and extraditions: what the rooms list, at a terminal and as JSON, now and as known on a day. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Bench } from "./testing/jd.ts";

const rows: readonly object[] = [
  {
    key: "release",
    kind: "source.described",
    body: { title: "Release", sourceKind: "official-release", dated: "2024-01-10" },
  },
  { key: "trailer", kind: "case.opened", source: "release", body: { title: "Trailer", taskForce: "yes" } },
  {
    key: "boss",
    kind: "defendant.joined",
    source: "release",
    body: { case: "trailer", designation: "coordinator" },
  },
  {
    key: "truck",
    kind: "asset.seized",
    source: "release",
    occurred: "2023-11",
    body: {
      case: "trailer",
      asset: "vehicle",
      hold: "seized",
      description: "tractor",
      value: { amount: { minor: 4_000_050, currency: "USD" } },
    },
  },
  {
    key: "order",
    kind: "asset.forfeited",
    subject: "truck",
    source: "release",
    body: { proceeding: "civil", stage: "final" },
  },
  {
    key: "asked",
    kind: "extradition.requested",
    source: "release",
    body: { case: "trailer", country: "GT", form: "formal", defendant: "boss" },
  },
  {
    key: "route",
    kind: "organization.described",
    source: "release",
    body: { name: "Highland route", organizationKind: "smuggling-organization", countries: ["GT", "MX"] },
  },
  {
    key: "role",
    kind: "role.held",
    source: "release",
    body: { organization: "route", defendant: "boss", tier: "leader" },
  },
];

describe("jd's lists of the rooms", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = new Bench({ JD_PUBLIC_RECORD: "none" });
    bench.write("docket.jsonl", rows.map((row) => JSON.stringify(row)).join("\n"));
    expect(await bench.json("import", "docket.jsonl")).toMatchObject({ accepted: rows.length, refused: [] });
  });
  afterAll(() => bench.close());

  it("answer in JSON with the cut they were seen at", async () => {
    const cut = expect.stringMatching(/^[\w-]+$/);
    expect(await bench.json("organizations", "--country", "GT", "--tier", "leader")).toMatchObject({
      organizations: [{ name: "Highland route", people: 1, leaders: 1, targets: 0 }],
      cut,
    });
    expect(await bench.json("assets", "--state", "forfeited", "--kind", "vehicle")).toMatchObject({
      assets: [{ description: "tractor", case: { title: "Trailer" } }],
      cut,
    });
    expect(await bench.json("extraditions", "--step", "open")).toMatchObject({
      extraditions: [{ country: "GT", step: "requested", defendantName: "coordinator" }],
      cut,
    });
  });

  it("print columns for people", async () => {
    expect((await bench.jd("assets")).out).toMatch(
      /2023-11 +vehicle +forfeited +\$40,000\.50 USD +– +tractor +Trailer\n1 assets\./,
    );
    expect((await bench.jd("organizations")).out).toMatch(
      /Highland route +smuggling-organization +GT MX +1 +1 +0\n/,
    );
    expect((await bench.jd("extraditions")).out).toMatch(/GT +requested +– +– +coordinator +Trailer\n/);
  });

  it("know nothing of a day before any source spoke", async () => {
    for (const name of ["organizations", "assets", "extraditions"])
      expect((await bench.json(name, "--as-known-on", "2024-01-09"))[name], name).toEqual([]);
  });
});
