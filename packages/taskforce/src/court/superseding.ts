/** What a charging document that takes the place of another must keep: nothing is lost in silence, no conviction is dropped. */
import { defineRefusal, type Draft, type Entry, type Id, type Standing } from "@joint-docket/ledger/pure";
import { entriesOf } from "../cases/pure.ts";
import { inOrder } from "../sources/pure.ts";
import type { ChargeFiled } from "./kinds/charge-filed.ts";
import type { InstrumentFiled } from "./kinds/instrument-filed.ts";
import { countOutcome } from "./standing.ts";

const complaintSupersedes = defineRefusal({
  code: "complaint-supersedes",
  status: 422,
  en: {
    sentence: () => "A complaint comes first: it cannot take the place of another charging document.",
    remedy: () => "Leave the superseded documents out, or correct what kind of document this is.",
  },
  es: {
    sentence: () => "Una denuncia penal es lo primero: no puede sustituir a otro documento de acusación.",
    remedy: () => "Omita los documentos sustituidos, o corrija qué clase de documento es este.",
  },
});

const supersedingNotSaid = defineRefusal({
  code: "superseding-indictment-not-said",
  status: 422,
  en: {
    sentence: () => "An indictment that takes the place of an indictment is a superseding indictment.",
    remedy: () => "Choose “superseding indictment”, or leave the superseded indictment out.",
  },
  es: {
    sentence: () =>
      "Una acusación formal del gran jurado que sustituye a otra es una acusación formal sustitutiva.",
    remedy: () => "Elija «acusación formal sustitutiva del gran jurado», u omita la acusación sustituida.",
  },
});

const supersededInstrumentElsewhere = defineRefusal({
  code: "superseded-instrument-of-another-case",
  status: 422,
  en: {
    sentence: () => "A charging document can take the place only of one filed before it in the same case.",
    remedy: () => "Name an earlier charging document of this case.",
  },
  es: {
    sentence: () => "Un documento de acusación solo puede sustituir a otro anterior del mismo caso.",
    remedy: () => "Indique un documento de acusación anterior de este caso.",
  },
});

const afterSuperseded = inOrder(
  "superseding-before-superseded",
  { en: "the document", es: "el documento" },
  { en: "the document it takes the place of", es: "el documento que sustituye" },
);

const droppedCountNotThere = defineRefusal({
  code: "dropped-count-not-in-superseded",
  status: 422,
  en: {
    sentence: () =>
      "A count is named as dropped that the superseded documents do not charge, or that this one keeps.",
    remedy: () => "Name only counts of the superseded documents that this one leaves out.",
  },
  es: {
    sentence: () =>
      "Se indica como abandonado un cargo que los documentos sustituidos no contienen, o que este conserva.",
    remedy: () => "Indique solo cargos de los documentos sustituidos que este ya no contiene.",
  },
});

const countUnaccounted = defineRefusal({
  code: "superseded-count-unaccounted",
  status: 422,
  en: {
    sentence: () => "A count of the superseded document is neither carried on nor named as dropped.",
    remedy: () =>
      "Add the count, or the count that supersedes it, to the counts; or name it among the counts dropped.",
  },
  es: {
    sentence: () => "Un cargo del documento sustituido no se conserva ni figura entre los que se abandonan.",
    remedy: () =>
      "Agregue ese cargo, o el que lo sustituye, a los cargos; o indíquelo entre los cargos que abandona.",
  },
});

const convictedCountDropped = defineRefusal({
  code: "convicted-count-dropped",
  status: 409,
  en: {
    sentence: () => "A superseding document cannot drop a count on which a conviction already stands.",
    remedy: () => "Carry the count on, or record first that its conviction was vacated.",
  },
  es: {
    sentence: () => "Un documento sustitutivo no puede abandonar un cargo por el que ya hay condena vigente.",
    remedy: () => "Conserve el cargo, o registre primero que la condena fue anulada.",
  },
});

type Filed = Entry<InstrumentFiled>;

/** The superseded documents, each checked to be an earlier one of the same case that this kind of document can follow. */
function superseded(
  body: InstrumentFiled,
  subject: Id,
  occurred: string | undefined,
  standing: Standing,
): Filed[] {
  return (body.supersedes ?? []).map((earlier, index) => {
    const place = { field: `supersedes[${index}]`, value: earlier };
    const filed = entriesOf<InstrumentFiled>(standing.record(earlier), "instrument.filed").at(-1);
    if (body.instrument === "complaint") throw complaintSupersedes(place);
    if (earlier === subject || filed?.body.case !== body.case) throw supersededInstrumentElsewhere(place);
    if (body.instrument === "indictment" && filed.body.instrument.endsWith("indictment"))
      throw supersedingNotSaid(place);
    afterSuperseded(occurred, [filed.occurred], place);
    return filed;
  });
}

/** The counts, with the earlier counts whose place they take. */
function carriedOn(body: InstrumentFiled, standing: Standing): Set<Id> {
  const counts = body.counts ?? [];
  const replaced = counts.flatMap(
    (count) => entriesOf<ChargeFiled>(standing.record(count), "charge.filed").at(-1)?.body.supersedes ?? [],
  );
  return new Set([...counts, ...replaced]);
}

/** Refuses a superseding document that loses a count in silence, or drops one on which a conviction stands. */
function checkCounts(body: InstrumentFiled, before: readonly Filed[], standing: Standing): void {
  const earlier = before.flatMap((filed) => filed.body.counts ?? []);
  const kept = carriedOn(body, standing);
  const known = before.length > 0 && before.every((filed) => filed.body.counts !== undefined);
  for (const [index, count] of (body.drops ?? []).entries()) {
    const place = { field: `drops[${index}]`, value: count };
    if (kept.has(count) || before.length === 0 || (known && !earlier.includes(count)))
      throw droppedCountNotThere(place);
    if (countOutcome(standing, count).state === "convicted") throw convictedCountDropped(place);
  }
  if (body.counts === undefined) return;
  const lost = earlier.find((count) => !kept.has(count) && !body.drops?.includes(count));
  if (lost !== undefined) throw countUnaccounted({ field: "counts", value: lost });
}

/** Refuses a document that cannot take the place of those it supersedes, or that drops what it may not. */
export function checkSuperseding(
  { body, subject, occurred }: Pick<Draft<InstrumentFiled>, "body" | "occurred"> & { readonly subject: Id },
  standing: Standing,
): void {
  checkCounts(body, superseded(body, subject, occurred, standing), standing);
}
