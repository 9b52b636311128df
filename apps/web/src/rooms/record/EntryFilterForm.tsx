/** Filters of the list of entries: by kind and by key; a record or a source comes with the address. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { type EntryFilters, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { useFilled } from "../../parts/index.ts";

export function EntryFilterForm({ filters }: { filters: EntryFilters }) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const { data: kinds = [] } = useQuery(queries.kinds());
  const [fields, fill] = useFilled(filters);

  function show(event: FormEvent) {
    event.preventDefault();
    void navigate({
      to: "/record",
      resetScroll: false,
      search: { ...fields, key: fields.key?.trim() || undefined },
    });
  }

  return (
    <form className="filters" role="search" aria-label={t("record.filters")} onSubmit={show}>
      <div className="field">
        <label htmlFor="entry-kind">{t("record.kind")}</label>
        <select
          id="entry-kind"
          value={fields.kind ?? ""}
          onChange={(event) => fill({ kind: event.target.value || undefined })}
        >
          <option value="">{t("cases.any")}</option>
          {kinds.map((kind) => (
            <option key={kind.kind} value={kind.kind}>
              {say(kind.title)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="entry-key">{t("record.key")}</label>
        <input
          id="entry-key"
          value={fields.key ?? ""}
          onChange={(event) => fill({ key: event.target.value || undefined })}
          autoComplete="off"
          className="mono"
        />
      </div>
      <div className="buttons">
        <button type="submit" className="usa-button">
          {t("cases.show")}
        </button>
        <Link to="/record" search={{}}>
          {t("cases.clear")}
        </Link>
      </div>
      {filters.subject || filters.source ? (
        <p className="small muted">
          {t(filters.subject ? "record.ofSubject" : "record.ofSource")}{" "}
          <code>{filters.subject ?? filters.source}</code>
        </p>
      ) : null}
    </form>
  );
}
