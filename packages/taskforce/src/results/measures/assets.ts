/** Assets seized and forfeited: how many, and what they come to in one currency or unit; nothing is converted. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "../frame.ts";
import { context, standing } from "../standing.ts";
import { forfeituresWords, seizuresWords, sumWords } from "../words/assets.ts";
import type { Text } from "../words.ts";
import {
  type Classification,
  emptied,
  emptiedRecords,
  fromEvent,
  judged,
  type Measure,
  ownReasonOf,
  populationJoin,
  populationReason,
} from "./measure.ts";

const WORTH = ["value_minor", "value_currency", "quantity_thousandths", "unit"];

function classifySeizures(frame: Frame): Classification {
  const row = judged({
    ...fromEvent("s"),
    kind: sql`'asset.seized'`,
    case_id: sql`s.case_id`,
    weight: sql`1`,
    reason: sql`coalesce(${ownReasonOf(frame, "s")}, ${populationReason(frame, sql`k.task_force`)},
      case when s.hold <> 'seized' then 'not-seized' end)`,
    country: sql`coalesce(s.country, case when s.district is not null then 'US' end)`,
    asset: sql`s.asset`,
    amount: sql`s.value_minor`,
    currency: sql`s.value_currency`,
    quantity: sql`s.quantity_thousandths`,
    unit: sql`s.unit`,
  });
  return sql`(select ${row}
    from ${standing(frame, "seizure", ["case_id", "asset", "hold", "district", "country", ...WORTH])} s
    ${populationJoin(frame, sql`s.case_id`)}
    union all ${emptied(frame, ["asset.seized"])})`;
}

/*
 * An asset counts by its first final order. Final orders for further parts add their sums and no asset; any other order
 * speaks of the same asset once more. An order that names no part is for all of it, and comes first.
 */
function classifyForfeitures(frame: Frame): Classification {
  const whole = sql`(o.amount_minor is null and o.quantity_thousandths is null)`;
  const first = sql`(partition by subject order by reason nulls first, stage = 'final' desc, whole desc, occurred_from, since)`;
  const isAgain = sql`e.reason is null and e.entry <> e.first and (e.stage <> 'final' or e.whole or e.first_whole or e.first_stage <> 'final')`;
  const row = judged({
    ...fromEvent("e"),
    kind: sql`'asset.forfeited'`,
    case_id: sql`e.case_id`,
    weight: sql`case when e.reason is null and e.entry <> e.first then 0 else 1 end`,
    reason: sql`coalesce(e.reason, case when ${isAgain} then 'same-asset' end)`,
    because: sql`case when e.reason = 'emptied' then e.by when ${isAgain} then e.first end`,
    asset: sql`e.asset`,
    amount: sql`e.amount`,
    currency: sql`e.currency`,
    quantity: sql`e.quantity`,
    unit: sql`e.part_unit`,
  });
  return sql`(with event as (
      select o.entry, o.subject, o.since, o.occurred_from, o.occurred_to, o.attested, o.stage, ${whole} as whole, a.case_id, a.asset, x.by,
        case when ${whole} then a.value_minor else o.amount_minor end as amount,
        case when ${whole} then a.value_currency else o.amount_currency end as currency,
        case when ${whole} then a.quantity_thousandths else o.quantity_thousandths end as quantity,
        case when ${whole} then a.unit else o.unit end as part_unit,
        coalesce(${ownReasonOf(frame, "o")}, case when a.subject is null then case when x.by is null then 'defendant-unknown' else 'emptied' end end,
          ${populationReason(frame, sql`k.task_force`)}, case when o.stage = 'preliminary' then 'preliminary-order' end) as reason
      from ${standing(frame, "forfeiture", ["stage", "amount_minor", "amount_currency", "quantity_thousandths", "unit"])} o
      left join ${context(frame, "seizure", ["case_id", "asset", ...WORTH])} a on a.subject = o.subject
      left join ${emptiedRecords("asset.seized")} x on x.subject = o.subject
      ${populationJoin(frame, sql`a.case_id`)}
    )
    select ${row} from (select *, first_value(entry) over ${first} as first, first_value(stage) over ${first} as first_stage,
      first_value(whole) over ${first} as first_whole from event) e
    union all ${emptied(frame, ["asset.forfeited"])})`;
}

const WORTHS = ["asset-kind", "currency", "unit"] as const;

export const seizures: Measure = {
  ...seizuresWords,
  alsoBy: ["country", ...WORTHS],
  bound: "assets",
  classify: classifySeizures,
};
export const forfeitures: Measure = {
  ...forfeituresWords,
  alsoBy: WORTHS,
  bound: "assets",
  classify: classifyForfeitures,
};

/** A measure's rows, of which those not in this currency or unit are left out. */
function only(of: Measure, column: "currency" | "unit", key: string): Measure["classify"] {
  const amount: RawBuilder<unknown> = sql.ref(column === "currency" ? "c.amount" : "c.quantity");
  const mine = sql.ref(`c.${column}`);
  const because = `other-${column}`;
  const reason = sql`coalesce(c.reason, case when ${amount} is null then 'not-valued' when ${mine} <> ${key} then ${because}::text end)`;
  const row = judged({
    ...fromClassified,
    reason,
    ...(column === "currency"
      ? { amount: sql`c.amount`, currency: sql`c.currency` }
      : { quantity: sql`c.quantity`, unit: sql`c.unit` }),
  });
  return (frame, cases) => sql`(select ${row} from ${of.classify(frame, cases)} c)`;
}

/** A row of another measure's classification `c`, its sums and its reason apart. */
const fromClassified = {
  entry: sql`c.entry`,
  kind: sql`c.kind`,
  since: sql`c.since`,
  occurred_from: sql`c.occurred_from`,
  occurred_to: sql`c.occurred_to`,
  known: sql`c.known`,
  case_id: sql`c.case_id`,
  weight: sql`c.weight`,
  because: sql`c.because`,
  country: sql`c.country`,
  asset: sql`c.asset`,
} as const;

/** The sum of seizures or forfeitures in one currency (by its ISO 4217 letters) or one unit of quantity. */
export function sumIn(of: Measure, column: "currency" | "unit", key: string, said: Text): Measure {
  const alsoBy = (of.alsoBy ?? []).filter((by) => by !== "currency" && by !== "unit");
  return {
    ...sumWords(of, key, said, column === "currency"),
    alsoBy,
    bound: of.bound,
    classify: only(of, column, key),
  };
}
