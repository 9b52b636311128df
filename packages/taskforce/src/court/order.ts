/**
 * In what order a count and its sentence go through court; a date is refused only where no reading of it allows that order.
 * A vacatur may be entered before the conviction it set aside, where a later conviction on the count was entered first.
 */
import type { Entry, Id, ImpreciseDate, Standing, StandingRecord } from "@joint-docket/ledger/pure";
import { entriesOf } from "../cases/pure.ts";
import { inOrder } from "../sources/pure.ts";

const charge = { en: "the filing of the charge", es: "la presentación del cargo" };
const conviction = { en: "the conviction", es: "la condena" };
const sentence = { en: "the sentence", es: "la sentencia" };
const vacatur = { en: "the vacatur", es: "la anulación" };

export const dispositionAfterCharge = inOrder(
  "disposition-before-charge",
  { en: "the outcome", es: "el resultado" },
  charge,
);
export const supersedingAfterCharge = inOrder(
  "superseding-before-charge",
  { en: "the filing of the superseding count", es: "la presentación del cargo que sustituye" },
  charge,
);
export const sentenceAfterConviction = inOrder("sentence-before-conviction", sentence, conviction);
export const amendmentAfterSentence = inOrder(
  "amendment-before-sentence",
  { en: "the amendment", es: "la modificación" },
  sentence,
);
export const vacaturAfterSentence = inOrder("vacatur-before-sentence", vacatur, sentence);

const datesOf = (record: StandingRecord | undefined, kind: string) =>
  entriesOf(record, kind).map(({ occurred }: Entry) => occurred);

/** Refuses a date of the charge that what became of it rules out. */
export function checkOutcomesAfter(
  filed: ImpreciseDate | undefined,
  count: StandingRecord | undefined,
): void {
  for (const disposed of datesOf(count, "charge.disposed"))
    dispositionAfterCharge(disposed, [filed], { field: "occurred", value: filed });
}

/** Refuses a date of a conviction that a sentence for the count rules out; `convictions` are all that stand with it. */
export function checkSentencesAfter(
  convictions: readonly (ImpreciseDate | undefined)[],
  convicted: ImpreciseDate | undefined,
  count: Id,
  standing: Standing,
): void {
  for (const record of standing.mentioning(count))
    for (const { body, occurred } of entriesOf<{ counts: readonly Id[] }>(record, "sentence.imposed"))
      if (body.counts.includes(count))
        sentenceAfterConviction(occurred, convictions, { field: "occurred", value: convicted });
}

/** Refuses a date of the sentence that what was done to it since rules out. */
export function checkChangesAfter(
  imposed: ImpreciseDate | undefined,
  sentenced: StandingRecord | undefined,
): void {
  const place = { field: "occurred", value: imposed };
  for (const amended of datesOf(sentenced, "sentence.amended"))
    amendmentAfterSentence(amended, [imposed], place);
  for (const vacated of datesOf(sentenced, "judgment.vacated"))
    vacaturAfterSentence(vacated, [imposed], place);
}
