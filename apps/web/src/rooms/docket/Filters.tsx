/** The filters of a list; what is chosen is kept in the address. */
import { useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import type { RoomFilters } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { useFilled } from "../../parts/index.ts";

export interface Filter {
  name: string;
  label: string;
  /** What can be chosen; without it the filter is a field for words. */
  options?: readonly { value: string; word: string }[];
  /** The choice that stands where none is made; without it, “Any”. */
  otherwise?: string;
}

interface FiltersProps {
  label: string;
  filters: readonly Filter[];
  values: RoomFilters;
}

export function Filters({ label, filters, values }: FiltersProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [fields, fill] = useFilled(values);

  function go(search: RoomFilters) {
    const names = Object.fromEntries(filters.map(({ name }) => [name, undefined]));
    void navigate({
      to: ".",
      resetScroll: false,
      search: (before: object) => ({ ...before, ...names, ...search, cursor: undefined }),
    });
  }

  function show(event: FormEvent) {
    event.preventDefault();
    go(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value?.trim() || undefined])));
  }

  return (
    <form className="filters" role="search" aria-label={label} onSubmit={show}>
      {filters.map(({ name, label: words, options, otherwise }) => (
        <div className="field" key={name}>
          <label htmlFor={`filter-${name}`}>{words}</label>
          {options ? (
            <select
              id={`filter-${name}`}
              value={fields[name] ?? ""}
              onChange={(event) => fill({ [name]: event.target.value || undefined })}
            >
              <option value="">{otherwise ?? t("cases.any")}</option>
              {fields[name] && !options.some(({ value }) => value === fields[name]) ? (
                <option value={fields[name]}>{fields[name]}</option>
              ) : null}
              {options.map(({ value, word }) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={`filter-${name}`}
              type="search"
              autoComplete="off"
              value={fields[name] ?? ""}
              onChange={(event) => fill({ [name]: event.target.value || undefined })}
            />
          )}
        </div>
      ))}
      <div className="buttons">
        <button type="submit" className="usa-button">
          {t("cases.show")}
        </button>
        <button type="button" className="text-button" onClick={() => go({})}>
          {t("cases.clear")}
        </button>
      </div>
    </form>
  );
}
