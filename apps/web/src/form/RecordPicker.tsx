/** Chooses a record by its words: typed and picked from a list, and shown by name, never by number. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { queries, type RecordLine } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { useForm, withinOf } from "./context.ts";
import { type About, describedBy, Labelled } from "./Labelled.tsx";

const SHOWN = 8;
const PAUSE_MS = 200;

interface PickerProps extends About {
  type: string;
  value: string;
  onChange: (id: string | undefined, line?: RecordLine) => void;
}

/** What a record is called, with what tells it from others. */
export function RecordWords({ line, linked }: { line: RecordLine; linked?: boolean }) {
  const { language } = useWords();
  const { name, detail } = line[language];
  return (
    <>
      {!linked ? (
        name
      ) : line.type === "case" ? (
        <Link to="/cases/$id" params={{ id: line.id }}>
          {name}
        </Link>
      ) : (
        <Link to="/record" search={{ subject: line.id }}>
          {name}
        </Link>
      )}
      {detail ? <span className="muted small detail">{detail}</span> : null}
    </>
  );
}

function Chosen({ value, onChange, ...about }: PickerProps) {
  const { t } = useWords();
  const { data, error } = useQuery(queries.recordById(value));
  return (
    <div className="field">
      <span className="usa-label">{about.label}</span>
      {about.wrong ? (
        <span id={`${about.id}-wrong`} className="usa-error-message">
          {about.wrong}
        </span>
      ) : null}
      <div className="chosen">
        <p aria-live="polite">
          {data ? (
            <RecordWords line={data} linked />
          ) : error ? (
            t("reference.notThere")
          ) : (
            <span className="loading">{t("state.loading")}</span>
          )}
        </p>
        <button
          id={about.id}
          type="button"
          className="text-button"
          aria-describedby={about.wrong ? `${about.id}-wrong` : undefined}
          aria-label={t("form.changeWhich", { what: about.label })}
          onClick={() => onChange(undefined)}
        >
          {t("form.change")}
        </button>
      </div>
    </div>
  );
}

export function RecordPicker(props: PickerProps) {
  const { t } = useWords();
  const { within, missing } = withinOf(props.type, useForm());
  const { value, ...rest } = props;
  if (value !== "") return <Chosen {...props} />;
  if (missing)
    return (
      <Labelled {...props}>
        <input id={props.id} disabled value={t("form.caseFirst")} aria-describedby={describedBy(props)} />
      </Labelled>
    );
  return <Combobox {...rest} within={within} />;
}

function useFound(type: string, within: string | undefined, text: string, open: boolean) {
  const [q, setQ] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return useQuery({ ...queries.records({ type, within, q, limit: SHOWN }), enabled: open });
}

function Combobox({
  type,
  within,
  onChange,
  ...about
}: Omit<PickerProps, "value"> & { within: string | undefined }) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const changed = useRef(false);
  const found = useFound(type, within, text, open);
  const items = open ? (found.data?.items ?? []).slice(0, SHOWN) : [];
  const more = Boolean(found.data && (found.data.next !== null || found.data.items.length > SHOWN));
  const listId = `${about.id}-list`;

  function pick(line: RecordLine | undefined) {
    if (!line) return;
    onChange(line.id, line);
    setOpen(false);
    // The field becomes the chosen record; whoever works by keyboard goes on from there.
    requestAnimationFrame(() => document.getElementById(about.id)?.focus());
  }
  function press(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt(items.length === 0 ? -1 : (at + step + items.length) % items.length);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      pick(items[at] ?? (items.length === 1 ? items[0] : undefined));
    } else if (event.key === "Escape") setOpen(false);
  }
  const status = !open || found.isPending ? "" : listWords(t, items.length, more);
  return (
    <Labelled {...about}>
      <div className="combobox">
        <input
          id={about.id}
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={items.length > 0 ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={items[at] ? `${listId}-${at}` : undefined}
          aria-invalid={about.wrong !== undefined}
          aria-describedby={[describedBy(about), `${about.id}-status`].filter(Boolean).join(" ")}
          autoComplete="off"
          placeholder={t("form.search")}
          value={text}
          onClick={() => setOpen(true)}
          onFocus={() => {
            if (changed.current) setOpen(true);
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
          onChange={(event) => {
            changed.current = true;
            setText(event.target.value);
            setOpen(true);
            setAt(-1);
          }}
        />
        {items.length > 0 ? (
          <div id={listId} role="listbox" aria-label={about.label}>
            {items.map((line, index) => (
              <div
                key={line.id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                // The field keeps the focus, so that it is not left before the choice is made.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(line)}
              >
                <RecordWords line={line} />
              </div>
            ))}
          </div>
        ) : null}
        <span id={`${about.id}-status`} className="usa-hint" aria-live="polite">
          {status}
        </span>
      </div>
    </Labelled>
  );
}

function listWords(t: ReturnType<typeof useWords>["t"], count: number, more: boolean): string {
  if (count === 0) return t("form.noneFound");
  return more ? t("form.moreFound", { count }) : t("form.found", { count });
}
