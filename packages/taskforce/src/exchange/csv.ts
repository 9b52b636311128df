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

/** The cells of a row's whole text, or why it has none. */
function cellsOf(text: string): Pick<CsvRow, "cells" | "unreadable"> {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0) return { cells: [], unreadable: UNCLOSED };
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      if (at < text.length && text[at] !== ",") return { cells: [], unreadable: STRAY };
    } else {
      const comma = text.indexOf(",", at);
      const end = comma < 0 ? text.length : comma;
      cell = text.slice(at, end);
      at = end;
      if (cell.includes('"')) return { cells: [], unreadable: STRAY };
    }
    cells.push(cell);
    if (at >= text.length) return { cells };
    at += 1;
  }
}

/** Whether a line leads into a quoted cell, or out of the one it began in: its quotation marks are odd in number. */
function isTurning(line: string): boolean {
  let turning = false;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) turning = !turning;
  return turning;
}

interface PhysicalLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly end: string;
}

/** Lines with the ends they had: LF, CR LF or CR. */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<PhysicalLine> {
  let rest = "";
  let number = 0;
  const END = /\r\n|\r(?!$)|\n/g;
  for await (const chunk of input) {
    const text = rest + chunk;
    let from = 0;
    for (const { 0: end, index } of text.matchAll(END)) {
      number += 1;
      yield { number, text: text.slice(from, index), end };
      from = index + end.length;
    }
    rest = text.slice(from);
  }
  const end = rest.endsWith("\r") ? "\r" : "";
  if (rest !== "") yield { number: number + 1, text: rest.slice(0, rest.length - end.length), end };
}

/**
 * The rows in their order; empty lines are none. A quoted cell may go over several lines, of `longest` characters in all
 * at most. Where it is not closed by then, or closed amid text, its first line alone is unreadable and those after it are
 * read for themselves.
 */
export async function* csvRows(input: AsyncIterable<string>, longest: number): AsyncGenerator<CsvRow> {
  /** The lines of a row whose quoted cell is still open: only the first of them is a turning one. */
  let waiting: PhysicalLine[] = [];
  let length = 0;

  function* take(line: PhysicalLine): Generator<CsvRow> {
    if (waiting.length === 0 && line.text.trim() === "") return;
    const open = isTurning(line.text) !== waiting.length > 0;
    waiting.push(line);
    length += line.text.length + line.end.length;
    if (!open) yield* tell();
    else if (length > longest) yield* giveUp(UNCLOSED);
  }

  function* tell(): Generator<CsvRow> {
    const [first] = waiting;
    if (first === undefined) return;
    const raw = waiting.map(({ text, end }, at) => (at < waiting.length - 1 ? text + end : text)).join("");
    const { cells, unreadable } = cellsOf(raw);
    if (unreadable !== undefined) return yield* giveUp(unreadable);
    waiting = [];
    length = 0;
    yield { number: first.number, raw, cells };
  }

  function* giveUp(unreadable: Why): Generator<CsvRow> {
    const [first, ...others] = waiting;
    waiting = [];
    length = 0;
    if (first !== undefined) yield { number: first.number, raw: first.text, cells: [], unreadable };
    for (const line of others) yield* take(line);
  }

  for await (const line of linesOf(input))
    yield* take(line.number === 1 ? { ...line, text: line.text.replace(/^\uFEFF/, "") } : line);
  yield* giveUp(UNCLOSED);
}
