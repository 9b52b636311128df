/** A case from arrest to forfeiture through the import and the ledger: good rows once, each bad one back with what to do. */
import { Readable } from "node:stream";
import type { Ledger } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { beforeAll, expect, it } from "vitest";
import { importRows, readLines, readMapping } from "./exchange/index.ts";
import { kinds } from "./pure.ts";

interface Row {
  readonly key: string;
  readonly kind: string;
  readonly subject?: string;
  readonly source?: string;
  readonly occurred?: string;
  readonly body: object;
}

const row = (key: string, kind: string, body: object, more: Partial<Row> = {}): Row => ({
  key,
  kind,
  body,
  ...more,
});
const usd = (minor: number) => ({ minor, currency: "USD" });
const count = (key: string, more: object = {}) =>
  row(key, "charge.filed", {
    defendant: "driver",
    wording: "transporting aliens",
    statutes: [],
    covers: "one-count",
    ...more,
  });

const course: readonly Row[] = [
  row("release", "source.described", {
    title: "Release",
    sourceKind: "official-release",
    dated: "2024-05-31",
  }),
  row("trailer", "case.opened", { title: "Trailer", district: "TXS", taskForce: "yes" }),
  row("cr", "case.docketed", { district: "TXS", number: "5:24-cr-00123" }, { subject: "trailer" }),
  row("mj", "case.docketed", { district: "AZ", number: "2:24-mj-09001" }, { subject: "trailer" }),
  row("event", "venture.described", {
    case: "trailer",
    form: "event",
    title: "Trailer in the heat",
    people: { count: 101, qualifier: "at-least" },
    deaths: { count: 2, qualifier: "exact" },
    flight: "at-high-speed",
  }),
  row("driver", "defendant.joined", { case: "trailer", designation: "truck driver" }),
  row("arrest", "arrest.made", { case: "trailer", defendant: "driver", place: "foreign", country: "GT" }),
  count("count 1"),
  count("count 2"),
  row("indictment", "instrument.filed", {
    case: "trailer",
    instrument: "indictment",
    defendants: ["driver"],
    counts: ["count 1", "count 2"],
  }),
  row(
    "asked",
    "extradition.requested",
    {
      case: "trailer",
      country: "GT",
      form: "formal",
      defendant: "driver",
    },
    { occurred: "2024-01" },
  ),
  row("granted", "extradition.decided", { decision: "granted" }, { subject: "asked", occurred: "2024-03" }),
  row(
    "handed over",
    "extradition.surrendered",
    { district: "TXS" },
    { subject: "asked", occurred: "2024-04" },
  ),
  row("plea", "charge.disposed", { outcome: "convicted-plea" }, { subject: "count 1", occurred: "2024-05" }),
  count("count 2s", { supersedes: ["count 2"] }),
  row("superseding", "instrument.filed", {
    case: "trailer",
    instrument: "superseding-indictment",
    counts: ["count 1", "count 2s"],
    supersedes: ["indictment"],
  }),
  row(
    "truck",
    "asset.seized",
    {
      case: "trailer",
      asset: "vehicle",
      hold: "seized",
      quantity: { amount: 1, unit: "vehicles" },
      value: { amount: usd(4_000_000), asOf: "2024-06" },
      defendant: "driver",
    },
    { occurred: "2024-01-10" },
  ),
  row("claim", "asset.claimed", { claimant: "lienholder" }, { subject: "truck", occurred: "2024-03" }),
  row(
    "order",
    "asset.forfeited",
    { proceeding: "criminal", stage: "final" },
    { subject: "truck", occurred: "2024-07" },
  ),
  row(
    "sale",
    "asset.realized",
    { disposal: "sold", realized: usd(3_100_000) },
    { subject: "truck", occurred: "2024-09" },
  ),
  row("cash", "asset.seized", {
    case: "trailer",
    asset: "cash",
    hold: "restrained",
    value: { amount: { minor: 5_000_000, currency: "GTQ" } },
  }),
  row("route", "organization.described", {
    name: "Highland route",
    organizationKind: "smuggling-organization",
  }),
  row(
    "part",
    "role.held",
    { organization: "route", defendant: "driver", tier: "significant-facilitator" },
    {
      source: "release",
    },
  ),
  row("target", "target.listed", {
    category: "organization-leader",
    designation: "key leaders",
    organization: "route",
  }),
  row(
    "link",
    "link.asserted",
    {
      from: { organization: "route" },
      to: { asset: "truck" },
      relation: "uses",
      reliability: "B",
      credibility: "2",
    },
    { source: "release" },
  ),
  row("paper", "document.filed", {
    case: "trailer",
    title: "Indictment",
    documentKind: "charging-document",
    docket: { district: "TXS", number: "5:24-cr-123" },
    entry: 1,
    keptAt: "CM/ECF",
    instrument: "indictment",
  }),
];

/** Each with the code it comes back with. */
const bad: readonly (readonly [string, Row])[] = [
  [
    "docket-number-twice",
    row("x1", "case.docketed", { district: "TXS", number: "5:24-CR-123" }, { subject: "trailer" }),
  ],
  [
    "docket-number-in-two-districts",
    row("x2", "case.docketed", { district: "TXW", number: "5:24-cr-00123" }, { subject: "trailer" }),
  ],
  [
    "convicted-count-dropped",
    row("x3", "instrument.filed", {
      case: "trailer",
      instrument: "superseding-indictment",
      counts: ["count 2s"],
      supersedes: ["superseding"],
      drops: ["count 1"],
    }),
  ],
  [
    "currency-unknown",
    row("x4", "asset.seized", {
      case: "trailer",
      asset: "cash",
      hold: "seized",
      value: { amount: { minor: 100, currency: "UDS" } },
    }),
  ],
  [
    "unit-not-of-asset",
    row("x5", "asset.seized", {
      case: "trailer",
      asset: "drug",
      hold: "seized",
      quantity: { amount: 3, unit: "vehicles" },
    }),
  ],
  [
    "asset-never-seized",
    row("x6", "asset.forfeited", { proceeding: "administrative", stage: "final" }, { subject: "cash" }),
  ],
  [
    "realized-before-ordered",
    row("x7", "asset.realized", { disposal: "deposited", realized: usd(1) }, { subject: "cash" }),
  ],
  [
    "realized-in-other-currency",
    row(
      "x8",
      "asset.realized",
      { disposal: "sold", realized: { minor: 1, currency: "EUR" } },
      { subject: "truck" },
    ),
  ],
  [
    "surrender-before-request",
    row("x9", "extradition.surrendered", { temporary: true }, { subject: "asked", occurred: "2023-12" }),
  ],
  [
    "ends-before-it-starts",
    row("x10", "role.held", { organization: "route", defendant: "driver", from: "2022", until: "2021" }),
  ],
  [
    "tier-without-evidence",
    row("x11", "role.held", { organization: "route", defendant: "driver", tier: "leader" }),
  ],
  [
    "row-reference-unknown",
    row(
      "x12",
      "asset.forfeited",
      { proceeding: "civil", stage: "final" },
      { subject: "a house never seized" },
    ),
  ],
];

onEveryServer("a case from arrest to forfeiture", (open) => {
  let ledger: Ledger;

  beforeAll(async () => {
    ({ ledger } = await open(kinds));
  });

  const imported = (rows: readonly Row[]) =>
    importRows(
      ledger,
      clerk,
      readLines(Readable.from([rows.map((one) => JSON.stringify(one)).join("\n")]), "jsonl", readMapping({})),
      { format: "jsonl" },
    );

  it("is recorded whole, and again changes nothing", async () => {
    const { accepted, refused } = await imported(course);
    expect(refused).toEqual([]);
    expect(accepted).toBe(course.length);
    expect(await imported(course)).toMatchObject({ accepted: 0, unchanged: course.length, refused: [] });
  });

  it("takes no row that cannot be, and keeps the good one among them", async () => {
    const good = row("x13", "asset.forfeited", { proceeding: "civil", stage: "final" }, { subject: "cash" });
    const { accepted, refused } = await imported([...bad.map(([, one]) => one), good]);
    const inOrder = refused.toSorted((one, other) => one.line - other.line);
    expect(inOrder.map(({ line, code }) => [line, code])).toEqual(
      bad.map(([code], index) => [index + 1, code]),
    );
    expect(refused.every(({ message, remedy }) => message.endsWith(".") && remedy.endsWith("."))).toBe(true);
    expect(accepted).toBe(1);
  });

  it("is projected to the same bytes by a rebuild", async () => {
    expect((await ledger.rebuild()).identical).toBe(true);
    expect((await ledger.verify()).ok).toBe(true);
  });
});
