/** Drafts kept in this browser until they are recorded, each with the idempotency key of exactly what was sent. */
import type { Json } from "./schema.ts";

const PREFIX = "joint-docket.draft.";

/** Which form a draft is of, and what it was opened about. */
export interface Place {
  readonly form: string;
  readonly about: Readonly<Record<string, string>>;
}

export interface KeptDraft<State = Json> extends Place {
  readonly state: State;
  /** When it was last changed. */
  readonly at: string;
  /** The request that the key was made for, where it was sent and no answer is known. */
  readonly sent?: string | undefined;
  readonly key?: string | undefined;
}

function nameOf({ form, about }: Place): string {
  const pairs = Object.entries(about).sort(([a], [b]) => a.localeCompare(b));
  return `${PREFIX}${form}?${new URLSearchParams(pairs).toString()}`;
}

/** A browser that keeps nothing still holds the draft, and its key, as long as the page. */
const inMemory = new Map<string, string>();

function read(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? inMemory.get(name) ?? null;
  } catch {
    return inMemory.get(name) ?? null;
  }
}

function write<State>(draft: KeptDraft<State>): void {
  const name = nameOf(draft);
  const text = JSON.stringify(draft);
  inMemory.set(name, text);
  try {
    localStorage.setItem(name, text);
  } catch {
    // It lives as long as the page.
  }
}

function parsed<State>(text: string | null): KeptDraft<State> | undefined {
  try {
    const draft = text === null ? undefined : (JSON.parse(text) as KeptDraft<State>);
    return draft && typeof draft.form === "string" && draft.state !== undefined ? draft : undefined;
  } catch {
    return undefined;
  }
}

export const keptDraft = <State>(place: Place): KeptDraft<State> | undefined => parsed(read(nameOf(place)));

export function keepDraft<State>(place: Place, state: State): void {
  const { sent, key } = keptDraft<State>(place) ?? {};
  write({ ...place, state, at: new Date().toISOString(), sent, key });
}

/** Whether exactly this was sent before and no answer is known: it may have been recorded already. */
export function isPending(place: Place, request: unknown): boolean {
  const kept = keptDraft(place);
  return kept?.key !== undefined && kept.sent === JSON.stringify(request);
}

/** The key for this request: the same for a retry or after a reload, a new one once the draft has changed. */
export function keyFor<State>(place: Place, state: State, request: unknown): string {
  const sent = JSON.stringify(request);
  const kept = keptDraft<State>(place);
  const key = kept?.sent === sent && kept.key ? kept.key : crypto.randomUUID();
  write({ ...place, state, at: kept?.at ?? new Date().toISOString(), sent, key });
  return key;
}

/** The request was answered with a refusal, so nothing is in doubt. */
export function answered(place: Place): void {
  const kept = keptDraft(place);
  if (kept) write({ ...kept, sent: undefined, key: undefined });
}

export function forgetDraft(place: Place): void {
  const name = nameOf(place);
  inMemory.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** Every draft on this device, the one changed last first. */
export function keptDrafts(): KeptDraft[] {
  const names = new Set(inMemory.keys());
  try {
    for (let index = 0; index < localStorage.length; index++) {
      const name = localStorage.key(index);
      if (name?.startsWith(PREFIX)) names.add(name);
    }
  } catch {
    // What is in memory is all there is.
  }
  return [...names]
    .flatMap((name) => parsed<Json>(read(name)) ?? [])
    .sort((a, b) => b.at.localeCompare(a.at));
}
