/** Counts the cases of rows without making a text of each, which would take longer than everything else about a figure. */
import type { Classified } from "./packed.ts";

/** A growing table of rows, one for each case, found by the first bytes of the case's random identifier. */
export class Cases {
  #rows = new Int32Array(64).fill(-1);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Rows of one judgment only. */
  add(rows: Classified, row: number): void {
    const number = rows.caseNumber(row);
    // A random identifier begins with four zero bytes once in four thousand million times.
    if (number === 0 && rows.at(row).caseId === null) return;
    if (this.#put(rows, row, number)) this.#size += 1;
    if (this.#size * 2 > this.#rows.length) this.#grow(rows);
  }

  #put(rows: Classified, row: number, number: number): boolean {
    const mask = this.#rows.length - 1;
    for (let at = number & mask; ; at = (at + 1) & mask) {
      const there = this.#rows[at] ?? -1;
      if (there === -1) {
        this.#rows[at] = row;
        return true;
      }
      if (rows.isSameCase(row, there)) return false;
    }
  }

  #grow(rows: Classified): void {
    const before = this.#rows;
    this.#rows = new Int32Array(before.length * 4).fill(-1);
    for (const row of before) if (row !== -1) this.#put(rows, row, rows.caseNumber(row));
  }
}
