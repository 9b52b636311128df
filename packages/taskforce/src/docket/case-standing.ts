/** Where a case stands at a cut: its defendants, their counts with outcomes, sentences and arrests, folded from standing entries. */
import type { CaseOpened, DefendantJoined } from "../cases/pure.ts";
import type { KnownRecord } from "../record/index.ts";
import { type DocketLine, docketLines } from "./case-parts.ts";
import {
  type ArrestLine,
  arrestLines,
  type CountLine,
  countLines,
  type SentenceLine,
  sentenceLines,
} from "./court-lines.ts";
import { grouped } from "./grouped.ts";
import { opened } from "./lines.ts";

export interface DefendantLine {
  readonly id: string;
  readonly entry: string;
  readonly designation: string;
  /** The random id that defendants in several cases share who are one person. */
  readonly person: string | null;
  readonly counts: readonly CountLine[];
  readonly sentences: readonly SentenceLine[];
  readonly arrests: readonly ArrestLine[];
}

export interface CaseStanding {
  readonly id: string;
  readonly entry: string;
  readonly body: CaseOpened;
  readonly dockets: readonly DocketLine[];
  readonly defendants: readonly DefendantLine[];
  /** Arrests of people who are no defendants here. */
  readonly otherArrests: readonly ArrestLine[];
}

/** The defendants among the records, each with the case it joined. */
export function defendantLines(records: readonly KnownRecord[]): (DefendantLine & { readonly of: string })[] {
  const counts = grouped(countLines(records), ({ defendant }) => defendant);
  const sentences = grouped(sentenceLines(records), ({ defendant }) => defendant);
  const arrests = grouped(arrestLines(records), ({ defendant }) => defendant);
  return records.flatMap((record) => {
    const joined = opened<DefendantJoined>(record, "defendant.joined");
    if (!joined) return [];
    const { case: of, designation, person } = joined.body;
    return [
      {
        id: record.id,
        entry: joined.id,
        of,
        designation,
        person: person ?? null,
        counts: counts.get(record.id) ?? [],
        sentences: sentences.get(record.id) ?? [],
        arrests: arrests.get(record.id) ?? [],
      },
    ];
  });
}

/** Folds records, as `standingRecords` gives them for some cases, into those cases. */
export function caseStandings(records: readonly KnownRecord[]): Map<string, CaseStanding> {
  const all = defendantLines(records);
  const defendants = grouped(all, ({ of }) => of);
  const joined = new Set(all.map(({ id }) => id));
  const others = grouped(
    arrestLines(records).filter(({ defendant }) => defendant === undefined || !joined.has(defendant)),
    ({ of }) => of,
  );
  return new Map(
    records.flatMap((record) => {
      const entry = opened<CaseOpened>(record, "case.opened");
      if (!entry) return [];
      const standing: CaseStanding = {
        id: record.id,
        entry: entry.id,
        body: entry.body,
        dockets: docketLines(record),
        defendants: defendants.get(record.id) ?? [],
        otherArrests: others.get(record.id) ?? [],
      };
      return [[record.id, standing] as const];
    }),
  );
}

export function isConvicted({ counts }: Pick<DefendantLine, "counts">): boolean {
  return counts.some(({ outcome }) => outcome?.startsWith("convicted") ?? false);
}

/** Whether a sentence stands that a source had stated, as the measure counts. */
export function isSentenced({ sentences }: Pick<DefendantLine, "sentences">): boolean {
  return sentences.some(({ vacated, stated }) => stated && !vacated);
}

/** How many defendants of the case stand convicted, and how many have a sentence that stands and was stated: as the measures count. */
export function tallyOf({ defendants }: CaseStanding): {
  defendants: number;
  convicted: number;
  sentenced: number;
} {
  return {
    defendants: defendants.length,
    convicted: defendants.filter(isConvicted).length,
    sentenced: defendants.filter(isSentenced).length,
  };
}
