/** Writes the rows of a docket: gives each its key, and describes the report it cites before it is cited. */
import type { Row } from "../exchange/index.ts";
import { SYNTHETIC } from "../sources/pure.ts";
import { type Day, iso, type Told } from "./days.ts";

/** The key of the `n`th row of a kind. */
export type Naming = (kind: string, n: number) => string;

/** Keys under which dockets of different seeds can stand in one record. */
export function keysUnder(prefix: string): Naming {
  return (kind, n) => `${prefix}/${kind}/${n}`;
}

export interface More {
  /** When it happened, and which report stated it. */
  readonly told?: Told;
  /** Written instead of the day where it is known less precisely. */
  readonly occurred?: string;
  /** The day of the report, for what has no date of its own. */
  readonly report?: Day;
  /** Cites the note without a date, so that nothing says when it was known. */
  readonly undated?: boolean;
  /** Happened on a day that no source tells. */
  readonly onUnknownDay?: boolean;
  readonly subject?: string;
  readonly certainty?: Row["certainty"];
  readonly note?: string;
  /** The row whose entry this one corrects. */
  readonly replaces?: string;
  readonly reason?: string;
}

const PUBLISHER = "Joint Docket's generator of synthetic dockets";

export class Desk {
  readonly #naming: Naming;
  readonly #numbers = new Map<string, number>();
  readonly #reports = new Map<Day, string>();
  #undated: string | undefined;
  #rows: Row[] = [];

  constructor(naming: Naming) {
    this.#naming = naming;
  }

  /** The rows written since the last call, in order. */
  take(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #key(kind: string): string {
    const n = (this.#numbers.get(kind) ?? 0) + 1;
    this.#numbers.set(kind, n);
    return this.#naming(kind, n);
  }

  #describe(title: string, dated?: string): string {
    const key = this.#key("source.described");
    this.#rows.push({
      key,
      kind: "source.described",
      body: {
        title,
        publisher: PUBLISHER,
        ...(dated === undefined ? {} : { dated }),
        sourceKind: SYNTHETIC,
      },
    });
    return key;
  }

  #report(day: Day): string {
    const known = this.#reports.get(day);
    if (known !== undefined) return known;
    const key = this.#describe(`Synthetic report of ${iso(day)}`, iso(day));
    this.#reports.set(day, key);
    return key;
  }

  /** Writes a row. Gives back its key, which is the name of the record it opens. */
  write(kind: string, body: Row["body"], more: More = {}): string {
    const { told, report = told?.report, occurred, subject, certainty, note, replaces, reason } = more;
    const source =
      more.undated === true
        ? (this.#undated ??= this.#describe("Synthetic note that bears no date"))
        : report === undefined
          ? undefined
          : this.#report(report);
    const key = this.#key(kind);
    const row: { -readonly [Field in keyof Row]?: Row[Field] } = { key, kind };
    if (subject !== undefined) row.subject = subject;
    if (more.onUnknownDay !== true && (occurred !== undefined || told !== undefined))
      row.occurred = occurred ?? iso(told?.day ?? 0);
    if (source !== undefined) row.source = source;
    if (certainty !== undefined) row.certainty = certainty;
    if (note !== undefined) row.note = note;
    if (replaces !== undefined) row.replaces = replaces;
    if (reason !== undefined) row.reason = reason;
    row.body = body;
    this.#rows.push(row as Row);
    return key;
  }

  /** Withdraws the entry of an earlier row. */
  withdraw(key: string, report: Day, reason: string): void {
    this.write("entry.withdrawn", { withdraws: key }, { report, reason });
  }
}
