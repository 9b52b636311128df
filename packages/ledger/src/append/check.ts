/** What every draft must satisfy, whatever its kind: its schema, its subject, its references, what it corrects. */
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { boundsOf, type ImpreciseDate, sayDate } from "../dates.ts";
import { type Actor, type Draft, draftEnvelope, type Entry, type Id } from "../entry.ts";
import { askedOf, type Kind } from "../kind.ts";
import type { Kinds } from "../kinds.ts";
import { defineRefusal, type Refusal } from "../refusal.ts";
import { type Why, whyWrong } from "../schema-words.ts";
import type { Names, StandingRecords } from "./standing.ts";

export const bodyInvalid = defineRefusal<{ kind: Kind; where: string; why: Why }>({
  code: "body-invalid",
  status: 422,
  en: {
    sentence: ({ kind, where, why }) =>
      `“${kind.title.en}” cannot be recorded like this: ${where} ${why.en}.`,
    remedy: ({ kind, where }) => `Correct ${where}; \`jd kinds ${kind.kind}\` prints what it may be.`,
  },
  es: {
    sentence: ({ kind, where, why }) => `«${kind.title.es}» no puede registrarse así: ${where} ${why.es}.`,
    remedy: ({ kind, where }) => `Corrija ${where}; \`jd kinds ${kind.kind}\` muestra qué puede ser.`,
  },
});

export const dateToCome = defineRefusal({
  code: "date-to-come",
  status: 422,
  en: {
    sentence: () => "What is recorded has happened; this date is still to come.",
    remedy: () => "Correct the date, or record the entry when it has happened.",
  },
  es: {
    sentence: () => "Lo que se registra ya ocurrió; esta fecha todavía no llega.",
    remedy: () => "Corrija la fecha, o registre el asiento cuando haya ocurrido.",
  },
});

export const attestedBeforehand = defineRefusal({
  code: "attested-beforehand",
  status: 422,
  en: {
    sentence: () => "A source cannot have stated this before it happened.",
    remedy: () => "Correct occurred or attestedAt; a day that is not known exactly can be a month or a year.",
  },
  es: {
    sentence: () => "Una fuente no puede haberlo afirmado antes de que ocurriera.",
    remedy: () =>
      "Corrija occurred o attestedAt; un día que no se conoce con exactitud puede ser un mes o un año.",
  },
});

export const sourceBeforeEvent = defineRefusal<{ dated: ImpreciseDate }>({
  code: "source-before-event",
  status: 422,
  en: {
    sentence: ({ dated }) =>
      `The source is dated ${sayDate(dated, "en")}, before this happened, so it cannot have stated it.`,
    remedy: () => "Correct the date, name the source that states it, or correct the date of the source.",
  },
  es: {
    sentence: ({ dated }) =>
      `La fuente (${sayDate(dated, "es")}) es anterior a lo ocurrido, así que no puede haberlo afirmado.`,
    remedy: () => "Corrija la fecha, indique la fuente que lo afirma, o corrija la fecha de la fuente.",
  },
});

export const sourceBeforeStated = defineRefusal<{ dated: ImpreciseDate; occurred: ImpreciseDate }>({
  code: "source-before-stated",
  status: 409,
  en: {
    sentence: ({ dated, occurred }) =>
      `Dated ${sayDate(dated, "en")}, the source could not have stated what it is cited for: something that happened on ${sayDate(occurred, "en")}.`,
    remedy: () =>
      "Correct that entry first, or say in it when it was stated; or leave the source's date as it is.",
  },
  es: {
    sentence: ({ dated, occurred }) =>
      `Con fecha ${sayDate(dated, "es")}, la fuente no podría haber afirmado algo por lo que se la cita: ocurrió el ${sayDate(occurred, "es")}.`,
    remedy: () =>
      "Corrija primero ese asiento, o indique en él cuándo se afirmó; o deje la fecha de la fuente como está.",
  },
});

export const attestedWithoutSource = defineRefusal({
  code: "attested-without-source",
  status: 422,
  en: {
    sentence: () => "It says when it was stated, but not by which source.",
    remedy: () => "Name the source, or leave out when it was stated.",
  },
  es: {
    sentence: () => "Indica cuándo se afirmó, pero no en qué fuente.",
    remedy: () => "Indique la fuente, u omita cuándo se afirmó.",
  },
});

export const recordNotFound = defineRefusal<{ record: string }>({
  code: "record-not-found",
  status: 404,
  en: {
    sentence: ({ record }) => `There is no ${record} with that identifier.`,
    remedy: () => "Check the identifier, or record what it refers to first.",
  },
  es: {
    sentence: ({ record }) => `No existe ningún registro (${record}) con ese identificador.`,
    remedy: () => "Revise el identificador o registre primero aquello a lo que se refiere.",
  },
});

export const entryNotFound = defineRefusal({
  code: "entry-not-found",
  status: 404,
  en: { sentence: () => "There is no entry with that identifier.", remedy: () => "Check the identifier." },
  es: {
    sentence: () => "No existe ningún asiento con ese identificador.",
    remedy: () => "Revise el identificador.",
  },
});

export const subjectNotAllowed = defineRefusal<{ kind: string }>({
  code: "subject-not-allowed",
  status: 422,
  en: {
    sentence: ({ kind }) => `A ${kind} opens a new record, so it may not name one.`,
    remedy: () => "Leave the subject out; to change a record, correct its entry (replaces, reason).",
  },
  es: {
    sentence: ({ kind }) => `Un ${kind} abre un registro nuevo, así que no puede nombrar uno.`,
    remedy: () => "Omita el sujeto; para cambiar un registro, corrija su asiento (replaces, reason).",
  },
});

export const correctionOfOtherKind = defineRefusal<{ kind: Kind; replaced: Kind }>({
  code: "correction-of-other-kind",
  status: 409,
  en: {
    sentence: ({ kind, replaced }) => `“${kind.title.en}” cannot correct “${replaced.title.en}”.`,
    remedy: () => "Send the whole corrected entry with the kind of the one it replaces.",
  },
  es: {
    sentence: ({ kind, replaced }) => `«${kind.title.es}» no puede corregir «${replaced.title.es}».`,
    remedy: () => "Envíe el asiento corregido completo con la clase del que reemplaza.",
  },
});

export const correctionOfOtherSubject = defineRefusal({
  code: "correction-of-other-subject",
  status: 409,
  en: {
    sentence: () => "The entry to be corrected or withdrawn speaks of another record.",
    remedy: () => "Leave the subject out, or name the record of the entry it replaces.",
  },
  es: {
    sentence: () => "El asiento por corregir o retirar trata de otro registro.",
    remedy: () => "Omita el sujeto o nombre el registro del asiento que reemplaza.",
  },
});

export const entryAlreadyEnded = defineRefusal({
  code: "entry-already-replaced",
  status: 409,
  en: {
    sentence: () => "That entry has already been corrected or withdrawn.",
    remedy: () => "Look at the record as it stands now, and correct the latest entry.",
  },
  es: {
    sentence: () => "Ese asiento ya fue corregido o retirado.",
    remedy: () => "Mire el registro como está ahora y corrija el asiento más reciente.",
  },
});

export const entryAlreadyEmptied = defineRefusal({
  code: "entry-already-emptied",
  status: 409,
  en: {
    sentence: () => "That entry was lawfully emptied before; nothing of it is left.",
    remedy: () => "Nothing needs to be done. If another entry was meant, check the identifier.",
  },
  es: {
    sentence: () => "Ese asiento ya fue vaciado conforme a la ley; nada queda de él.",
    remedy: () => "No hace falta nada. Si se trataba de otro asiento, revise el identificador.",
  },
});

export const reasonMissing = defineRefusal({
  code: "reason-missing",
  status: 422,
  en: {
    sentence: () => "A correction or withdrawal says why.",
    remedy: () => "Give a reason in a few plain words.",
  },
  es: {
    sentence: () => "Una corrección o un retiro dice por qué.",
    remedy: () => "Dé una razón en pocas palabras.",
  },
});

export const entryHasDependents = defineRefusal({
  code: "entry-has-dependents",
  status: 409,
  en: {
    sentence: () => "Other entries stand on this record, so its first entry cannot be withdrawn.",
    remedy: () => "Withdraw or correct the entries that refer to it first.",
  },
  es: {
    sentence: () =>
      "Otros asientos se apoyan en este registro, así que su primer asiento no puede retirarse.",
    remedy: () => "Retire o corrija primero los asientos que se refieren a él.",
  },
});

export const fieldHasDependents = defineRefusal<{ name: string }>({
  code: "field-has-dependents",
  status: 409,
  en: {
    sentence: ({ name }) => `Other entries stand on this record as it is, so its ${name} cannot be another.`,
    remedy: () =>
      "Withdraw the entries that stand on it first, correct this one, and record them again; or record another.",
  },
  es: {
    sentence: ({ name }) =>
      `Otros asientos se apoyan en este registro tal como es, así que el campo «${name}» no puede cambiar.`,
    remedy: () =>
      "Retire primero los asientos que se apoyan en él, corrija este y regístrelos de nuevo; o registre otro.",
  },
});

export const rowKeyKnown = defineRefusal<{ key: string }>({
  code: "row-key-known",
  status: 409,
  en: {
    sentence: ({ key }) => `The key “${key}” stands for a row that was recorded already.`,
    remedy: () =>
      "Import the file again: what is recorded stays unchanged. By hand, use another key or none.",
  },
  es: {
    sentence: ({ key }) => `La clave «${key}» corresponde a una fila ya registrada.`,
    remedy: () => "Importe el archivo de nuevo: lo registrado queda igual. A mano, use otra clave o ninguna.",
  },
});

export const notWithdrawable = defineRefusal<{ kind: string }>({
  code: "entry-not-withdrawable",
  status: 409,
  en: {
    sentence: ({ kind }) => `A ${kind} stands for good: it cannot be corrected or withdrawn.`,
    remedy: () => "Record the fact anew instead.",
  },
  es: {
    sentence: ({ kind }) => `Un ${kind} queda para siempre: no puede corregirse ni retirarse.`,
    remedy: () => "Registre el hecho de nuevo.",
  },
});

export const purgeByAppend = defineRefusal({
  code: "purge-by-append",
  status: 403,
  en: {
    sentence: () => "An entry is emptied only by the purge procedure.",
    remedy: () => "Use `jd purge`, which needs its own authority.",
  },
  es: {
    sentence: () => "Un asiento se vacía solo por el procedimiento de eliminación.",
    remedy: () => "Use `jd purge`, que exige su propia autoridad.",
  },
});

function pathText(prefix: string, path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return `${prefix}${steps}`.replace(/^\./, "") || "the entry";
}

/** The first thing a schema found in `root`, as a refusal; `prefix` is where in the draft that stands. */
function refusalOf(kind: Kind, root: unknown, error: z.ZodError, prefix: string): Refusal {
  const issue = error.issues[0] as z.core.$ZodIssue;
  const at = pathText(prefix, issue.path);
  const where =
    issue.code === "unrecognized_keys" ? `${at}.${issue.keys[0]}`.replace(/^the entry\./, "") : at;
  return bodyInvalid({ kind, where, why: whyWrong(issue), field: where, value: valueAt(root, issue.path) });
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    root,
  );
}

/** NUL and halves of surrogate pairs: no database column and no UTF-8 text can hold them. */
function isKeepable(text: string): boolean {
  return !text.includes("\u0000") && !/\p{Cs}/u.test(text);
}

/** Where in a value a text stands that cannot be kept. */
function unkeepable(value: unknown, path: PropertyKey[] = []): PropertyKey[] | undefined {
  if (typeof value === "string") return isKeepable(value) ? undefined : path;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = isKeepable(name)
      ? unkeepable(inner, [...path, Array.isArray(value) ? Number(name) : name])
      : path;
    if (found) return found;
  }
  return undefined;
}

/** The calendar day that has begun somewhere on Earth, and nowhere a later one. */
function latestDay(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * Refuses only what no reading of imprecise dates can make possible: `date-to-come`, `attested-beforehand`. `dated` is
 * the day that the source bears which the draft describes.
 */
function refuseImpossibleTimes(
  { occurred, attestedAt }: Pick<Draft, "occurred" | "attestedAt">,
  dated: ImpreciseDate | undefined,
): void {
  const latest = latestDay();
  for (const [field, value] of Object.entries({ occurred, attestedAt, "body.dated": dated }))
    if (value !== undefined && boundsOf(value).from > latest) throw dateToCome({ field, value });
  if (occurred !== undefined && attestedAt !== undefined && boundsOf(attestedAt).to < boundsOf(occurred).from)
    throw attestedBeforehand({ field: "attestedAt", value: attestedAt });
}

const UNKEEPABLE: Why = {
  en: "holds a character that cannot be kept (NUL or half of a pair)",
  es: "contiene un carácter que no se puede conservar (NUL o la mitad de un par)",
};

function refuseUnkeepable(kind: Kind, draft: Draft): void {
  const path = unkeepable(draft);
  if (!path) return;
  const where = pathText("", path);
  throw bodyInvalid({ kind, where, why: UNKEEPABLE, field: where, value: valueAt(draft, path) });
}

export const kindComposed = defineRefusal<{ kind: Kind }>({
  code: "kind-composed",
  status: 403,
  en: {
    sentence: ({ kind }) => `“${kind.title.en}” is not written by hand or taken from a file.`,
    remedy: () => "Use the act that writes it: its own page, its own command or its own address under /api.",
  },
  es: {
    sentence: ({ kind }) => `«${kind.title.es}» no se escribe a mano ni se toma de un archivo.`,
    remedy: () =>
      "Use el acto que lo escribe: su propia página, su propio comando o su propia dirección en /api.",
  },
});

/** The draft with its body parsed by the kind's schema. Refuses `body-invalid`, `kind-unknown`, `kind-composed`. */
export function parseDraft(kinds: Kinds, draft: Draft): { draft: Draft; kind: Kind } {
  const envelope = draftEnvelope.safeParse(draft);
  const kind = kinds.named(String(draft.kind));
  if (!envelope.success) throw refusalOf(kind, draft, envelope.error, "");
  if (kind.composed && draft.composed !== true) throw kindComposed({ kind, field: "kind", value: kind.kind });
  const body = kind.schema.safeParse(draft.body ?? {});
  if (!body.success) throw refusalOf(kind, draft.body, body.error, "body");
  refuseUnkeepable(kind, draft);
  refuseImpossibleTimes(envelope.data, kind.dated?.(body.data));
  return { draft: { ...envelope.data, body: body.data } as Draft, kind };
}

/** The records and entries a parsed draft names, so that they can be fetched in one go. */
export function namesOf(kinds: Kinds, { draft, kind }: { draft: Draft; kind: Kind }): Names {
  const records = kinds.references(kind, draft.body).map(({ id }) => id);
  if (draft.subject !== undefined) records.push(draft.subject);
  if (draft.source !== undefined) records.push(draft.source);
  const entries = draft.replaces === undefined ? [] : [draft.replaces];
  if (kind.kind === "entry.withdrawn") entries.push((draft.body as { withdraws: Id }).withdraws);
  const asked = askedOf(kind, draft.body);
  const asks = asked === undefined ? [] : [asked];
  return { records, entries, keys: draft.key === undefined ? [] : [draft.key], asks };
}

export interface Checked {
  readonly kind: Kind;
  readonly draft: Draft;
  readonly subject: Id;
  /** The entry it ends, by correction or withdrawal. */
  readonly ends: Entry | undefined;
}

function endedEntry(standing: StandingRecords, id: Id, field: string): Entry {
  const found = standing.named(id);
  if (!found) throw entryNotFound({ field, value: id });
  if (found.entry.kind === "entry.withdrawn" || found.entry.kind === "entry.purged") {
    throw notWithdrawable({ kind: found.entry.kind, field, value: id });
  }
  if (found.ended) throw entryAlreadyEnded({ field, value: id });
  return found.entry;
}

function subjectOf(
  { draft, kind }: { draft: Draft; kind: Kind },
  ends: Entry | undefined,
  standing: StandingRecords,
): Id {
  if (ends) {
    if (draft.subject !== undefined && draft.subject !== ends.subject)
      throw correctionOfOtherSubject({ field: "subject", value: draft.subject });
    return ends.subject;
  }
  if (kind.opens) {
    if (draft.subject !== undefined)
      throw subjectNotAllowed({ kind: kind.kind, field: "subject", value: draft.subject });
    return draft.opensAs ?? randomUUID();
  }
  const subject = draft.subject;
  if (subject === undefined || standing.record(subject)?.type !== kind.record) {
    throw recordNotFound({ record: kind.record, field: "subject", value: subject });
  }
  return subject;
}

/** Refuses `field-has-dependents`: a correction that makes the record another's while entries stand on it. */
function refuseUprooting(kind: Kind, ends: Entry, { body }: Draft, standing: StandingRecords): void {
  const value = (of: unknown, field: string) => (of as Record<string, unknown>)[field];
  const changed = kind.lasting?.find(
    (field) => !isDeepStrictEqual(value(ends.body, field), value(body, field)),
  );
  if (changed !== undefined && standing.hasDependents(ends))
    throw fieldHasDependents({ name: changed, field: `body.${changed}`, value: value(body, changed) });
}

/** Refuses what the source, by the day it bears, cannot have stated; `attestedAt` says when it stated this. */
function refuseForetold(kinds: Kinds, draft: Draft, standing: StandingRecords): void {
  const { source, occurred, attestedAt } = draft;
  if (source === undefined || occurred === undefined || attestedAt !== undefined) return;
  const described = standing.record(source)?.entries.findLast((entry) => kinds.named(entry.kind).dated);
  const dated = described && kinds.named(described.kind).dated?.(described.body);
  if (dated !== undefined && boundsOf(dated).to < boundsOf(occurred).from)
    throw sourceBeforeEvent({ dated, field: "occurred", value: occurred });
}

/** Refuses `source-before-stated`: a correction by which a source bears a day before what it states. */
function refuseForetelling(kind: Kind, ends: Entry, { body }: Draft, standing: StandingRecords): void {
  const dated = kind.dated?.(body);
  if (dated === undefined || dated === kind.dated?.(ends.body)) return;
  for (const occurred of standing.statedBy(ends.subject))
    if (boundsOf(dated).to < boundsOf(occurred).from)
      throw sourceBeforeStated({ dated, occurred, field: "body.dated", value: dated });
}

/** Checks one parsed draft against the records as they stand. Every refusal of this file may come. */
export function checkDraft(
  kinds: Kinds,
  parsed: { draft: Draft; kind: Kind },
  standing: StandingRecords,
  actor: Actor,
): Checked {
  const { draft, kind } = parsed;
  if (kind.kind === "entry.purged") throw purgeByAppend({});
  const withdraws = kind.kind === "entry.withdrawn" ? (draft.body as { withdraws: Id }).withdraws : undefined;
  if (withdraws !== undefined && draft.replaces !== undefined)
    throw notWithdrawable({ kind: kind.kind, field: "replaces", value: draft.replaces });
  const ends =
    withdraws !== undefined
      ? endedEntry(standing, withdraws, "body.withdraws")
      : draft.replaces === undefined
        ? undefined
        : endedEntry(standing, draft.replaces, "replaces");
  if (ends && withdraws === undefined && ends.kind !== kind.kind) {
    throw correctionOfOtherKind({ kind, replaced: kinds.named(ends.kind), field: "kind", value: kind.kind });
  }
  if (ends && draft.reason === undefined) throw reasonMissing({ field: "reason" });
  if (ends && withdraws !== undefined && kinds.named(ends.kind).opens && standing.hasDependents(ends)) {
    throw entryHasDependents({ field: "body.withdraws", value: withdraws });
  }
  // Two imports of one file at the same time both took the row for new; under the lock only one is right.
  if (draft.key !== undefined && draft.key !== ends?.key && standing.hasKey(draft.key))
    throw rowKeyKnown({ key: draft.key, field: "key", value: draft.key });
  const subject = subjectOf(parsed, ends, standing);
  // What a correction leaves as it was needs not stand any longer: it may have been lawfully emptied.
  const before = ends?.kind === kind.kind ? kinds.references(kind, ends.body).map(({ id }) => id) : [];
  for (const { field, record, id } of kinds.references(kind, draft.body)) {
    if (standing.record(id)?.type !== record && !before.includes(id))
      throw recordNotFound({ record, field: `body.${field}`, value: id });
  }
  if (
    draft.source !== undefined &&
    draft.source !== ends?.source &&
    standing.record(draft.source)?.type !== "source"
  ) {
    throw recordNotFound({ record: "source", field: "source", value: draft.source });
  }
  // Where sources bear no dates, an entry may say by itself when somebody stated it.
  if (draft.attestedAt !== undefined && draft.source === undefined && kinds.all.some(({ dated }) => dated))
    throw attestedWithoutSource({ field: "attestedAt", value: draft.attestedAt });
  refuseForetold(kinds, draft, standing);
  if (ends && withdraws === undefined) {
    refuseUprooting(kind, ends, draft, standing);
    refuseForetelling(kind, ends, draft, standing);
  }
  const rest = ends ? standing.without(ends) : standing;
  if (ends) kinds.named(ends.kind).ending?.(ends, withdraws === undefined ? draft : undefined, rest);
  kind.rule?.({ ...draft, subject }, rest, actor);
  return { kind, draft, subject, ends };
}
