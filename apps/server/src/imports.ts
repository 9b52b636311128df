/** Imports under way: each runs by itself, tells how far it is, can be cancelled, and keeps its report. */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Language, Refusal } from "@joint-docket/ledger";
import {
  type Format,
  type ImportProgress,
  type ImportReport,
  importRows,
  type Mapping,
  readLines,
} from "@joint-docket/taskforce/exchange";
import type { Desk } from "./desk.ts";
import { faultOf } from "./fault.ts";
import { refusalOf } from "./problem.ts";
import { importNotThere } from "./refusals.ts";

export interface ImportRequest {
  readonly name: string;
  readonly format: Format;
  readonly text: string;
  readonly mapping: Mapping;
  readonly correct: boolean;
  readonly preview: boolean;
  readonly language: Language;
}

export interface ImportRun {
  readonly id: string;
  readonly name: string;
  readonly format: Format;
  readonly preview: boolean;
  state: "running" | "done" | "cancelled" | "failed";
  progress: ImportProgress & { readonly total: number };
  report: ImportReport | undefined;
  problem: Refusal | undefined;
  readonly startedAt: string;
}

/** Finished runs beyond this many are forgotten, oldest first. */
const MOST_KEPT = 50;

export class ImportRuns {
  readonly #desk: Desk;
  readonly #runs = new Map<
    string,
    ImportRun & { readonly cancel: AbortController; readonly ended: Promise<void> }
  >();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  start(request: ImportRequest): ImportRun {
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
    const kept = Object.assign(run, { cancel, ended: this.#carryOut(run, request, cancel.signal) });
    this.#runs.set(run.id, kept);
    this.#forgetOldest();
    return run;
  }

  /** Refuses `import-not-there`. */
  get(id: string): ImportRun {
    const run = this.#runs.get(id);
    if (!run) throw importNotThere({ value: id });
    return run;
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
      run.report = await importRows(ledger, actor, lines, {
        format,
        correct,
        preview,
        language,
        signal,
        say,
      });
      run.state = run.report.cancelled ? "cancelled" : "done";
    } catch (error) {
      run.problem = refusalOf(error);
      run.state = "failed";
      if (run.problem.status >= 500)
        this.#desk.log(`An import ended with ${run.problem.code}: ${faultOf(run.problem.cause ?? error)}`);
    }
  }

  #forgetOldest(): void {
    for (const [id, { state }] of this.#runs) {
      if (this.#runs.size <= MOST_KEPT) return;
      if (state !== "running") this.#runs.delete(id);
    }
  }
}

function linesIn(text: string): number {
  let lines = text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
