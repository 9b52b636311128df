/** A docket that has something of everything, for the browser tests of a product of their own: a case from arrest to forfeiture, with its organization. */
import { expect } from "vitest";

type Row = Readonly<{ key: string; kind: string; body: object } & Record<string, unknown>>;
const LEADER = "6b3f2c1e-8d4a-4c5b-9e7f-0a1b2c3d4e5f";
const UNSEEN = "0f1e2d3c-4b5a-4968-8776-655443322110";
const JANUARY = { source: "january" };
const JUNE = { source: "june" };
const usd = (minor: number) => ({ minor, currency: "USD" });

function row(key: string, kind: string, body: object, more: object = JANUARY): Row {
  return { key, kind, body, ...more };
}
const count = (
  key: string,
  number: string,
  citation: string,
  more: object = {},
  envelope: object = JANUARY,
) =>
  row(
    key,
    "charge.filed",
    {
      defendant: "driver",
      wording: "transporting people for profit",
      statutes: [{ citation, basis: "stated" }],
      covers: "one-count",
      number,
      ...more,
    },
    envelope,
  );

/** Told by a release of January and a report of June 2024, so that a day between them sees another docket. */
const docket: readonly Row[] = [
  row(
    "january",
    "source.described",
    { title: "Release of January", sourceKind: "official-release", dated: "2024-01-10" },
    {},
  ),
  row(
    "june",
    "source.described",
    { title: "Report of June", sourceKind: "agency-report", dated: "2024-06-20" },
    {},
  ),
  row("heat", "case.opened", { title: "Trailer in the heat", district: "TXS", taskForce: "yes", deaths: 2 }),
  row("cr", "case.docketed", { district: "TXS", number: "5:24-cr-00123" }, { ...JANUARY, subject: "heat" }),
  row("mj", "case.docketed", { district: "AZ", number: "2:24-mj-09001" }, { ...JANUARY, subject: "heat" }),
  row("event", "venture.described", {
    case: "heat",
    form: "event",
    title: "Trailer at the checkpoint",
    people: { count: 101, qualifier: "at-least" },
    deaths: { count: 2, qualifier: "exact" },
    flight: "at-high-speed",
    weapon: "none",
    route: { countries: ["GT", "MX", "US"], district: "TXS" },
    feePerPerson: { least: usd(900_000) },
  }),
  row("driver", "defendant.joined", { case: "heat", designation: "truck driver" }),
  row("boss", "defendant.joined", { case: "heat", designation: "coordinator", person: LEADER }),
  row(
    "arrest",
    "arrest.made",
    { case: "heat", defendant: "driver", place: "domestic" },
    { ...JANUARY, occurred: "2023-11-02" },
  ),
  count("one", "1", "8 USC 1324(a)(1)(A)(ii)"),
  count("two", "2", "8 USC 1324(a)(1)(A)(v)(I)"),
  row(
    "indictment",
    "instrument.filed",
    { case: "heat", instrument: "indictment", counts: ["one", "two"] },
    { ...JANUARY, occurred: "2023-12" },
  ),
  count("two-s", "2s", "8 USC 1324(a)(1)(A)(v)(I)", { supersedes: ["two"] }, JUNE),
  row(
    "superseding",
    "instrument.filed",
    {
      case: "heat",
      instrument: "superseding-indictment",
      counts: ["one", "two-s"],
      supersedes: ["indictment"],
    },
    { ...JUNE, occurred: "2024-04" },
  ),
  row(
    "plea",
    "charge.disposed",
    { outcome: "convicted-plea" },
    { ...JUNE, subject: "one", occurred: "2024-05-02" },
  ),
  row("too-few", "figure.reported", {
    measure: "arrests",
    claim: { operator: "exactly", value: 0 },
    unit: "people",
    asOf: "2024-01-10",
    since: "2023-01-01",
    scope: "task-force",
  }),
  row("paper", "document.filed", {
    case: "heat",
    title: "Indictment",
    documentKind: "charging-document",
    docket: { district: "TXS", number: "5:24-cr-123" },
    entry: 1,
    keptAt: "CM/ECF",
    instrument: "indictment",
  }),
  row(
    "truck",
    "asset.seized",
    {
      case: "heat",
      asset: "vehicle",
      hold: "seized",
      description: "tractor and trailer",
      quantity: { amount: 1, unit: "vehicles" },
      value: { amount: usd(4_000_000), asOf: "2023-12" },
      defendant: "driver",
    },
    { ...JANUARY, occurred: "2023-11-02" },
  ),
  row(
    "claim",
    "asset.claimed",
    { claimant: "lienholder" },
    { ...JANUARY, subject: "truck", occurred: "2024-01-05" },
  ),
  row(
    "order",
    "asset.forfeited",
    { proceeding: "criminal", stage: "final" },
    { ...JUNE, subject: "truck", occurred: "2024-05-20" },
  ),
  row(
    "sale",
    "asset.realized",
    { disposal: "sold", realized: usd(3_100_000) },
    { ...JUNE, subject: "truck", occurred: "2024-06-01" },
  ),
  row("cash", "asset.seized", {
    case: "heat",
    asset: "cash",
    hold: "restrained",
    value: { amount: { minor: 5_000_000, currency: "GTQ" } },
  }),
  row(
    "money",
    "asset.seized",
    { case: "heat", asset: "cash", hold: "seized", value: { amount: usd(16_470_100) } },
    { ...JANUARY, occurred: "2023-11-02" },
  ),
  row(
    "asked",
    "extradition.requested",
    { case: "heat", country: "GT", form: "formal", defendant: "boss" },
    { ...JANUARY, occurred: "2023-12-15" },
  ),
  row(
    "granted",
    "extradition.decided",
    { decision: "granted", by: "court" },
    { ...JUNE, subject: "asked", occurred: "2024-03-01" },
  ),
  row("asked-too", "extradition.requested", { case: "heat", country: "HN", form: "formal" }),
  row(
    "came",
    "extradition.surrendered",
    { district: "TXS" },
    { ...JUNE, subject: "asked-too", occurred: "2024-06-10" },
  ),
  row("route", "organization.described", {
    name: "Highland route",
    organizationKind: "smuggling-organization",
    countries: ["GT", "MX"],
    summary: "Takes people north for a fee.",
  }),
  row("cell", "organization.described", { name: "River cell", organizationKind: "cell", partOf: "route" }),
  row(
    "leads",
    "role.held",
    { organization: "route", defendant: "boss", tier: "leader", from: "2018", until: "2024-03" },
    { ...JANUARY, certainty: "alleged" },
  ),
  row("drives", "role.held", { organization: "route", defendant: "driver", part: "drives", from: "2022" }),
  row("abroad", "role.held", { organization: "route", person: UNSEEN, tier: "leader" }),
  row("in-cell", "role.held", { organization: "cell", person: UNSEEN }),
  row("target", "target.listed", {
    category: "organization-leader",
    designation: "key leaders",
    organization: "route",
  }),
  row(
    "fugitive",
    "target.listed",
    { category: "priority-fugitive", designation: "the coordinator", defendant: "boss" },
    { ...JANUARY, occurred: "2024" },
  ),
  row("uses", "link.asserted", {
    from: { organization: "route" },
    to: { asset: "truck" },
    relation: "uses",
    reliability: "B",
    credibility: "2",
    since: "2022",
  }),
  row(
    "owns",
    "link.asserted",
    {
      from: { organization: "cell" },
      to: { asset: "money" },
      relation: "owns",
      reliability: "C",
      credibility: "3",
    },
    { ...JANUARY, certainty: "alleged" },
  ),
];

/** Imports the docket into the product at this address and waits until it is recorded. */
export async function recordTrailer(url: string): Promise<void> {
  const ask = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(`${url}/api${path}`, init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const run = await ask<{ id: string }>("/imports", {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": "docket-of-the-browser-test" },
    body: JSON.stringify({
      name: "docket.jsonl",
      preview: false,
      text: docket.map((one) => JSON.stringify(one)).join("\n"),
    }),
  });
  let report: object | null = null;
  while (report === null) {
    report = (await ask<{ report: object | null }>(`/imports/${run.id}`)).report;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect(report).toMatchObject({ accepted: docket.length, refused: [] });
}
