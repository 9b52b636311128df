/** Leadership targets by category of the rewards programme, and how far the case against each has come. */
import { Link } from "@tanstack/react-router";
import { deeds, targetCategories, type TargetLine, type TierTally } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { CertaintyMark, DataTable, Quoted } from "../../parts/index.ts";
import { Told } from "../docket/said.tsx";
import { useKindWords } from "../docket/useKindWords.ts";
import { PersonName } from "./PersonName.tsx";

interface TargetsProps {
  targets: readonly TargetLine[];
  tally: readonly TierTally[];
}

export function Targets({ targets, tally }: TargetsProps) {
  const { word } = useKindWords();
  return targetCategories
    .map((category) => ({ category, own: targets.filter((one) => one.category === category) }))
    .filter(({ own }) => own.length > 0)
    .map(({ category, own }) => (
      <div key={category} className="sub-part">
        <h3 className="sub-head">{word("target.listed", "category", category)}</h3>
        <TargetTable targets={own} tally={tally} caption={word("target.listed", "category", category)} />
      </div>
    ));
}

function TargetTable({ targets, tally, caption }: TargetsProps & { caption: string }) {
  const { t, date } = useWords();
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={targets}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "target",
          title: t("target.target"),
          heads: true,
          cell: ({ entry, designation, certainty }) => (
            <>
              <Told entry={entry}>
                <Quoted>{designation}</Quoted>
              </Told>{" "}
              <CertaintyMark certainty={certainty} />
            </>
          ),
        },
        {
          key: "listed",
          title: t("target.listed"),
          keeps: true,
          cell: ({ listedOn }) => (listedOn ? date(listedOn) : t("timeline.undated")),
        },
        {
          key: "who",
          title: t("target.who"),
          cell: ({ person, venture }) => (
            <>
              {person ? <PersonName person={person} /> : t("target.class")}
              {venture ? (
                <p className="small">
                  <Link to="/record" search={{ subject: venture.id }}>
                    <Quoted>{venture.title}</Quoted>
                  </Link>
                </p>
              ) : null}
            </>
          ),
        },
        {
          key: "progress",
          title: t("target.progress"),
          cell: ({ person }) => (person ? <Progress person={person} /> : <LeadersProgress tally={tally} />),
        },
      ]}
    />
  );
}

/** What was done to the person, in order, each with the entry that says so. */
function Progress({ person }: { person: NonNullable<TargetLine["person"]> }) {
  const { t, date } = useWords();
  const done = deeds.flatMap((deed) => {
    const line = person.done[deed];
    return line ? [{ deed, ...line }] : [];
  });
  if (done.length === 0) return <>{t("target.nothing")}</>;
  return (
    <ul className="quiet-list">
      {done.map(({ deed, entry, occurred }) => (
        <li key={deed}>
          <Told entry={entry}>{t(`deed.${deed}`)}</Told>
          {occurred ? <span className="small muted"> {date(occurred)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** A class of people is reached as far as the leaders that are known are. */
function LeadersProgress({ tally }: { tally: readonly TierTally[] }) {
  const { t, number } = useWords();
  const leaders = tally.find(({ tier }) => tier === "leader");
  if (!leaders) return <>{t("target.noLeader")}</>;
  return (
    <Link
      to="."
      search={(before: object) => ({ ...before, tier: "leader", done: undefined, cursor: undefined })}
      hash="people-list"
      resetScroll={false}
    >
      {t("target.leaders", {
        count: leaders.people,
        shown: number(leaders.people),
        standing: number(leaders.standing),
      })}
    </Link>
  );
}
