/** Reads stored entries back: header and content as they were hashed, body in the current version. */
import type { Content, Entry, Header } from "./entry.ts";
import type { Kinds } from "./kinds.ts";

/** The columns every read of an entry selects, from `ledger.entry e` left-joined to `ledger.body b`. */
export const ENTRY_COLUMNS = `e.seq, e.label, e.id, e.kind, e.version, e.subject, e.replaces,
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at, b.content`;

export interface EntryRow {
  readonly seq: number;
  readonly label: number;
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly subject: string;
  readonly replaces: string | null;
  readonly recorded_at: string;
  /** Null where a purge emptied the entry. */
  readonly content: string | null;
}

/** The header exactly as it was hashed. */
export function headerOf(row: Omit<EntryRow, "content">): Header {
  return {
    id: row.id,
    kind: row.kind,
    label: row.label,
    recordedAt: row.recorded_at,
    ...(row.replaces === null ? {} : { replaces: row.replaces }),
    seq: row.seq,
    subject: row.subject,
    version: row.version,
  };
}

/** The content with its body in the current version; undefined where it was lawfully emptied. */
export function contentOf(kinds: Kinds, row: EntryRow): Content | undefined {
  if (row.content === null) return undefined;
  const content = JSON.parse(row.content) as Content;
  const kind = kinds.named(row.kind);
  return row.version === kind.version
    ? content
    : { ...content, body: kinds.current(kind, row.version, content.body) };
}

/** The entry as readers meet it; undefined where it was lawfully emptied. */
export function entryOf(kinds: Kinds, row: EntryRow): Entry | undefined {
  const content = contentOf(kinds, row);
  if (!content) return undefined;
  return {
    ...content,
    id: row.id,
    kind: row.kind,
    version: row.version,
    subject: row.subject,
    recordedAt: row.recorded_at,
    ...(row.replaces === null ? {} : { replaces: row.replaces }),
  };
}
