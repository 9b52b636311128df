/** What the addresses of results take and answer with. */
import { bases, breakdowns, populations, reasons, TASK_FORCE_BEGAN } from "@joint-docket/taskforce/results";
import { z } from "zod";
import { asKnown, bilingual, cutToken, entryView, sourceLine } from "../shapes.ts";

/** The frame that figures are seen in. */
export const resultFrame = {
  basis: z
    .enum(bases)
    .default("attested")
    .meta({ description: "attested: a dated source had stated it; recorded: this ledger knew it" }),
  population: z.enum(populations).default("record"),
  since: z.string().max(10).default(TASK_FORCE_BEGAN).meta({ description: "First day counted, or none" }),
  until: z.string().max(10).optional().meta({ description: "Last day counted" }),
  ...asKnown,
};

const year = z.coerce.number().int().min(1977).max(2199);

/** What makes a family of measures one measure. */
export const measureParameters = {
  of: z.string().max(80).optional().meta({ description: "With growth-since: the measure that grows" }),
  baseYear: year.optional().meta({ description: "With growth-since: the fiscal year it grows from" }),
  laterYear: year.optional().meta({
    description:
      "With growth-since: the fiscal year compared with it; the last one that has ended where left out",
  }),
};

export const measureParam = z.object({ measure: z.string().max(120) });

export const reported = z
  .object({
    entry: z.uuid(),
    figure: z.uuid(),
    measure: z.string(),
    claim: z.object({ operator: z.string(), value: z.number().optional(), wording: z.string().optional() }),
    sentence: bilingual,
    value: z.number().nullable(),
    asOf: z.string().nullable(),
    since: z.string().nullable(),
    fiscalYear: z.int().nullable(),
    district: z.string().nullable(),
    attestedAt: z.string().nullable(),
    unit: z.string(),
    scope: z.string(),
    source: sourceLine.nullable(),
    certainty: z.string(),
  })
  .meta({ id: "Reported", description: "A figure somebody else reported: a claim with an operator" });

const sum = z
  .object({
    in: z.string().meta({ description: "A currency (ISO 4217) or a unit of quantity" }),
    kind: z.enum(["currency", "unit"]),
    amount: z.int().meta({ description: "Minor units of the currency, or thousandths of the unit" }),
    said: bilingual,
    entries: z.int(),
    measure: z.string().meta({ description: "The measure whose value it is" }),
  })
  .meta({
    id: "Sum",
    description: "What is counted, added up in one currency or unit; nothing is converted",
  });

const figures = {
  value: z.number().nullable().meta({
    description:
      "How many; percent to a tenth, null of nothing; or a sum in minor units or thousandths, as `counts` says",
  }),
  ratio: z
    .object({ part: z.int(), whole: z.int() })
    .nullable()
    .meta({ description: "Of a percentage: a share's part and whole, or growth's later year and base" }),
  sums: z.array(sum),
};

export const measureSchema = z
  .object({
    measure: z.string(),
    version: z.int(),
    counts: z.enum(["number", "percent", "minor", "thousandths"]),
    grows: z.object({ of: z.string(), base: z.int(), later: z.int() }).nullable(),
    breakdowns: z.array(z.object({ by: z.enum(breakdowns), title: bilingual })),
    title: bilingual,
    unit: bilingual,
    definition: bilingual,
    eventDate: bilingual,
    samePerson: bilingual,
    ...figures,
    basis: z.enum(bases),
    population: z.object({ key: z.enum(populations), title: bilingual, unknownCases: z.int() }),
    cut: cutToken,
    counted: z.object({
      entries: z.int(),
      cases: z.int(),
      synthetic: z
        .int()
        .meta({ description: "How many of the entries belong to cases that a program made up" }),
    }),
    leftOut: z.array(z.object({ reason: z.enum(reasons), title: bilingual, entries: z.int() })),
    reported: z.array(reported),
  })
  .meta({ id: "Measure" });

export const groupSchema = z
  .object({
    key: z.array(z.string().nullable()).meta({ description: "In the order of `by`; null where not known" }),
    titles: z.array(bilingual),
    entries: z.int(),
    cases: z.int(),
    ...figures,
  })
  .meta({ id: "Group", description: "One group of a broken-down figure" });

export const contradiction = z.object({
  rule: z.string(),
  measure: z.string(),
  sentence: bilingual,
  figures: z.array(reported),
  recorded: z
    .object({ measure: z.string(), date: z.string(), since: z.string(), value: z.number() })
    .optional(),
});

/** The parameters that name one group, by its key or `not-known`. */
export const placeParameters = {
  "fiscal-year": z.string().max(20).optional(),
  quarter: z.string().max(20).optional(),
  month: z.string().max(20).optional(),
  district: z.string().max(20).optional(),
  country: z.string().max(20).optional(),
  "asset-kind": z.string().max(40).optional(),
  currency: z.string().max(20).optional(),
  unit: z.string().max(20).optional(),
};

export const countedEntry = entryView.extend({
  weight: z.int(),
  case: z.object({ id: z.uuid(), title: z.string() }).nullable(),
});
export const leftOutEntry = countedEntry.extend({
  reason: z.enum(reasons),
  reasonTitle: bilingual,
  because: z.uuid().nullable(),
});
export const listing = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), cut: cutToken });
