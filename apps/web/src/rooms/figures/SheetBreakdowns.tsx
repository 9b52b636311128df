/** The break-downs of a part's lines, each number a link to its entries; counts that would tell of one or two people are not there. */
import { Link } from "@tanstack/react-router";
import type { Frame, Known } from "../../address/index.ts";
import type { SheetCell, SheetFigure } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { DataTable } from "../../parts/index.ts";
import { placeOf } from "../results/place.tsx";

interface Asked {
  asked: Omit<Frame, keyof Known>;
}

export function SheetBreakdowns({ figures, asked }: Asked & { figures: readonly SheetFigure[] }) {
  return figures.map((figure) => <Breakdown key={figure.measure} figure={figure} asked={asked} />);
}

function Breakdown({ figure, asked }: Asked & { figure: SheetFigure }) {
  const { t, say, number } = useWords();
  const { breakdown, title } = figure;
  if (!breakdown) return null;
  const caption = t("sheet.by", { title: say(title), by: say(breakdown.title).toLowerCase() });
  if (breakdown.leftOut)
    return (
      <p className="section-gap muted">
        {caption}: {t("sheet.notBroken")}
      </p>
    );
  if (breakdown.cells.length === 0) return null;
  const opened = (cell: SheetCell, words: string, measure: string) => (
    <Link
      to="/results/$measure"
      params={{ measure }}
      search={{ ...asked, ...placeOf([breakdown.by], { key: [cell.key] }) }}
      aria-label={t("broken.open", { value: words, group: say(cell.title) })}
    >
      {words}
    </Link>
  );
  const hasSums = breakdown.cells.some(({ sums }) => sums.length > 0);
  return (
    <div className="section-gap">
      <DataTable
        flat={!hasSums}
        caption={caption}
        rows={breakdown.cells}
        rowKey={(cell) => cell.key ?? ""}
        columns={[
          { key: "group", title: say(breakdown.title), heads: true, cell: (cell) => say(cell.title) },
          {
            key: "value",
            title: t("sheet.value"),
            number: true,
            cell: (cell) =>
              cell.value === null ? t("sheet.hidden") : opened(cell, number(cell.value), figure.measure),
          },
          ...(hasSums
            ? [
                {
                  key: "sums",
                  title: t("sheet.sums"),
                  cell: (cell: SheetCell) => (
                    <ul className="plain-list">
                      {cell.sums.map((sum) => (
                        <li key={sum.words.en}>
                          {opened(
                            cell,
                            say(sum.words),
                            `${figure.measure}-in-${"currency" in sum ? sum.currency : sum.unit}`,
                          )}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
