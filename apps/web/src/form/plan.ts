/** What a form would record: drafts in order, and where in the form what is said of each draft is shown. */
import type { Draft, Schema } from "../docket/index.ts";
import type { Json } from "./schema.ts";
import { type Fault, readState, within } from "./value.ts";

/** A draft of an act; `as` names the record it opens, so that others of the act can speak of it. */
export interface ActDraft extends Draft {
  as?: string;
}

export interface Planned {
  readonly draft: ActDraft;
  /** The path in the form of a field such as `body.counts.0` or `occurred`. */
  readonly at: (field: string) => string;
}

export interface Plan {
  readonly drafts: readonly Planned[];
  readonly faults: readonly Fault[];
}

/** What every entry says beside its body. */
export interface AboutEntry {
  readonly occurred: string;
  readonly attestedAt: string;
  readonly certainty: string;
  readonly note: string;
}

/** Where an entry comes from: a source that is described already, or one described in the same act. */
export interface SourceChoice {
  readonly how: "known" | "new" | "none";
  readonly id: string;
  readonly body: Json;
}

export const noSource: SourceChoice = { how: "known", id: "", body: {} };
export const nothingAbout: AboutEntry = { occurred: "", attestedAt: "", certainty: "", note: "" };

const ENVELOPE = new Set([
  "kind",
  "subject",
  "occurred",
  "source",
  "attestedAt",
  "certainty",
  "note",
  "replaces",
  "reason",
  "key",
]);

/** The path of a field that the server names: `body.counts[0]`, or `counts[0]` where a rule speaks of the body. */
export function fieldPath(named: string): string {
  const field = named.replaceAll(/\[(\d+)\]/g, ".$1").replace(/^\./, "");
  const first = field.split(".")[0] ?? "";
  return first === "body" || ENVELOPE.has(first) ? field : within("body", field);
}

/** Only what is filled in. */
export function filled(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const text = value?.trim() ?? "";
      return text === "" ? [] : [[name, text]];
    }),
  );
}

/** A date as it is understood; as it is written where it is not. */
export function readDate(typed: string, path: string): { date: string; faults: readonly Fault[] } {
  const { value, faults } = readState({ type: "string", format: "imprecise-date" }, {}, typed, false, path);
  return { date: typeof value === "string" ? value : "", faults };
}

export const SOURCE = "@source";

export interface PlannedSource extends Plan {
  /** What entries of the act name as their source; nothing where there is none. */
  readonly source: { readonly source?: string };
}

/** The source as chosen: nothing to record where it is described already. */
export function planSource({ how, id, body }: SourceChoice, schema: Schema): PlannedSource {
  if (how === "none") return { drafts: [], faults: [], source: {} };
  if (how === "known") return { drafts: [], faults: [], source: filled({ source: id }) };
  const read = readState(schema, schema, body, true, within("source", "body"));
  return {
    drafts: [
      {
        draft: { kind: "source.described", as: SOURCE, body: read.value },
        at: (field) => within("source", field),
      },
    ],
    faults: read.faults,
    source: { source: SOURCE },
  };
}

/** What an entry says beside its body, as it is sent. */
export function readAbout({ occurred, attestedAt, certainty, note }: AboutEntry): {
  fields: Record<string, string>;
  faults: readonly Fault[];
} {
  const happened = readDate(occurred, "occurred");
  const attested = readDate(attestedAt, "attestedAt");
  return {
    fields: filled({ occurred: happened.date, attestedAt: attested.date, certainty, note }),
    faults: [...happened.faults, ...attested.faults],
  };
}
