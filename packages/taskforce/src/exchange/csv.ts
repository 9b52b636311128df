/** Reads the rows of CSV text (RFC 4180) so that a stray or unclosed quotation mark costs its own line and no other. */
import type { Why } from "@joint-docket/ledger/pure";

/** A row: its first line's number in the file from 1, its text without the line end, and its cells or why it has none. */
export interface CsvRow {
  readonly number: number;
  readonly raw: string;
  readonly cells: readonly string[];
  readonly unreadable?: Why;
}

const STRAY: Why = {
  en: "text stands beside a quotation mark; a cell with quotation marks is wholly inside them, and those in it are doubled",
  es: "hay texto junto a unas comillas; una celda con comillas va entera entre ellas, y las de dentro se duplican",
};
const UNCLOSED: Why = {
  en: "a quotation mark opens a cell and none closes it",
  es: "unas comillas abren una celda y ningunas la cierran",
};

type Cells = { readonly cells: readonly string[] } | { readonly wrong: Why } | "open";

/** The cells of a text; `open` where it ends inside a quoted cell, which the next line may close. */
function cellsOf(text: string): Cells {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0) return "open";
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      if (at < text.length && text[at] !== ",") return { wrong: STRAY };
    } else {
      const comma = text.indexOf(",", at);
      const end = comma < 0 ? text.length : comma;
      cell = text.slice(at, end);
      at = end;
      if (cell.includes('"')) return { wrong: STRAY };
    }
    cells.push(cell);
    if (at >= text.length) return { cells };
    at += 1;
  }
}

interface PhysicalLine {
  readonly text: string;
  readonly end: string;
}

/** Lines with the ends they had: LF, CR LF or CR. */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<PhysicalLine> {
  let rest = "";
  const END = /\r\n|\r(?!$)|\n/g;
  for await (const chunk of input) {
    const text = rest + chunk;
    let from = 0;
    for (const { 0: end, index } of text.matchAll(END)) {
      yield { text: text.slice(from, index), end };
      from = index + end.length;
    }
    rest = text.slice(from);
  }
  if (rest !== "")
    yield rest.endsWith("\r") ? { text: rest.slice(0, -1), end: "\r" } : { text: rest, end: "" };
}

/**
 * The rows in their order; empty lines are none. A quoted cell may go over several lines, of `longest` characters in all
 * at most. Where it is not closed by then, or closed amid text, its first line alone is unreadable and the next is read
 * for itself.
 */
export async function* csvRows(input: AsyncIterable<string>, longest: number): AsyncGenerator<CsvRow> {
  /** Lines read and not yet told, the first of which begins a row. */
  let waiting: (PhysicalLine & { readonly number: number })[] = [];
  let number = 0;

  /** Tells what the waiting lines hold; the last of them may still wait for more unless the file is at its end. */
  function* told(atEnd: boolean): Generator<CsvRow> {
    while (waiting.length > 0) {
      const first = waiting[0] as (typeof waiting)[number];
      let taken = 0;
      let raw = "";
      let found: Cells = "open";
      while (found === "open" && taken < waiting.length && raw.length <= longest) {
        const line = waiting[taken] as PhysicalLine;
        raw += (taken > 0 ? (waiting[taken - 1]?.end ?? "") : "") + line.text;
        taken += 1;
        // Only a line with a quotation mark can close what is open.
        if (taken === 1 || line.text.includes('"')) found = cellsOf(raw);
      }
      if (found === "open" && !atEnd && raw.length <= longest) return;
      if (typeof found === "object" && "cells" in found) {
        waiting = waiting.slice(taken);
        yield { number: first.number, raw, cells: found.cells };
      } else {
        waiting = waiting.slice(1);
        yield {
          number: first.number,
          raw: first.text,
          cells: [],
          unreadable: found === "open" ? UNCLOSED : found.wrong,
        };
      }
    }
  }

  for await (const line of linesOf(input)) {
    number += 1;
    const inside = waiting.length > 0;
    if (!inside && line.text.trim() === "") continue;
    waiting.push({ ...line, text: number === 1 ? line.text.replace(/^\uFEFF/, "") : line.text, number });
    // While a quoted cell is open, a line without a quotation mark decides nothing.
    if (!inside || line.text.includes('"') || number % 256 === 0) yield* told(false);
  }
  yield* told(true);
}
