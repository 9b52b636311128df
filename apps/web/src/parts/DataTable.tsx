/** A table that stays a table for assistive technology when a narrow screen stacks its rows. */
import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned figures. */
  number?: boolean;
  /** Short text that stays on one line where there is room. */
  keeps?: boolean;
  /** The cell that names the row. */
  heads?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  hideCaption?: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  /** So many columns that it stacks on a tablet already. */
  wide?: boolean;
  /** Two or three narrow columns need no stacking. */
  flat?: boolean;
}

const blank = (content: ReactNode) => content === null || content === undefined || content === "";

export function DataTable<Row>({
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
  wide,
  flat,
}: DataTableProps<Row>) {
  return (
    <table
      className={flat ? "usa-table" : wide ? "usa-table stacked is-wide" : "usa-table stacked"}
      role="table"
    >
      <caption className={hideCaption ? "sr-only" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              className={column.number ? "is-number" : undefined}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)} role="row">
            {columns.map((column) => {
              const content = column.cell(row);
              if (column.heads) {
                return (
                  <th
                    key={column.key}
                    scope="row"
                    role="rowheader"
                    className={column.keeps ? "keeps" : undefined}
                  >
                    {content}
                  </th>
                );
              }
              const kind = [
                column.number ? "is-number" : "",
                column.keeps ? "keeps" : "",
                blank(content) ? "is-blank" : "",
              ]
                .filter(Boolean)
                .join(" ");
              return (
                <td key={column.key} role="cell" data-label={column.title} className={kind || undefined}>
                  {column.number || typeof content === "string" ? content : <div>{content}</div>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
