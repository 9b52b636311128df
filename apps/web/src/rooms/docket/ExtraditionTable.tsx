/** Extraditions in a table, step by step: asked, decided, surrendered, and since when each is open. */
import { Link } from "@tanstack/react-router";
import type { ExtraditionLine, ExtraditionRow } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { CertaintyMark, DataTable, Quoted, SyntheticMark } from "../../parts/index.ts";
import { InCase, Told, useSaid } from "./said.tsx";
import { useKindWords } from "./useKindWords.ts";

type Line = ExtraditionLine & Partial<ExtraditionRow>;

interface ExtraditionTableProps {
  extraditions: readonly Line[];
  caption: string;
  /** On a case's page: the defendants by their id, and no column for the case. */
  designations?: ReadonlyMap<string, string>;
}

export const isOpen = ({ step }: Pick<ExtraditionLine, "step">) => step === "requested" || step === "granted";

export function ExtraditionTable({ extraditions, caption, designations }: ExtraditionTableProps) {
  const { t, date, shortDate, number } = useWords();
  const said = useSaid();
  const { word } = useKindWords();
  const who = (one: Line) => one.defendantName ?? designations?.get(one.defendant ?? "") ?? null;
  const when = (entry: string, occurred: string | null) => (
    <Told entry={entry}>{occurred ? shortDate(occurred) : t("timeline.undated")}</Told>
  );
  return (
    <DataTable
      caption={caption}
      hideCaption
      wide
      rows={extraditions}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "country",
          title: t("extradition.country"),
          heads: true,
          cell: (one) => (
            <>
              <Link to="/extraditions/$id" params={{ id: one.id }}>
                {said.country(one.country)}
              </Link>{" "}
              <CertaintyMark certainty={one.certainty} /> <SyntheticMark when={one.synthetic} />
              {who(one) ? (
                <p className="small">
                  <Quoted>{who(one)}</Quoted>
                </p>
              ) : null}
              {designations || !one.case ? null : <InCase of={one.case} />}
            </>
          ),
        },
        {
          key: "step",
          title: t("extradition.step"),
          cell: (one) => <span className={`step is-${one.step}`}>{t(`extraditionStep.${one.step}`)}</span>,
        },
        {
          key: "requested",
          title: t("extraditionStep.requested"),
          cell: (one) => when(one.entry, one.occurred),
        },
        {
          key: "decided",
          title: t("extradition.decided"),
          cell: (one) =>
            one.decisions.length === 0
              ? null
              : one.decisions.map(({ entry, occurred, body }) => (
                  <p key={entry}>
                    {when(entry, occurred)}{" "}
                    <span className="small muted">
                      {word("extradition.decided", "decision", body.decision).toLowerCase()}
                    </span>
                  </p>
                )),
        },
        {
          key: "surrendered",
          title: t("extraditionStep.surrendered"),
          cell: (one) =>
            one.surrenders.length === 0
              ? null
              : one.surrenders.map(({ entry, occurred }) => <p key={entry}>{when(entry, occurred)}</p>),
        },
        {
          key: "open",
          title: t("extradition.openSince"),
          cell: (one) => {
            if (!isOpen(one)) return null;
            const days = one.openDays;
            return (
              <>
                {one.occurred ? date(one.occurred) : t("timeline.undated")}
                {days === null || days === undefined ? null : (
                  <p className="small">
                    <Told entry={one.entry}>
                      {t("extradition.days", { count: days, shown: number(days) })}
                    </Told>
                  </p>
                )}
              </>
            );
          },
        },
      ]}
    />
  );
}
