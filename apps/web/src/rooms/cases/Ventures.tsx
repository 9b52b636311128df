/** Ventures: how many people, who was harmed, and the facts that make each worse, as its source tells them. */
import type { Counted, PartLine, VentureBody } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { CertaintyMark, DataTable, Quoted } from "../../parts/index.ts";
import { Told, useSaid } from "../docket/said.tsx";
import { useKindWords } from "../docket/useKindWords.ts";
import { useCaseWords } from "./words.ts";

const VENTURE = "venture.described";
/** Facts that a source says are so, or are not. */
const yesNo = [
  "substantialRisk",
  "detainedForPayment",
  "vulnerablePeople",
  "firearm",
  "securityConcern",
  "contraband",
] as const;
/** Facts of which a source says which; `none` says that it was not so. */
const which = ["weapon", "flight", "concealment", "sexualAssault"] as const;
const injuries = ["permanentOrLifeThreatening", "serious", "bodily", "degreeNotStated"] as const;

function useFacts() {
  const { field, word } = useKindWords();
  return (body: VentureBody) => ({
    stated: [
      ...which.flatMap((name) => {
        const value = body[name];
        return value === undefined || value === "none" ? [] : [word(VENTURE, name, value)];
      }),
      ...yesNo.flatMap((name) =>
        body[name] === true && !(name === "firearm" && body.weapon === "firearm-discharged")
          ? [field(VENTURE, name)]
          : [],
      ),
    ],
    denied: [
      ...which.flatMap((name) => (body[name] === "none" ? [field(VENTURE, name)] : [])),
      ...yesNo.flatMap((name) => (body[name] === false ? [field(VENTURE, name)] : [])),
    ],
  });
}

export function Ventures({ ventures }: { ventures: readonly PartLine<VentureBody>[] }) {
  const { t, shortDate } = useWords();
  const { field, word } = useKindWords();
  const said = useSaid();
  const facts = useFacts();
  const words = useCaseWords();
  const number = (entry: string, of: Counted | undefined, what: string) =>
    of ? (
      <Told entry={entry} label={`${what}: ${words.people(of.count, of.qualifier)}`}>
        {words.people(of.count, of.qualifier)}
      </Told>
    ) : null;

  function hurt({ entry, body }: PartLine<VentureBody>) {
    const lines = injuries.flatMap((degree) => {
      const of = body.injuries?.[degree];
      return of ? [{ degree, of }] : [];
    });
    if (lines.length === 0) return null;
    return lines.map(({ degree, of }) => (
      <p key={degree}>
        {number(entry, of, field(VENTURE, `injuries.${degree}`))}{" "}
        <span className="small muted">{field(VENTURE, `injuries.${degree}`).toLowerCase()}</span>
      </p>
    ));
  }
  function way({ route }: VentureBody) {
    if (!route) return null;
    const countries = route.countries.map(said.country).join(" → ");
    return (
      <>
        {countries}
        {route.district || route.corridor ? (
          <p className="small">
            {said.district(route.district)}
            {route.district && route.corridor ? " · " : ""}
            {route.corridor ? <Quoted>{route.corridor}</Quoted> : null}
          </p>
        ) : null}
      </>
    );
  }
  function paid({ entry, body: { forProfit, feePerPerson } }: PartLine<VentureBody>) {
    if (feePerPerson) {
      const { least, most } = feePerPerson;
      const range = most ? `${said.money(least)} – ${said.money(most)}` : said.money(least);
      return <Told entry={entry}>{range}</Told>;
    }
    if (forProfit === undefined) return null;
    return forProfit ? field(VENTURE, "forProfit") : t("venture.notForProfit");
  }
  return (
    <DataTable
      caption={t("case.ventures")}
      hideCaption
      wide
      rows={ventures}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "venture",
          title: t("venture.venture"),
          heads: true,
          cell: ({ id: _id, entry, occurred, certainty, body }) => (
            <>
              <Told entry={entry}>
                <Quoted>{body.title}</Quoted>
              </Told>{" "}
              <CertaintyMark certainty={certainty} />
              <p className="small">
                {[
                  word(VENTURE, "form", body.form),
                  occurred && shortDate(occurred),
                  ...(body.means ?? []).map((one) => word(VENTURE, "means", one)),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </>
          ),
        },
        {
          key: "people",
          title: t("cases.people"),
          number: true,
          cell: ({ entry, body }) => number(entry, body.people, t("cases.people")),
        },
        {
          key: "minors",
          title: t("venture.minors"),
          number: true,
          cell: ({ entry, body }) => {
            const alone = number(entry, body.unaccompaniedMinors, t("venture.unaccompanied"));
            const all = number(entry, body.minors, t("venture.minors"));
            if (!all && !alone) return null;
            return (
              <div>
                {all}
                {alone ? (
                  <p className="small">
                    {t("venture.unaccompanied")}: {alone}
                  </p>
                ) : null}
              </div>
            );
          },
        },
        {
          key: "deaths",
          title: t("cases.deaths"),
          number: true,
          cell: ({ entry, body }) => number(entry, body.deaths, t("cases.deaths")),
        },
        { key: "injured", title: t("venture.injured"), cell: hurt },
        {
          key: "facts",
          title: t("venture.facts"),
          cell: ({ body }) => {
            const { stated, denied } = facts(body);
            if (stated.length === 0 && denied.length === 0) return null;
            return (
              <>
                {stated.length > 0 ? (
                  <ul className="facts-list">
                    {stated.map((fact) => (
                      <li key={fact}>{fact}</li>
                    ))}
                  </ul>
                ) : null}
                {denied.length > 0 ? (
                  <p className="small">{t("case.denied", { what: denied.join(" · ") })}</p>
                ) : null}
              </>
            );
          },
        },
        { key: "route", title: t("venture.route"), cell: ({ body }) => way(body) },
        { key: "fee", title: t("venture.fee"), cell: paid },
      ]}
    />
  );
}
