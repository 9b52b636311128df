/** A figure broken down by one thing, as a table whose every number opens to its entries, and as a file. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Frame, Known } from "../../address/index.ts";
import { type Breakdown, type Broken, type Group, type Measure, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, type Column, DataTable, Empty, hereIf, Tabs } from "../../parts/index.ts";
import { placeOf } from "./place.tsx";
import { useValue } from "./values.ts";

interface BrokenDownProps {
  measure: Measure;
  frame: Frame;
  asked: Omit<Frame, keyof Known>;
  by: Breakdown | undefined;
}

export function BrokenDown({ measure, frame, asked, by }: BrokenDownProps) {
  const { t, say } = useWords();
  const chosen = measure.breakdowns.find((one) => one.by === by) ?? measure.breakdowns[0];
  const order = chosen ? [chosen.by] : [];
  const answer = useQuery(queries.broken(measure.measure, frame, order));
  return (
    <>
      <Tabs label={t("broken.which")}>
        {measure.breakdowns.map((one) => (
          <li key={one.by}>
            <Link
              to="/results/$measure"
              params={{ measure: measure.measure }}
              resetScroll={false}
              search={(before) => ({ ...before, by: one.by })}
              {...hereIf(one.by === chosen?.by)}
            >
              {say(one.title)}
            </Link>
          </li>
        ))}
      </Tabs>
      <Answered of={answer}>
        {(broken) =>
          broken.groups.length === 0 ? (
            <Empty title={t("entries.noneCounted")}>{t("entries.noneCountedWhy")}</Empty>
          ) : (
            <>
              <GroupTable broken={broken} asked={asked} />
              <p className="section-link no-print">
                <a href={queries.tableAddress(measure.measure, frame, order)} download>
                  {t("broken.csv")}
                </a>{" "}
                <a href={queries.tableAddress(measure.measure, frame, [])} download>
                  {t("broken.csvEntries")}
                </a>
              </p>
            </>
          )
        }
      </Answered>
    </>
  );
}

/** The link from a group's number to its entries. */
export function GroupLink({
  broken: { measure, by },
  group,
  asked,
}: {
  broken: Broken;
  group: Group;
  asked: Omit<Frame, keyof Known>;
}) {
  const { t, say } = useWords();
  const value = useValue()(measure, group);
  return (
    <Link
      to="/results/$measure"
      params={{ measure: measure.measure }}
      search={{ ...asked, ...placeOf(by, group) }}
      aria-label={t("broken.open", { value, group: group.titles.map(say).join(", ") })}
    >
      {value}
    </Link>
  );
}

/** The sums of one group, each a link to the entries it is of. */
function GroupSums({
  by,
  group,
  asked,
}: {
  by: readonly Breakdown[];
  group: Group;
  asked: Omit<Frame, keyof Known>;
}) {
  const { say } = useWords();
  return (
    <ul className="plain-list">
      {group.sums.map((sum) => (
        <li key={sum.measure}>
          <Link
            to="/results/$measure"
            params={{ measure: sum.measure }}
            search={{ ...asked, ...placeOf(by, group) }}
            aria-label={`${say(sum.said)} – ${group.titles.map(say).join(", ")}`}
          >
            {say(sum.said)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** One row a group. */
export function GroupTable({ broken, asked }: { broken: Broken; asked: Omit<Frame, keyof Known> }) {
  const { t, say, number } = useWords();
  const { measure, by, groups } = broken;
  const title = (one: Breakdown) => measure.breakdowns.find((known) => known.by === one)?.title ?? one;
  const columns: Column<Group>[] = [
    ...by.map((one, at) => ({
      key: one,
      title: say(title(one)),
      heads: at === 0,
      cell: (group: Group) => say(group.titles[at] ?? ""),
    })),
    {
      key: "value",
      title: say(measure.title),
      number: true,
      cell: (group) => <GroupLink broken={broken} group={group} asked={asked} />,
    },
  ];
  if (measure.ratio)
    columns.push({
      key: "made",
      title: t("broken.made"),
      number: true,
      cell: ({ ratio }) =>
        ratio ? t("broken.madeOf", { part: number(ratio.part), whole: number(ratio.whole) }) : "",
    });
  if (groups.some(({ sums }) => sums.length > 0) && measure.counts === "number")
    columns.push({
      key: "sums",
      title: t("broken.sums"),
      cell: (group) => <GroupSums by={by} group={group} asked={asked} />,
    });
  // An entry may speak of several people, or add a sum and nothing to the count.
  if (measure.counts !== "percent" && groups.some(({ value, entries }) => value !== entries))
    columns.push({
      key: "entries",
      title: t("entries.entries"),
      number: true,
      cell: (group) => number(group.entries),
    });
  return (
    <DataTable
      caption={t("broken.caption", { title: say(measure.title) })}
      rows={groups}
      rowKey={({ key }) => key.join()}
      columns={columns}
    />
  );
}
