/** The filters of the list of cases; what is chosen is kept in the address. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { type CaseFilters, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { answers, statuses, useCaseWords } from "./words.ts";

const sorts = ["announced", "title", "district"] as const;
const names = ["q", "district", "taskForce", "status", "sort"] as const;

export function CaseFilterForm({ filters }: { filters: CaseFilters }) {
  const { t } = useWords();
  const words = useCaseWords();
  const navigate = useNavigate();
  const { data: districts = [] } = useQuery(queries.districts());
  const filtered = names.some((name) => name !== "sort" && filters[name]);

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const chosen = Object.fromEntries(
      names.map((name) => [name, String(given.get(name) ?? "").trim() || undefined]),
    );
    void navigate({
      to: "/cases",
      search: {
        ...chosen,
        ...(chosen["sort"] === "announced" ? { sort: undefined } : {}),
        cursor: undefined,
      },
    });
  }

  return (
    // The key fills the form anew when the address changes under it.
    <form
      key={JSON.stringify(filters)}
      className="filters"
      role="search"
      aria-label={t("cases.filters")}
      onSubmit={show}
    >
      <div className="field">
        <label htmlFor="case-q">{t("cases.text")}</label>
        <input id="case-q" name="q" type="search" defaultValue={filters.q ?? ""} autoComplete="off" />
      </div>
      <div className="field">
        <label htmlFor="case-district">{t("cases.district")}</label>
        <select id="case-district" name="district" defaultValue={filters.district ?? ""}>
          <option value="">{t("cases.any")}</option>
          {filters.district && !districts.some((one) => one.key === filters.district) ? (
            <option value={filters.district}>{filters.district}</option>
          ) : null}
          {districts.map((one) => (
            <option key={one.key} value={one.key}>
              {one.citation}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="case-task-force">{t("cases.taskForce")}</label>
        <select id="case-task-force" name="taskForce" defaultValue={filters.taskForce ?? ""}>
          <option value="">{t("cases.any")}</option>
          {answers.map((answer) => (
            <option key={answer} value={answer}>
              {t(`answer.${answer}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="case-status">{t("cases.status")}</label>
        <select id="case-status" name="status" defaultValue={filters.status ?? ""}>
          <option value="">{t("cases.any")}</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {words.status(status)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="case-sort">{t("cases.sort")}</label>
        <select id="case-sort" name="sort" defaultValue={filters.sort ?? "announced"}>
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`cases.sortBy.${sort}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="buttons">
        <button type="submit" className="usa-button">
          {t("cases.show")}
        </button>
        {filtered ? (
          <Link to="/cases" search={{}}>
            {t("cases.clear")}
          </Link>
        ) : null}
      </div>
    </form>
  );
}
