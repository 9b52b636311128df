/** The one place where "as known on" is chosen: now, a date, or just before or after an entry. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type Basis, isDay, type Known, NOW } from "../address/index.ts";
import { queries } from "../docket/index.ts";
import { dayIn, useWords } from "../language/index.ts";
import { useKnown, useKnownWords } from "./known.ts";

export function KnownControl() {
  const { t } = useWords();
  const known = useKnown();
  const words = useKnownWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isNow = !known.asKnownOn && !known.cut;

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("keydown", escape);
    };
  }, [open]);

  function choose(time: object) {
    setOpen(false);
    opener.current?.focus();
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, ...NOW, ...time, cursor: undefined }),
    });
  }

  return (
    <div className="known" ref={box}>
      <button
        ref={opener}
        type="button"
        className={`usa-button ${isNow ? "is-quiet" : "is-amber"}`}
        aria-expanded={open}
        aria-controls="known-panel"
        onClick={() => setOpen(!open)}
      >
        {t("known.button", { when: words })}
      </button>
      <div id="known-panel" hidden={!open}>
        {open ? <Panel known={known} onChoose={choose} onLeave={() => setOpen(false)} /> : null}
      </div>
    </div>
  );
}

interface PanelProps {
  known: Known;
  onChoose: (time: Pick<Known, "asKnownOn" | "basis">) => void;
  onLeave: () => void;
}

function Panel({ known, onChoose, onLeave }: PanelProps) {
  const { t } = useWords();
  const { data: status } = useQuery(queries.status());
  const [day, setDay] = useState(known.asKnownOn ?? "");
  const [basis, setBasis] = useState<Basis>(known.basis ?? "attested");
  const [wrong, setWrong] = useState<"dayWrong" | "dayToCome">();

  function submit(event: FormEvent) {
    event.preventDefault();
    // A day to come cannot be known yet, and days are the installation's.
    const found = !isDay(day) ? "dayWrong" : day > dayIn(status?.timeZone) ? "dayToCome" : undefined;
    setWrong(found);
    // The default stays out of the address.
    if (!found) onChoose({ asKnownOn: day, basis: basis === "recorded" ? basis : undefined });
  }

  return (
    <form className="known-panel stack" onSubmit={submit} noValidate>
      <p className="small muted">{t("known.explain")}</p>
      <div className="field">
        <label htmlFor="known-day">{t("known.day")}</label>
        <span className="usa-hint" id="known-day-hint">
          {t("known.dayHint")}
        </span>
        {wrong ? (
          <span id="known-day-wrong" className="usa-error-message" role="alert">
            {t(`known.${wrong}`)}
          </span>
        ) : null}
        <input
          id="known-day"
          value={day}
          autoComplete="off"
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong ? "known-day-hint known-day-wrong" : "known-day-hint"}
          onChange={(event) => setDay(event.target.value.trim())}
        />
      </div>
      <div className="field">
        <label htmlFor="known-basis">{t("known.basis")}</label>
        <select
          id="known-basis"
          value={basis}
          onChange={(event) => setBasis(event.target.value === "recorded" ? "recorded" : "attested")}
        >
          <option value="attested">{t("frame.attested")}</option>
          <option value="recorded">{t("frame.recorded")}</option>
        </select>
      </div>
      <div className="buttons">
        <button type="submit" className="usa-button">
          {t("known.show")}
        </button>
        {known.asKnownOn || known.cut ? (
          <button type="button" className="usa-button usa-button--outline" onClick={() => onChoose({})}>
            {t("known.backToNow")}
          </button>
        ) : null}
      </div>
      {known.about ? (
        <p className="small">
          <Link to="/entries/$id" params={{ id: known.about }} onClick={onLeave}>
            {t("known.thatEntry")}
          </Link>
        </p>
      ) : null}
    </form>
  );
}
