/** Defendants × counts: which columns the counts of a case make, grouped by the section of law each stands under. */
import type { CountLine, DefendantLine } from "../../docket/index.ts";

export interface GridColumn {
  key: string;
  /** The section, such as `8 USC 1324`; empty where no source cites one. */
  section: string;
  /** The part of the section, such as `(a)(1)(A)(ii)`; empty where the column is the whole section. */
  part: string;
}

export interface Grid {
  columns: GridColumn[];
  /** The counts of a defendant in a column. */
  countsAt: (defendant: string, column: string) => CountLine[];
}

const SECTION = /^(\d{1,2})\s*U\.?\s?S\.?C\.?\s*(?:§+\s*)?(\d+[a-zA-Z]*(?:-\d+)?)\s*(.*)$/i;

/** More columns than these are drawn together by their sections: a table must be read at a glance. */
const MOST_PARTS = 6;

/** The citation a count is told by: the first that the source cites, else the first concluded from its wording. */
export function leading({ statutes }: Pick<CountLine, "statutes">): string | undefined {
  return (statutes.find(({ basis }) => basis !== "inferred") ?? statutes[0])?.citation;
}

export function columnOf(citation: string | undefined): GridColumn {
  if (citation === undefined) return { key: "", section: "", part: "" };
  const match = SECTION.exec(citation.trim());
  if (!match) return { key: citation, section: citation, part: "" };
  const [, title = "", number = "", part = ""] = match;
  const section = `${title} USC ${number}`;
  return { key: `${section} ${part}`.trim(), section, part };
}

/** Titles and sections by number, parts as they are written; counts without a citation last. */
function inOrder(a: GridColumn, b: GridColumn): number {
  return (
    Number(a.section === "") - Number(b.section === "") ||
    a.section.localeCompare(b.section, "en", { numeric: true }) ||
    a.part.localeCompare(b.part, "en", { numeric: true })
  );
}

export function gridOf(defendants: readonly DefendantLine[]): Grid {
  const counts = defendants.flatMap((one) => one.counts);
  const fine = new Map(counts.map((count) => columnOf(leading(count))).map((column) => [column.key, column]));
  const whole = fine.size > MOST_PARTS;
  const place = (count: CountLine) => {
    const column = columnOf(leading(count));
    return whole ? { key: column.section, section: column.section, part: "" } : column;
  };
  const columns = new Map(counts.map(place).map((column) => [column.key, column]));
  const cells = new Map<string, CountLine[]>();
  for (const { id, counts: own } of defendants)
    for (const count of own) {
      const at = `${id} ${place(count).key}`;
      cells.set(at, [...(cells.get(at) ?? []), count]);
    }
  return {
    columns: [...columns.values()].sort(inOrder),
    countsAt: (defendant, column) => cells.get(`${defendant} ${column}`) ?? [],
  };
}

/** The columns of one section stand under one heading: how many each heading spans. */
export function headings(columns: readonly GridColumn[]): { section: string; columns: GridColumn[] }[] {
  const found: { section: string; columns: GridColumn[] }[] = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last?.section === column.section) last.columns.push(column);
    else found.push({ section: column.section, columns: [column] });
  }
  return found;
}
