/** Growth: by how many percent one fiscal year has more of what a measure counts than an earlier one. */
import { defineRefusal } from "@joint-docket/ledger/pure";
import { sql } from "kysely";
import { fiscalYearBounds } from "../../reference/pure.ts";
import type { Frame } from "../frame.ts";
import { growthWords } from "../words/charges.ts";
import { type Classification, judged, type Measure } from "./measure.ts";

export const baseYearWithoutData = defineRefusal<{ year: number }>({
  code: "base-year-without-data",
  status: 422,
  en: {
    sentence: ({ year }) => `Nothing is counted in fiscal year ${year}, so there is nothing to grow from.`,
    remedy: () => "Choose a base year for which the record has data, or look at the counts themselves.",
  },
  es: {
    sentence: ({ year }) => `No se cuenta nada en el año fiscal ${year}, así que no hay desde dónde crecer.`,
    remedy: () => "Elija un año base del que haya datos en el registro, o mire los números mismos.",
  },
});

/** The frame in which a fiscal year is counted by itself. */
export function inFiscalYear(frame: Frame, year: number): Frame {
  const { from, to } = fiscalYearBounds(year);
  return { ...frame, since: from, until: to };
}

const OUTSIDE = sql`('before-window', 'after-period', 'date-unknown', 'may-be-before-window', 'may-be-after-period')`;

/*
 * Each year is counted by itself, as the measure counts it, so that somebody who counts in one year counts in the other
 * too. Of the two judgments of an entry the one is taken that is not only about the other year.
 */
function classify(of: Measure, base: number, later: number, frame: Frame): Classification {
  const year = (which: number, isLater: boolean) =>
    sql`select y.*, ${sql.lit(isLater)} as is_later, coalesce(y.reason in ${OUTSIDE}, false) as outside from ${of.classify(inFiscalYear(frame, which), "of-all")} y`;
  const row = judged({
    entry: sql`c.entry`,
    kind: sql`c.kind`,
    since: sql`c.since`,
    occurred_from: sql`c.occurred_from`,
    occurred_to: sql`c.occurred_to`,
    known: sql`c.known`,
    case_id: sql`c.case_id`,
    weight: sql`c.weight`,
    reason: sql`case when not c.outside then c.reason when c.occurred_from is null then 'date-unknown'
      when c.reason in ('may-be-before-window', 'may-be-after-period') then 'fiscal-year-unsure' else 'other-fiscal-year' end`,
    because: sql`c.because`,
    in_part: sql`c.is_later`,
    country: sql`c.country`,
    asset: sql`c.asset`,
    amount: sql`c.amount`,
    currency: sql`c.currency`,
    quantity: sql`c.quantity`,
    unit: sql`c.unit`,
  });
  return sql`(select ${row} from (
      select distinct on (entry) * from (${year(base, false)} union all ${year(later, true)}) both_years
      order by entry, outside, reason in ('may-be-before-window', 'may-be-after-period') desc, is_later) c)`;
}

/** What others have claimed of growth, each of one thing: charges and prosecutions are never set beside each other. */
export const GROWTH_REPORTED_AS: Readonly<Record<string, string>> = {
  "defendants-charged": "doj.defendants_charged.growth",
  "felony-prosecutions": "doj.felony_prosecutions.growth",
};

/** Growth of a measure that counts, from one fiscal year to a later one. */
export function growth(of: Measure, base: number, later: number): Measure {
  return {
    ...growthWords(of, base, later),
    grows: { of: of.name, base, later },
    bound: "all",
    reportedAs: GROWTH_REPORTED_AS[of.name] ?? null,
    ...(of.alsoBy ? { alsoBy: of.alsoBy } : {}),
    classify: (frame) => classify(of, base, later, frame),
  };
}
