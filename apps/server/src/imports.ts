/** Imports under way: each runs by itself, tells how far it is, can be cancelled, and keeps its report. */
import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { idempotencyKeyReused, type Language, type Refusal } from "@joint-docket/ledger";
import {
  badRows,
  type Format,
  type ImportProgress,
  type ImportReport,
  importRows,
  type Mapping,
  readLines,
  type RefusedRow,
} from "@joint-docket/taskforce/exchange";
import type { Desk } from "./desk.ts";
import { faultOf } from "./fault.ts";
import { refusalOf } from "./problem.ts";
import { idempotencyKeyMissing, importNotThere, importUnderWay } from "./refusals.ts";

export interface ImportRequest {
  readonly name: string;
  readonly format: Format;
  readonly text: string;
  readonly mapping: Mapping;
  readonly correct: boolean;
  readonly preview: boolean;
  readonly language: Language;
}

/** What is kept of a report: the refused rows are shown in part, and written out once for whoever takes them home. */
export interface KeptReport extends Omit<ImportReport, "refused" | "cancelled"> {
  readonly refusedTotal: number;
  readonly refused: readonly Omit<RefusedRow, "raw" | "columns">[];
  readonly refusedRows: Buffer;
}

export interface ImportRun {
  readonly id: string;
  readonly name: string;
  readonly format: Format;
  readonly preview: boolean;
  state: "running" | "done" | "cancelled" | "failed";
  progress: ImportProgress & { readonly total: number };
  report: KeptReport | undefined;
  problem: Refusal | undefined;
  readonly startedAt: string;
}

/** Finished runs beyond this many are forgotten, oldest first, and so are those whose refused rows take more bytes. */
export const MOST_KEPT = 50;
const MOST_BYTES = 64 * 1024 * 1024;
/** Refused rows in a report. */
export const MOST_SHOWN = 500;
/** Each run holds its whole file, so only so many go on beside one another; of those that write, one. */
const MOST_PREVIEWS = 4;

interface Kept {
  readonly run: ImportRun;
  readonly cancel: AbortController;
  readonly ended: Promise<void>;
  readonly key: string | undefined;
  readonly digest: string;
}

export class ImportRuns {
  readonly #desk: Desk;
  readonly #mostBytes: number;
  readonly #runs = new Map<string, Kept>();

  constructor(desk: Desk, mostBytes = MOST_BYTES) {
    this.#desk = desk;
    this.#mostBytes = mostBytes;
  }

  /**
   * Starts an import; the same request under the same key is answered with the run it started.
   * Refuses `idempotency-key-missing`, `idempotency-key-reused`, `import-under-way`.
   */
  start(request: ImportRequest, key: string | undefined): ImportRun {
    if (key === undefined && !request.preview) throw idempotencyKeyMissing({ field: "Idempotency-Key" });
    const { language: _language, ...said } = request;
    const digest = createHash("sha256").update(JSON.stringify(said)).digest("hex");
    const before = [...this.#runs.values()].find((kept) => key !== undefined && kept.key === key);
    if (before && before.digest !== digest)
      throw idempotencyKeyReused({ field: "Idempotency-Key", value: key });
    if (before) return before.run;
    const beside = [...this.#runs.values()].filter(
      ({ run }) => run.state === "running" && run.preview === request.preview,
    );
    if (beside.length >= (request.preview ? MOST_PREVIEWS : 1)) throw importUnderWay({});
    const cancel = new AbortController();
    const run: ImportRun = {
      id: randomUUID(),
      name: request.name,
      format: request.format,
      preview: request.preview,
      state: "running",
      progress: {
        total: linesIn(request.text),
        read: 0,
        accepted: 0,
        corrected: 0,
        unchanged: 0,
        refused: 0,
      },
      report: undefined,
      problem: undefined,
      startedAt: new Date().toISOString(),
    };
    const ended = this.#carryOut(run, request, cancel.signal);
    this.#runs.set(run.id, { run, cancel, ended, key, digest });
    this.#forgetOldest();
    return run;
  }

  /** Refuses `import-not-there`. */
  get(id: string): ImportRun {
    const kept = this.#runs.get(id);
    if (!kept) throw importNotThere({ value: id });
    return kept.run;
  }

  cancel(id: string): ImportRun {
    const run = this.get(id);
    this.#runs.get(id)?.cancel.abort();
    return run;
  }

  /** Cancels what runs and waits for it, so that nothing is half way when the database closes. */
  async stop(): Promise<void> {
    for (const { cancel } of this.#runs.values()) cancel.abort();
    await Promise.all([...this.#runs.values()].map(({ ended }) => ended));
  }

  async #carryOut(run: ImportRun, request: ImportRequest, signal: AbortSignal): Promise<void> {
    const { ledger, actor } = this.#desk;
    const { format, mapping, correct, preview, language } = request;
    try {
      const lines = readLines(Readable.from([request.text]), format, mapping);
      const say = (progress: ImportProgress) => {
        run.progress = { ...progress, total: run.progress.total };
      };
      const report = await importRows(ledger, actor, lines, {
        format,
        correct,
        preview,
        language,
        signal,
        say,
      });
      run.report = keptOf(report, format);
      run.state = report.cancelled ? "cancelled" : "done";
    } catch (error) {
      run.problem = refusalOf(error);
      run.state = "failed";
      if (run.problem.status >= 500)
        this.#desk.log(`An import ended with ${run.problem.code}: ${faultOf(run.problem.cause ?? error)}`);
    }
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    const runs = [...this.#runs.values()].map(({ run }) => run);
    let bytes = runs.reduce((sum, run) => sum + bytesOf(run), 0);
    // The latest stays, whatever it takes: whoever waits for it is still to read it.
    for (const run of runs.slice(0, -1)) {
      if (this.#runs.size <= MOST_KEPT && bytes <= this.#mostBytes) return;
      if (run.state === "running") continue;
      this.#runs.delete(run.id);
      bytes -= bytesOf(run);
    }
  }
}

const bytesOf = ({ report }: ImportRun) => report?.refusedRows.length ?? 0;

function keptOf({ refused, cancelled: _cancelled, ...report }: ImportReport, format: Format): KeptReport {
  return {
    ...report,
    refusedTotal: refused.length,
    refused: refused.slice(0, MOST_SHOWN).map(({ raw: _raw, columns: _columns, ...row }) => row),
    refusedRows: Buffer.from(badRows(refused, format)),
  };
}

function linesIn(text: string): number {
  let lines = text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
