/** The break-downs of a part's lines; counts that would tell of one or two people are not there. */
import type { SheetFigure } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { DataTable } from "../../parts/index.ts";

export function SheetBreakdowns({ figures }: { figures: readonly SheetFigure[] }) {
  return figures.map((figure) => <Breakdown key={figure.measure} figure={figure} />);
}

function Breakdown({ figure }: { figure: SheetFigure }) {
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
            cell: (cell) => (cell.value === null ? t("sheet.hidden") : number(cell.value)),
          },
          ...(hasSums
            ? [
                {
                  key: "sums",
                  title: t("sheet.sums"),
                  cell: (cell: NonNullable<SheetFigure["breakdown"]>["cells"][number]) =>
                    cell.sums.map((sum) => say(sum.words)).join(" · "),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
