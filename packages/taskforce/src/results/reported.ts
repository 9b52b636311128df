/** Reads reported figures in a frame, so that they can stand beside what the record holds. */
import type { Certainty, Id } from "@joint-docket/ledger/pure";
import { sql } from "kysely";
import { type Claim, type Operator, type Reported, saySentence } from "./claims.ts";
import { SYNTHETIC } from "../sources/pure.ts";
import type { Reader } from "./evaluate.ts";
import type { Frame } from "./frame.ts";
import { sources, standing } from "./standing.ts";

interface Row {
  entry: Id;
  figure: Id;
  state: "stands" | "undated";
  measure: string;
  operator: Operator;
  value: number | null;
  wording: string | null;
  unit: string;
  as_of: string | null;
  since_when: string | null;
  fiscal_year: number | null;
  district: string | null;
  scope: string;
  certainty: Certainty;
  attested_at: string | null;
  source: Id | null;
  source_title: string | null;
  publisher: string | null;
  url: string | null;
  dated: string | null;
  synthetic: boolean;
}

const COLUMNS = [
  "measure",
  "operator",
  "value",
  "wording",
  "unit",
  "as_of",
  "as_of_to",
  "since_when",
  "fiscal_year",
  "district",
  "scope",
];

function claimOf({ operator, value, wording }: Row): Claim {
  return {
    operator,
    ...(value === null ? {} : { value: Number(value) }),
    ...(wording === null ? {} : { wording }),
  };
}

function reportedOf(row: Row): Reported {
  const claim = claimOf(row);
  const figure = {
    entry: row.entry,
    figure: row.figure,
    measure: row.measure,
    claim,
    value: claim.value ?? null,
    asOf: row.as_of,
    since: row.since_when,
    fiscalYear: row.fiscal_year,
    district: row.district,
    attestedAt: row.attested_at,
    unit: row.unit,
    scope: row.scope,
    source:
      row.source === null || row.source_title === null
        ? null
        : {
            id: row.source,
            title: row.source_title,
            publisher: row.publisher,
            url: row.url,
            dated: row.dated,
            synthetic: row.synthetic,
          },
    certainty: row.certainty,
  };
  return { ...figure, sentence: saySentence(figure) };
}

export interface ReportedFigures {
  /** Those that stand in the frame, earliest day first, those without a day last. */
  readonly stated: readonly Reported[];
  /** Those that no dated source states: left out of the attested basis. */
  readonly undated: readonly Reported[];
}

/** The figures reported on a measure, or on all of them, in a frame. The frame's window and population do not apply. */
export async function reportedFigures(
  { db }: Reader,
  frame: Frame,
  measure?: string,
): Promise<ReportedFigures> {
  const only = (alias: string) =>
    measure === undefined ? sql`true` : sql`${sql.ref(`${alias}.measure`)} = ${measure}`;
  const { rows } = await sql<Row>`
    select f.entry, f.subject as figure, f.state, f.measure, f.operator, f.value, f.wording, f.unit, f.as_of, f.since_when,
      f.fiscal_year, f.district, f.scope, f.certainty, to_char(coalesce(f.attested_to, s.dated_to), 'YYYY-MM-DD') as attested_at,
      f.source, s.title as source_title, s.publisher, s.url, s.dated,
      coalesce(s.source_kind = ${SYNTHETIC}, false) as synthetic
    from ${standing(frame, "reported_figure", COLUMNS, only)} f
    left join ${sources(frame)} s on s.subject = f.source
    where f.state <> 'withdrawn' order by f.as_of_to nulls last, f.since`.execute(db);
  const of = (state: Row["state"]) => rows.filter((row) => row.state === state).map(reportedOf);
  return { stated: of("stands"), undated: of("undated") };
}
