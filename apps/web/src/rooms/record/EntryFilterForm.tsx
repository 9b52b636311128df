/** Filters of the list of entries: by kind and by key; a record or a source comes with the address. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { type EntryFilters, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";

export function EntryFilterForm({ filters }: { filters: EntryFilters }) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const { data: kinds = [] } = useQuery(queries.kinds());
  const filtered = Object.values(filters).some(Boolean);

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim() || undefined;
    void navigate({
      to: "/record",
      resetScroll: false,
      search: { kind: text("kind"), key: text("key"), subject: filters.subject, source: filters.source },
    });
  }

  return (
    <form
      key={JSON.stringify(filters)}
      className="filters"
      role="search"
      aria-label={t("record.filters")}
      onSubmit={show}
    >
      <div className="field">
        <label htmlFor="entry-kind">{t("record.kind")}</label>
        <select id="entry-kind" name="kind" defaultValue={filters.kind ?? ""}>
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
          name="key"
          defaultValue={filters.key ?? ""}
          autoComplete="off"
          className="mono"
        />
      </div>
      <div className="buttons">
        <button type="submit" className="usa-button">
          {t("cases.show")}
        </button>
        {filtered ? (
          <Link to="/record" search={{}}>
            {t("cases.clear")}
          </Link>
        ) : null}
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
