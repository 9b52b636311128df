/** The people of an organization: the tally by tier, then each person with roles over time and what was done. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { deeds, queries, type TierTally, tiers } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, DataTable, Empty, hereIf, Pager, Quoted, Tabs } from "../../parts/index.ts";
import { Told } from "../docket/said.tsx";
import { PersonName } from "./PersonName.tsx";
import { RoleBars } from "./RoleBars.tsx";
import { Tally, useTier } from "./Tally.tsx";

const route = getRouteApi("/organizations/$id");
const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((one) => one === value);

export function PeopleSection({ id, tally }: { id: string; tally: readonly TierTally[] }) {
  const { t, number } = useWords();
  const { tier, done, view, cursor } = route.useSearch();
  const people = useQuery(queries.people(id, { tier, done, cursor }, useKnown()));
  const tierOf = useTier();
  const chosen = [
    tier === undefined ? null : tierOf(oneOf(tiers, tier) ?? null),
    done === undefined ? null : t(`deed.${oneOf([...deeds, "standing"], done) ?? "standing"}`),
  ].filter(Boolean);
  return (
    <>
      <Tally tally={tally} />
      <h3 id="people-list" className="sub-head">
        {chosen.length > 0 ? chosen.join(" · ") : t("organization.everybody")}
        {chosen.length > 0 ? (
          <>
            {" "}
            <Link
              to="."
              search={(before: object) => ({
                ...before,
                tier: undefined,
                done: undefined,
                cursor: undefined,
              })}
              hash="people-list"
              resetScroll={false}
              className="small"
            >
              {t("organization.showAll")}
            </Link>
          </>
        ) : null}
      </h3>
      <Tabs label={t("organization.views")}>
        {(["done", "roles"] as const).map((name) => (
          <li key={name}>
            <Link
              to="."
              search={(before: object) => ({ ...before, view: name === "done" ? undefined : name })}
              hash="people-list"
              resetScroll={false}
              {...hereIf((view ?? "done") === name)}
            >
              {t(`organization.view.${name}`)}
            </Link>
          </li>
        ))}
      </Tabs>
      <Answered of={people} loading={t("organization.loadingPeople")}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty title={t("organization.nobody")} />
          ) : (
            <>
              <p role="status" className="small muted">
                {t("organization.peopleTotal", { count: page.total, shown: number(page.total) })}
              </p>
              {view === "roles" ? <RoleBars people={page.items} /> : <DoneTable people={page.items} />}
              <Pager cursor={cursor} next={page.next} />
            </>
          )
        }
      </Answered>
    </>
  );
}

type People = Parameters<typeof RoleBars>[0]["people"];

/** What was done to each, by the earliest entry that says so. */
function DoneTable({ people }: { people: People }) {
  const { t, shortDate } = useWords();
  const tierOf = useTier();
  return (
    <DataTable
      caption={t("organization.view.done")}
      hideCaption
      wide
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "who",
          title: t("organization.person"),
          heads: true,
          cell: (one) => <PersonName person={one} />,
        },
        {
          key: "tier",
          title: t("organization.tier"),
          cell: (one) => {
            // The entry that gives the highest tier, so that the word opens to whoever says it.
            const role = one.roles.find(({ tier }) => tier === one.tier) ?? one.roles[0];
            if (!role) return tierOf(one.tier);
            return (
              <>
                <Told entry={role.entry}>{tierOf(one.tier)}</Told>
                {role.certainty === "alleged" ? <p className="small">{t("organization.alleged")}</p> : null}
                {role.part ? (
                  <p className="small">
                    <Quoted>{role.part}</Quoted>
                  </p>
                ) : null}
              </>
            );
          },
        },
        ...deeds.map((deed) => ({
          key: deed,
          title: t(`deed.${deed}`),
          keeps: true,
          cell: (one: People[number]) => {
            const line = one.done[deed];
            return line ? (
              <Told entry={line.entry}>{line.occurred ? shortDate(line.occurred) : t("deed.undated")}</Told>
            ) : null;
          },
        })),
        {
          key: "standing",
          title: t("deed.standing"),
          cell: (one) => (one.standing ? <span className="mark">{t("organization.standing")}</span> : null),
        },
      ]}
    />
  );
}
