/** Holds what was previewed until it is imported, across a reload where the browser has room for it. */
import type { Format } from "./csvHeader.ts";

/** How columns become fields, and written values what they mean. */
export interface Mapping {
  /** Column to field path; an empty path leaves the column out. */
  columns: Record<string, string>;
  /** Field path to a value for every row. */
  constants: Record<string, string>;
  /** Field path to what is written to what is meant. */
  values: Record<string, Record<string, string>>;
}

export interface ImportRequest {
  name: string;
  format: Format;
  text: string;
  mapping?: Mapping;
  correct?: boolean;
}

const PLACE = "joint-docket.import";
/** Characters; browsers keep about five million in a session. */
const ROOM = 2_000_000;
const held = new Map<string, ImportRequest>();

export function keepImport(id: string, request: ImportRequest): void {
  held.set(id, request);
  if (request.text.length > ROOM) return;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ id, request }));
  } catch {
    // It stays in memory; after a reload the file must be chosen again.
  }
}

export function keptImport(id: string): ImportRequest | undefined {
  const inMemory = held.get(id);
  if (inMemory) return inMemory;
  try {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null") as {
      id: string;
      request: ImportRequest;
    } | null;
    return kept?.id === id ? kept.request : undefined;
  } catch {
    return undefined;
  }
}

/** The key under which a preview is imported: the same for a retry or after a reload, so nothing is imported twice. */
export const importKey = (preview: string): string => `import-${preview}`;
