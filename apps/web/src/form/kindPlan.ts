/** The plan of a form of one kind: a new entry, or the correction of one that stands. */
import type { EntryPage, KindInfo } from "../docket/index.ts";
import {
  type AboutEntry,
  filled,
  noSource,
  nothingAbout,
  type Plan,
  planSource,
  readAbout,
  type SourceChoice,
} from "./plan.ts";
import { blankOf, isObject, type Json } from "./schema.ts";
import { type Fault, readState, stateOf } from "./value.ts";

export interface KindState {
  /** In which case records are looked for, where the body itself names none. */
  readonly inCase: string;
  readonly subject: string;
  readonly body: Json;
  readonly about: AboutEntry;
  readonly source: SourceChoice;
  /** Of a correction. */
  readonly reason: string;
}

/** What a form is opened about, by its address: the case, the defendant, the record itself, the source of the act before. */
export interface AboutWhat {
  readonly case?: string | undefined;
  readonly defendant?: string | undefined;
  readonly organization?: string | undefined;
  readonly subject?: string | undefined;
  readonly source?: string | undefined;
}

/** The form as it begins, with what is known already filled in; `body` is taken from the record. */
export function startOf({ schema, opens }: KindInfo, about: AboutWhat, body: Json = {}): KindState {
  const blank = blankOf(schema, schema);
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, { record }]) => {
    const id = record === undefined ? undefined : about[record as keyof AboutWhat];
    return id === undefined || (record !== "case" && record !== "defendant" && record !== "organization")
      ? []
      : [[name, id] as const];
  });
  return {
    inCase: about.case ?? "",
    subject: opens ? "" : (about.subject ?? ""),
    body: {
      ...(isObject(blank) ? blank : {}),
      ...Object.fromEntries(named),
      ...(isObject(body) ? body : {}),
    },
    about: nothingAbout,
    source: { ...noSource, id: about.source ?? "" },
    reason: "",
  };
}

/** The form of a correction: everything the entry says, as it stands. */
export function correctionOf(entry: EntryPage, { schema }: KindInfo): KindState {
  return {
    inCase: entry.belongsTo?.case?.id ?? "",
    subject: entry.record.id,
    body: stateOf(schema, schema, entry.body as Json) ?? {},
    about: {
      occurred: entry.occurred ?? "",
      attestedAt: entry.ownAttestedAt ?? "",
      certainty: entry.certainty ?? "",
      note: entry.note ?? "",
    },
    source: { how: entry.source ? "known" : "none", id: entry.source?.id ?? "", body: {} },
    reason: "",
  };
}

/** What would be recorded; `replaces` is the entry that a correction takes the place of. */
export function planKind(
  kind: KindInfo,
  sourceSchema: KindInfo["schema"],
  state: KindState,
  replaces?: string,
): Plan {
  const { body, about, subject, reason } = state;
  const read = readState(kind.schema, kind.schema, body, true, "body");
  const { fields, faults } = readAbout(about);
  const from =
    kind.kind === "source.described"
      ? { drafts: [], faults: [], source: {} }
      : planSource(state.source, sourceSchema);
  const names = kind.opens && replaces === undefined ? {} : filled({ subject });
  const draft = {
    kind: kind.kind,
    ...names,
    body: read.value ?? {},
    ...fields,
    ...from.source,
    // A reason still to be written is no reason to withhold the preview; without one, nothing is sent.
    ...(replaces === undefined ? {} : { replaces, reason: reason.trim() || "…" }),
  };
  const unreasoned: readonly Fault[] =
    replaces !== undefined && reason.trim() === "" ? [{ path: "reason", fault: "reasonMissing" }] : [];
  return {
    drafts: [...from.drafts, { draft, at: (field) => field }],
    faults: [...from.faults, ...read.faults, ...faults, ...unreasoned],
  };
}
