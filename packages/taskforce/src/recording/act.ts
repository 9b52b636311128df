/** What somebody records in one go: drafts that may name the records which others of them open; all are recorded, or none. */
import { randomUUID } from "node:crypto";
import { type Draft, defineRefusal, draftEnvelope, type Id, type Kinds } from "@joint-docket/ledger";
import { z } from "zod";

/** The name that an act gives to a record it opens, such as `@source`: it stands where an identity would. */
const actName = z.string().regex(/^@[a-z][a-z0-9-]{0,59}$/);
const text = z.string().max(5000);

/**
 * A draft of an act. The identity of a record that it opens is made here, and never the request's to choose. What its
 * fields may hold is judged with the draft, so that whoever fills in a form is told of each field by itself.
 */
export const actDraft = draftEnvelope.omit({ opensAs: true, entersAs: true, composed: true }).extend({
  as: actName.optional().meta({
    description: "What other drafts of this act call the record that this one opens, such as @source",
  }),
  subject: text.optional(),
  source: text.optional(),
  occurred: text.optional(),
  attestedAt: text.optional(),
  certainty: text.optional(),
  note: text.optional(),
  replaces: text.optional(),
  reason: text.optional(),
});
export type ActDraft = z.infer<typeof actDraft>;

/** How many entries one act can hold: more is an import. */
export const LONGEST_ACT = 1000;

const nameTwice = defineRefusal<{ name: string }>({
  code: "act-name-twice",
  status: 422,
  en: {
    sentence: ({ name }) => `Two entries of this act open a record called ${name}.`,
    remedy: () => "Give each record of the act a name of its own.",
  },
  es: {
    sentence: ({ name }) => `Dos asientos de este acto abren un registro llamado ${name}.`,
    remedy: () => "Dé a cada registro del acto un nombre propio.",
  },
});

const nameOfNoRecord = defineRefusal<{ name: string }>({
  code: "act-name-of-no-record",
  status: 422,
  en: {
    sentence: ({ name }) => `The entry called ${name} speaks of a record that stands, so it opens none.`,
    remedy: () => "Leave its name out, and name the record itself.",
  },
  es: {
    sentence: ({ name }) =>
      `El asiento llamado ${name} trata de un registro que existe, así que no abre ninguno.`,
    remedy: () => "Omita su nombre e indique el propio registro.",
  },
});

const nameUnknown = defineRefusal<{ name: string }>({
  code: "act-name-unknown",
  status: 422,
  en: {
    sentence: ({ name }) => `No earlier entry of this act opens a record called ${name}.`,
    remedy: () => "Put the entry that opens it first, or name a record that stands.",
  },
  es: {
    sentence: ({ name }) => `Ningún asiento anterior de este acto abre un registro llamado ${name}.`,
    remedy: () => "Ponga antes el asiento que lo abre, o indique un registro que exista.",
  },
});

const isName = (value: unknown): value is string => typeof value === "string" && value.startsWith("@");

/** A draft as the ledger takes it, with the names of the act that it stands on. */
export interface Resolved {
  readonly draft: Draft;
  readonly as: string | undefined;
  readonly standsOn: readonly string[];
}

/**
 * The act's drafts with every name turned into an identity made at random.
 * Refuses `act-name-twice`, `act-name-of-no-record`, `act-name-unknown`, `kind-unknown`.
 */
export function resolved(kinds: Kinds, act: readonly ActDraft[]): Resolved[] {
  const made = new Map<string, Id>();
  return act.map(({ as, ...given }, index) => {
    const kind = kinds.named(given.kind);
    const place = (field: string) => `[${index}].${field}`;
    const standsOn: string[] = [];
    const idOf = (value: string, field: string): string => {
      if (!isName(value)) return value;
      const id = made.get(value);
      if (id === undefined) throw nameUnknown({ name: value, field: place(field), value });
      standsOn.push(value);
      return id;
    };
    const body = kinds.referring(kind, given.body ?? {}, ({ id, field }) => idOf(id, `body.${field}`));
    const subject = given.subject === undefined ? undefined : idOf(given.subject, "subject");
    const source = given.source === undefined ? undefined : idOf(given.source, "source");
    if (as !== undefined) {
      if (!kind.opens) throw nameOfNoRecord({ name: as, field: place("as"), value: as });
      if (made.has(as)) throw nameTwice({ name: as, field: place("as"), value: as });
      made.set(as, randomUUID());
    }
    const draft = {
      ...given,
      body,
      subject,
      source,
      ...(as === undefined ? {} : { opensAs: made.get(as) }),
    };
    return { draft: definedOnly(draft), as, standsOn };
  });
}

/** What the envelope's fields hold is the ledger's to refuse. */
function definedOnly(draft: object): Draft {
  return Object.fromEntries(
    Object.entries(draft).filter(([, value]) => value !== undefined),
  ) as unknown as Draft;
}
