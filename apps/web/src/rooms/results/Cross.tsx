/** A figure by period and district in one table, each number a link to its entries. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard */
import type { Frame, Known } from "../../address/index.ts";
import type { Broken, Group } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { type Column, DataTable } from "../../parts/index.ts";
import { GroupLink } from "./BrokenDown.tsx";

/** Periods down, districts across; a district without entries in a period has none. */
export function Cross({
  cells,
  totals,
  asked,
}: {
  cells: Broken;
  totals: Broken;
  asked: Omit<Frame, keyof Known>;
}) {
  const { t, say } = useWords();
  const districts = new Map<string, { title: string; most: number }>();
  for (const { key, titles, value } of cells.groups) {
    const name = key[1] ?? "";
    const before = districts.get(name)?.most ?? 0;
    districts.set(name, { title: say(titles[1] ?? ""), most: before + (value ?? 0) });
  }
  const across = [...districts].sort(([a, one], [b, other]) =>
    a === "" ? 1 : b === "" ? -1 : other.most - one.most,
  );
  const cell = (period: string | null, district: string) =>
    cells.groups.find(({ key }) => key[0] === period && (key[1] ?? "") === district);
  const period = totals.measure.breakdowns.find(({ by }) => by === totals.by[0]);
  const columns: Column<Group>[] = [
    {
      key: "period",
      title: period ? say(period.title) : "",
      heads: true,
      keeps: true,
      cell: ({ titles }) => say(titles[0] ?? ""),
    },
    {
      key: "total",
      title: t("trend.all"),
      number: true,
      cell: (group) => <GroupLink broken={totals} group={group} asked={asked} />,
    },
    ...across.map(([district, { title }]) => ({
      key: district === "" ? "not-known" : district,
      title,
      number: true,
      cell: (group: Group) => {
        const found = cell(group.key[0] ?? null, district);
        return found ? <GroupLink broken={cells} group={found} asked={asked} /> : "";
      },
    })),
  ];
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label={t("trend.cross")}>
      <DataTable
        flat
        caption={t("trend.cross")}
        columns={columns}
        rows={totals.groups}
        rowKey={({ key }) => key.join()}
      />
    </div>
  );
}
