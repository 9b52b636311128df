/** Writes the whole ledger as one file of JSON lines that verifies itself: a backup, and what other verifiers read. */
import { createHash } from "node:crypto";
import type pg from "pg";
import { canonical } from "../proof/canonical.ts";
import { rootAt } from "../proof/tree.ts";
import { headerOf } from "../rows.ts";
import { treeReader } from "../store/tree-store.ts";

export const ARCHIVE_FORMAT = 1;
const CHUNK = 5000;

interface ExportRow {
  readonly seq: number;
  readonly label: number;
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly subject: string;
  readonly replaces: string | null;
  readonly recorded_at: string;
  readonly commitment: Buffer;
  readonly salt: Buffer | null;
  readonly content: string | null;
}

function entryLine(row: ExportRow): string {
  const header = canonical(headerOf(row));
  const commitment = row.commitment.toString("hex");
  const salt = row.salt === null ? "null" : `"${row.salt.toString("hex")}"`;
  const content = row.content === null ? "null" : JSON.stringify(row.content);
  return `{"entry":{"header":${header},"commitment":"${commitment}","salt":${salt},"content":${content}}}`;
}

async function* entryLines(client: pg.ClientBase, size: number): AsyncGenerator<string> {
  for (let from = 0; from < size; from += CHUNK) {
    const { rows } = await client.query<ExportRow>(
      `select e.seq, e.label, e.id, e.kind, e.version, e.subject, e.replaces, e.commitment, b.salt, b.content,
              to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at
         from ledger.entry e left join ledger.body b on b.label = e.label and b.seq = e.seq
        where e.seq >= $1 and e.seq < $2 order by e.seq`,
      [from, Math.min(size, from + CHUNK)],
    );
    for (const row of rows) yield entryLine(row);
  }
}

async function* proofLines(client: pg.ClientBase): AsyncGenerator<string> {
  const checkpoints = await client.query<{ note: string; at: string }>(
    `select note, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from ledger.checkpoint order by number`,
  );
  for (const checkpoint of checkpoints.rows) yield JSON.stringify({ checkpoint });
  const cosignatures = await client.query(
    `select witness, size, encode(root, 'hex') as root, line, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from ledger.cosignature order by size, witness, at`,
  );
  for (const cosignature of cosignatures.rows) yield JSON.stringify({ cosignature });
}

async function firstLine(client: pg.ClientBase, ledger: string, keys: readonly string[]): Promise<string> {
  const labels = await client.query<{ label: number; compartments: string[] }>(
    "select label, compartments from ledger.label order by label",
  );
  return JSON.stringify({
    archive: "joint-docket-ledger",
    format: ARCHIVE_FORMAT,
    ledger,
    origin: `joint-docket/${ledger}`,
    labels: Object.fromEntries(labels.rows.map(({ label, compartments }) => [label, compartments])),
    verifierKeys: keys,
    exportedAt: new Date().toISOString(),
  });
}

/**
 * The archive's text in pieces, newline at the end of each line. `client` is the keeper's, in one snapshot; `keys` are
 * those whose checkpoints it holds.
 */
export async function* exportLedger(
  client: pg.ClientBase,
  ledger: string,
  keys: readonly string[],
  say: (entries: number, of: number) => void = () => undefined,
): AsyncGenerator<string> {
  const size = (await client.query<{ size: number }>("select size from ledger.head")).rows[0]?.size ?? 0;
  const hash = createHash("sha256");
  const piece = (line: string) => {
    hash.update(line).update("\n");
    return `${line}\n`;
  };
  yield piece(await firstLine(client, ledger, keys));
  let entries = 0;
  for await (const line of entryLines(client, size)) {
    yield piece(line);
    entries += 1;
    if (entries % CHUNK === 0) say(entries, size);
  }
  for await (const line of proofLines(client)) yield piece(line);
  const root = (await rootAt(size, treeReader(client))).toString("hex");
  yield `${JSON.stringify({ end: { entries: size, root, sha256: hash.digest("hex") } })}\n`;
}
