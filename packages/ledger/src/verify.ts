/** Checks the whole ledger from its stored bytes up: every leaf, the tree, every checkpoint, every emptied body, the witnesses. */
import type pg from "pg";
import { canonical } from "./proof/canonical.ts";
import { commitmentOf, leafOf } from "./proof/leaf.ts";
import { parseCheckpoint, type TreeHead, verifyNote } from "./proof/note.ts";
import { CompactRange, type StoredNode } from "./proof/tree.ts";
import { headerOf } from "./rows.ts";

export interface Problem {
  /** Position of the entry it was found at; the ledger's size where it concerns the whole. */
  readonly seq: number;
  readonly problem: string;
}

export interface Verification {
  readonly ok: boolean;
  /** Entries found and hashed. */
  readonly entries: number;
  /** Entries the head says there are. */
  readonly head: number;
  /** Root of the tree over the entries found, in hexadecimal. */
  readonly root: string;
  readonly problems: readonly Problem[];
}

/** What a witness saw: this size had this root. */
export interface Witnessed {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

interface Stored {
  readonly seq: number;
  readonly label: number;
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly subject: string;
  readonly replaces: string | null;
  readonly recorded_at: string;
  readonly commitment: Buffer;
  readonly leaf: Buffer;
  readonly salt: Buffer | null;
  readonly content: string | null;
  readonly emptied_by: number | null;
}

const CHUNK = 10_000;
const MOST_PROBLEMS = 1000;

const CHUNK_QUERY = `
  select e.seq, e.label, e.id, e.kind, e.version, e.subject, e.replaces, e.commitment, e.leaf, b.salt, b.content,
         to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at, m.at_seq as emptied_by
    from ledger.entry e
    left join ledger.body b on b.label = e.label and b.seq = e.seq
    left join ledger.emptied m on m.label = e.label and m.entry = e.id
   where e.seq >= $1 and e.seq < $2 order by e.seq`;

/** One pass over the ledger; `seen` collects what the later checks need. */
class Pass {
  readonly problems: Problem[] = [];
  readonly range = new CompactRange();
  readonly nodes = new Map<string, Buffer>();
  readonly roots = new Map<number, Buffer>();
  readonly #wanted: ReadonlySet<number>;
  #lastRecorded = "";
  #next = 0;

  constructor(wanted: ReadonlySet<number>) {
    this.#wanted = wanted;
    if (wanted.has(0)) this.roots.set(0, this.range.root());
  }

  say(seq: number, problem: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ seq, problem });
  }

  take(row: Stored): void {
    if (row.seq === this.#next + 1) this.say(this.#next, `entry ${this.#next} is missing`);
    else if (row.seq !== this.#next)
      this.say(this.#next, `entries ${this.#next} to ${row.seq - 1} are missing`);
    this.#next = row.seq + 1;
    if (row.recorded_at < this.#lastRecorded) this.say(row.seq, "it was recorded before the entry before it");
    this.#lastRecorded = row.recorded_at;
    this.#body(row);
    const leaf = leafOf(headerOf(row), row.commitment);
    if (!leaf.equals(row.leaf)) this.say(row.seq, "its header does not hash to its leaf");
    for (const node of this.range.append([leaf])) this.nodes.set(nameOf(node), node.hash);
    if (this.#wanted.has(this.range.size)) this.roots.set(this.range.size, this.range.root());
  }

  #body({ seq, salt, content, commitment, emptied_by }: Stored): void {
    if (salt === null || content === null) {
      if (emptied_by === null) this.say(seq, "its content is gone, and no purge says so");
      return;
    }
    if (emptied_by !== null) this.say(seq, "a purge emptied it, but its content is there");
    if (!commitmentOf(salt, content).equals(commitment))
      this.say(seq, "its content does not hash to its commitment");
  }
}

function nameOf({ level, index }: Pick<StoredNode, "level" | "index">): string {
  return `${level}/${index}`;
}

async function checkNodes(client: pg.ClientBase, pass: Pass): Promise<void> {
  const { rows } = await client.query<StoredNode>("select level, index, hash from ledger.node");
  const stored = new Map(rows.map((row) => [nameOf(row), row]));
  for (const [name, hash] of pass.nodes) {
    if (!stored.get(name)?.hash.equals(hash)) pass.say(pass.range.size, `the stored tree differs at ${name}`);
  }
  for (const name of stored.keys())
    if (!pass.nodes.has(name)) pass.say(pass.range.size, `the stored tree has ${name} too much`);
}

interface KeptCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

/** Whether it bears a trusted signature. */
function checkCheckpoint(
  pass: Pass,
  origin: string,
  { size, root, note }: KeptCheckpoint,
  keys: readonly string[],
): boolean {
  const said = attempt(() => parseCheckpoint(note));
  if (!said || said.origin !== origin || said.size !== size || !said.root.equals(root)) {
    pass.say(size, "a checkpoint's note does not say what its row says");
    return false;
  }
  const signed = (attempt(() => verifyNote(note, keys)) ?? []).length > 0;
  if (!signed) pass.say(size, "a checkpoint's signature does not hold");
  if (size > pass.range.size)
    pass.say(size, `a checkpoint knows ${size} entries; the ledger holds ${pass.range.size}`);
  else if (!pass.roots.get(size)?.equals(root))
    pass.say(size, `the entries up to ${size} are not those the checkpoint was signed over`);
  return signed;
}

/** A ledger lives a few periods of its checkpoint clock without a checkpoint, not an hour. */
async function checkUnsigned(client: pg.ClientBase, pass: Pass): Promise<void> {
  const { rows } = await client.query(
    "select from ledger.entry where recorded_at < clock_timestamp() - interval '1 hour' limit 1",
  );
  if (rows.length > 0)
    pass.say(pass.range.size, "entries stand for more than an hour, but no trusted key signed any of them");
}

function checkWitnessed(pass: Pass, origin: string, { origin: seenAt, size, root }: Witnessed): void {
  if (seenAt !== origin) return;
  if (size > pass.range.size) pass.say(pass.range.size, `a witness saw ${size} entries; the tail is cut off`);
  else if (!pass.roots.get(size)?.equals(root))
    pass.say(size, `the first ${size} entries are not those the witness saw`);
}

/** What this installation signed and remembers outside the database. */
function checkSigned(pass: Pass, { size, root }: TreeHead, kept: readonly KeptCheckpoint[]): void {
  if (size > pass.range.size)
    pass.say(pass.range.size, `this installation signed ${size} entries; the tail is cut off`);
  else if (!pass.roots.get(size)?.equals(root))
    pass.say(size, `the first ${size} entries are not those this installation signed`);
  else if (!kept.some((checkpoint) => checkpoint.size === size && checkpoint.root.equals(root)))
    pass.say(size, `the checkpoint of ${size} entries, which this installation signed, was taken away`);
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

async function checkPurges(client: pg.ClientBase, pass: Pass): Promise<void> {
  const { rows } = await client.query<{
    seq: number;
    entry: string;
    emptied: string | null;
    order: string | null;
  }>(
    `select m.seq, m.entry, t.id as emptied, case when e.kind = 'entry.purged' then b.content end as "order" from ledger.emptied m
       left join ledger.entry t on t.label = m.label and t.seq = m.seq
       left join ledger.entry e on e.label = m.label and e.seq = m.at_seq and e.id = m.by
       left join ledger.body b on b.label = e.label and b.seq = e.seq`,
  );
  for (const { seq, entry, emptied, order } of rows) {
    const ordered = attempt(() => (JSON.parse(order ?? "") as { body: { purges: string } }).body.purges);
    if (ordered !== entry || emptied !== entry)
      pass.say(seq, "it was emptied without a purge entry that names it");
  }
}

/**
 * Verifies everything inside the caller's snapshot. `client` is the keeper's; `keys` are the verifier keys trusted for
 * checkpoints; `witnessed` is what a witness's file says; `signed` what the installation itself remembers. Neither may
 * come from the database. Finds at most 1,000 problems.
 */
export async function verifyLedger(
  client: pg.ClientBase,
  origin: string,
  keys: readonly string[],
  witnessed: readonly Witnessed[] = [],
  signed: TreeHead | undefined = undefined,
  say: (entries: number, of: number) => void = () => undefined,
): Promise<Verification> {
  const head = (await client.query<{ size: number }>("select size from ledger.head")).rows[0]?.size ?? 0;
  const last =
    (await client.query<{ seq: number | null }>("select max(seq) as seq from ledger.entry")).rows[0]?.seq ??
    -1;
  const checkpoints = (
    await client.query<KeptCheckpoint>(
      "select distinct on (size, root, note) size, root, note from ledger.checkpoint order by size, root, note",
    )
  ).rows;
  const cosigned = (
    await client.query<{ size: number; root: Buffer }>("select distinct size, root from ledger.cosignature")
  ).rows;
  const seen: Witnessed[] = [...witnessed, ...cosigned.map(({ size, root }) => ({ origin, size, root }))];
  const own = signed ? [signed] : [];
  const pass = new Pass(new Set([...checkpoints, ...seen, ...own].map(({ size }) => size)));
  for (let from = 0; from <= last; from += CHUNK) {
    const { rows } = await client.query<Stored>(CHUNK_QUERY, [from, from + CHUNK]);
    for (const row of rows) pass.take(row);
    say(pass.range.size, last + 1);
  }
  if (head !== pass.range.size) pass.say(pass.range.size, `the head says ${head} entries`);
  await checkNodes(client, pass);
  await checkPurges(client, pass);
  const trusted = checkpoints.filter((checkpoint) => checkCheckpoint(pass, origin, checkpoint, keys));
  if (!trusted.some(({ size }) => size > 0)) await checkUnsigned(client, pass);
  for (const witness of seen) checkWitnessed(pass, origin, witness);
  if (signed) checkSigned(pass, signed, checkpoints);
  return {
    ok: pass.problems.length === 0,
    entries: pass.range.size,
    head,
    root: pass.range.root().toString("hex"),
    problems: pass.problems,
  };
}

/** Whether a text is RFC 8785 as it stands; for imports of whole ledgers. */
export function isCanonical(text: string): boolean {
  return attempt(() => canonical(JSON.parse(text))) === text;
}
