/** The filters of the list of cases; what is chosen is kept in the address. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { type CaseFilters, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { useFilled } from "../../parts/index.ts";
import { answers, statuses, useCaseWords } from "./words.ts";

const sorts = ["announced", "title", "district"] as const;

export function CaseFilterForm({ filters }: { filters: CaseFilters }) {
  const { t, say } = useWords();
  const words = useCaseWords();
  const navigate = useNavigate();
  const { data: districts = [] } = useQuery(queries.districts());
  const [fields, fill] = useFilled(filters);

  function show(event: FormEvent) {
    event.preventDefault();
    const sort = fields.sort === "announced" ? undefined : fields.sort;
    void navigate({
      to: "/cases",
      resetScroll: false,
      search: { ...fields, q: fields.q?.trim() || undefined, sort, cursor: undefined },
    });
  }

  return (
    <form className="filters" role="search" aria-label={t("cases.filters")} onSubmit={show}>
      <div className="field">
        <label htmlFor="case-q">{t("cases.text")}</label>
        <input
          id="case-q"
          type="search"
          value={fields.q ?? ""}
          onChange={(event) => fill({ q: event.target.value || undefined })}
          autoComplete="off"
        />
      </div>
      <div className="field">
        <label htmlFor="case-district">{t("cases.district")}</label>
        <select
          id="case-district"
          value={fields.district ?? ""}
          onChange={(event) => fill({ district: event.target.value || undefined })}
        >
          <option value="">{t("cases.any")}</option>
          {filters.district && !districts.some((one) => one.key === filters.district) ? (
            <option value={filters.district}>{filters.district}</option>
          ) : null}
          {districts.map((one) => (
            <option key={one.key} value={one.key}>
              {`${one.citation} – ${say(one.name)}`}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="case-task-force">{t("cases.taskForce")}</label>
        <select
          id="case-task-force"
          value={fields.taskForce ?? ""}
          onChange={(event) => fill({ taskForce: event.target.value || undefined })}
        >
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
        <select
          id="case-status"
          value={fields.status ?? ""}
          onChange={(event) => fill({ status: event.target.value || undefined })}
        >
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
        <select
          id="case-sort"
          value={fields.sort ?? "announced"}
          onChange={(event) => fill({ sort: event.target.value })}
        >
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
        <Link to="/cases" search={{}}>
          {t("cases.clear")}
        </Link>
      </div>
    </form>
  );
}
