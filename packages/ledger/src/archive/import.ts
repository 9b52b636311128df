/** Reads an exported ledger into an empty database, verifying every line; nothing stays unless all of it holds. */
import { createHash } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { type Whole, entriesWritten } from "../append/compose.ts";
import type { Content, Header } from "../entry.ts";
import type { Kinds } from "../kinds.ts";
import { commitmentOf, leafOf } from "../proof/leaf.ts";
import { parseVerifierKey } from "../proof/note.ts";
import { CompactRange } from "../proof/tree.ts";
import { applyProjections, type Placed } from "../projections/apply.ts";
import { defineRefusal } from "../refusal.ts";
import { isCanonical } from "../verify.ts";

export const archiveCorrupted = defineRefusal<{ line: number; why: string }>({
  code: "archive-corrupted",
  status: 422,
  en: {
    sentence: ({ line, why }) =>
      `The exported ledger does not hold at line ${line}: ${why}. Nothing was imported.`,
    remedy: () => "Use another copy of the export; this one was changed or cut off.",
  },
  es: {
    sentence: ({ line, why }) =>
      `El registro exportado falla en la línea ${line}: ${why}. No se importó nada.`,
    remedy: () => "Use otra copia de la exportación; esta fue cambiada o truncada.",
  },
});

export const archiveNewer = defineRefusal<{ format: number }>({
  code: "archive-newer",
  status: 422,
  en: {
    sentence: ({ format }) => `This export has format ${format}, which this version cannot read.`,
    remedy: () => "Import it with the newer Joint Docket that wrote it.",
  },
  es: {
    sentence: ({ format }) => `Esta exportación tiene el formato ${format}, que esta versión no puede leer.`,
    remedy: () => "Impórtela con el Joint Docket más nuevo que la escribió.",
  },
});

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const opening = z.object({
  archive: z.literal("joint-docket-ledger"),
  format: z.int(),
  ledger: z.uuid(),
  labels: z.record(z.string().regex(/^\d+$/), z.array(z.string()).min(1)),
  verifierKeys: z.array(z.string()),
});
export type ArchiveOpening = z.infer<typeof opening>;

const entryLine = z.strictObject({
  header: z.strictObject({
    id: z.uuid(),
    kind: z.string(),
    label: z.int(),
    recordedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
    replaces: z.uuid().optional(),
    seq: z.int().nonnegative(),
    subject: z.uuid(),
    version: z.int().positive(),
  }),
  commitment: hex(32),
  salt: hex(32).nullable(),
  content: z.string().nullable(),
});

const checkpointLine = z.object({ note: z.string(), at: z.string() });
const cosignatureLine = z.object({
  witness: z.string(),
  size: z.int(),
  root: hex(32),
  line: z.string(),
  at: z.string(),
});
const endLine = z.object({ entries: z.int(), root: hex(32), sha256: hex(32) });

/** The archive's first line. Refuses `archive-corrupted`, `archive-newer`. */
export function readOpening(line: string): ArchiveOpening {
  const parsed = opening.safeParse(tryJson(line));
  if (!parsed.success)
    throw archiveCorrupted({ line: 1, why: "it is not the beginning of an exported ledger" });
  if (parsed.data.format > 1) throw archiveNewer({ format: parsed.data.format });
  for (const key of parsed.data.verifierKeys)
    if (nameOf(key) !== `joint-docket/${parsed.data.ledger}`)
      throw archiveCorrupted({ line: 1, why: "it names a key that is none of this ledger's" });
  return parsed.data;
}

function nameOf(key: string): string | undefined {
  try {
    return parseVerifierKey(key).name;
  } catch {
    return undefined;
  }
}

function tryJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

interface Received extends Whole {
  readonly emptied: boolean;
}

const CHUNK = 2000;

/** Keeps what the first line says: the labels its entries stand under and the keys that signed its checkpoints. */
export async function keepOpening(
  client: pg.ClientBase,
  { labels, verifierKeys }: ArchiveOpening,
): Promise<void> {
  try {
    for (const [label, compartments] of Object.entries(labels)) {
      await client.query(
        "insert into ledger.compartment (id) select unnest($1::text[]) on conflict do nothing",
        [compartments],
      );
      await client.query(
        "insert into ledger.label (label, compartments) values ($1, $2) on conflict do nothing",
        [Number(label), compartments],
      );
    }
    for (const key of verifierKeys)
      await client.query("insert into ledger.signing_key (verifier_key, since) values ($1, 0)", [key]);
  } catch (error) {
    throw unlessOfDatabase(error, 1);
  }
}

/** What the database will not take (SQLSTATE classes 22 and 23: impossible values, broken references) is the archive's fault. */
function unlessOfDatabase(error: unknown, line: number): unknown {
  const { code } = error as { code?: string };
  return /^2[23]/.test(code ?? "")
    ? archiveCorrupted({ line, why: "it holds what no ledger holds" }, error)
    : error;
}

/** Takes an archive's lines after the first, in order, into the keeper's open transaction. */
export class ArchiveReader {
  readonly #client: pg.ClientBase;
  readonly #kinds: Kinds;
  readonly #hash = createHash("sha256");
  readonly #range = new CompactRange();
  readonly #emptied = new Set<string>();
  #waiting: Received[] = [];
  #line = 1;
  #recordedAt = "";
  #ended = false;

  constructor(client: pg.ClientBase, kinds: Kinds, first: string) {
    this.#client = client;
    this.#kinds = kinds;
    this.#hash.update(first).update("\n");
  }

  /** The number of the last line taken. */
  get line(): number {
    return this.#line;
  }

  get entries(): number {
    return this.#range.size + this.#waiting.length;
  }

  #corrupted(why: string): Error {
    return archiveCorrupted({ line: this.#line, why });
  }

  #parse<T>(schema: z.ZodType<T>, value: unknown): T {
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw this.#corrupted("it is not in the form of an export");
    return parsed.data;
  }

  /** Refuses `archive-corrupted`, `kind-unknown`, `kind-version-unknown`. */
  async take(line: string): Promise<void> {
    this.#line += 1;
    try {
      await this.#take(line);
    } catch (error) {
      throw unlessOfDatabase(error, this.#line);
    }
  }

  async #take(line: string): Promise<void> {
    if (line.endsWith("\r")) throw this.#corrupted("its lines were given other ends (CR LF)");
    if (this.#ended) throw this.#corrupted("there is text after the end");
    const value = tryJson(line) as Record<string, unknown> | undefined;
    if (!value || typeof value !== "object") throw this.#corrupted("it is not JSON");
    if (value.end !== undefined) return this.#end(this.#parse(endLine, value.end));
    this.#hash.update(line).update("\n");
    if (value.entry !== undefined) {
      this.#waiting.push(this.#entry(this.#parse(entryLine, value.entry)));
      if (this.#waiting.length >= CHUNK) await this.#write();
    } else if (value.checkpoint !== undefined) {
      await this.#write();
      await this.#checkpoint(this.#parse(checkpointLine, value.checkpoint));
    } else if (value.cosignature !== undefined) {
      const { witness, size, root, line: signature, at } = this.#parse(cosignatureLine, value.cosignature);
      await this.#client.query(
        "insert into ledger.cosignature (witness, size, root, line, at) values ($1, $2, decode($3, 'hex'), $4, $5)",
        [witness, size, root, signature, at],
      );
    } else throw this.#corrupted("it is of no known kind");
  }

  /** Refuses `archive-corrupted` where the archive stopped before its end. */
  finish(): number {
    if (!this.#ended) {
      this.#line += 1;
      throw this.#corrupted("the file ends before the ledger does");
    }
    return this.#range.size;
  }

  #entry({ header: read, commitment: said, salt, content }: z.infer<typeof entryLine>): Received {
    const header = read as Header;
    if (header.seq !== this.entries) throw this.#corrupted(`entry ${this.entries} is missing`);
    if (header.recordedAt < this.#recordedAt)
      throw this.#corrupted("it was recorded before the entry before it");
    this.#recordedAt = header.recordedAt;
    const commitment = Buffer.from(said, "hex");
    const emptied = salt === null || content === null;
    if (!emptied && !commitmentOf(Buffer.from(salt, "hex"), content).equals(commitment))
      throw this.#corrupted("its content was changed");
    if (!emptied && !isCanonical(content)) throw this.#corrupted("its content is not in canonical form");
    if (emptied) this.#emptied.add(header.id);
    return {
      header,
      kind: this.#kinds.named(header.kind),
      content: emptied ? ({} as Content) : (JSON.parse(content) as Content),
      text: content ?? "",
      salt: Buffer.from(salt ?? "", "hex"),
      commitment,
      leaf: leafOf(header, commitment),
      emptied,
    };
  }

  async #write(): Promise<void> {
    const chunk = this.#waiting;
    const last = chunk.at(-1);
    this.#waiting = [];
    if (!last) return;
    await this.#client.query(entriesWritten(chunk, this.#range, { bodyOf: ({ emptied }) => !emptied }));
    await applyProjections(
      this.#client,
      this.#kinds,
      chunk.map((entry) => this.#placed(entry)),
    );
    for (const { header, kind, content } of chunk)
      if (kind.kind === "entry.purged") await this.#purged(header, content);
  }

  #placed({ header, kind, content, emptied }: Received): Placed {
    if (emptied) return { header, kind, content: undefined };
    return {
      header,
      kind,
      content: { ...content, body: this.#kinds.current(kind, header.version, content.body) },
    };
  }

  async #purged(by: Header, content: Content): Promise<void> {
    const { purges } = content.body as { purges: string };
    await this.#client.query(
      `insert into ledger.emptied (label, entry, kind, subject, seq, by, at_seq)
       select label, id, kind, subject, seq, $2, $3 from ledger.entry where id = $1 and label = $4`,
      [purges, by.id, by.seq, by.label],
    );
    this.#emptied.delete(purges);
  }

  async #checkpoint({ note, at }: z.infer<typeof checkpointLine>): Promise<void> {
    const [, size = "", root = ""] = note.split("\n");
    await this.#client.query(
      "insert into ledger.checkpoint (size, root, note, at) values ($1, decode($2, 'base64'), $3, $4)",
      [Number(size), root, note, at],
    );
  }

  async #end({ entries, root, sha256 }: z.infer<typeof endLine>): Promise<void> {
    await this.#write();
    if (this.#emptied.size > 0)
      throw this.#corrupted(`${this.#emptied.size} entries lack their content, and no purge says so`);
    if (entries !== this.#range.size)
      throw this.#corrupted(`it says ${entries} entries, but ${this.#range.size} came`);
    if (this.#range.root().toString("hex") !== root)
      throw this.#corrupted("the entries do not hash to its root");
    if (this.#hash.digest("hex") !== sha256) throw this.#corrupted("the file's own hash does not hold");
    this.#ended = true;
  }
}
