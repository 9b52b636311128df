/** Window, basis and population: what the figures are counted over, kept in the address. */
import { useNavigate } from "@tanstack/react-router";
import { DEFAULT_SINCE, type Frame, isDay } from "../../address/index.ts";
import { useWords } from "../../language/index.ts";

const YEARS = [
  "2018-01-01",
  "2020-01-01",
  "2021-01-01",
  "2022-01-01",
  "2023-01-01",
  "2024-01-01",
  "2025-01-01",
];

/** `isWindowed` where the figure is counted since a day; growth has years of its own. */
export function FrameBar({ frame, isWindowed = true }: { frame: Frame; isWindowed?: boolean }) {
  const { t, date } = useWords();
  const navigate = useNavigate();
  const since = frame.since ?? DEFAULT_SINCE;
  const days = [...new Set([...YEARS, ...(isDay(since) && since !== DEFAULT_SINCE ? [since] : [])])].sort();
  function set(change: object) {
    void navigate({
      to: ".",
      replace: true,
      resetScroll: false,
      search: (before: object) => ({ ...before, ...change, cursor: undefined }),
    });
  }
  return (
    <div className="frame-bar no-print">
      {isWindowed ? (
        <div className="field">
          <label htmlFor="frame-since">{t("frame.window")}</label>
          <select
            id="frame-since"
            value={since}
            onChange={(event) =>
              set({ since: event.target.value === DEFAULT_SINCE ? undefined : event.target.value })
            }
          >
            <option value={DEFAULT_SINCE}>{t("frame.sinceDefault")}</option>
            <option value="none">{t("frame.sinceNone")}</option>
            {days.map((day) => (
              <option key={day} value={day}>
                {t("frame.sinceDay", { date: date(day) })}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div className="field">
        <label htmlFor="frame-basis">{t("frame.basis")}</label>
        <select
          id="frame-basis"
          value={frame.basis ?? "attested"}
          onChange={(event) =>
            set({ basis: event.target.value === "attested" ? undefined : event.target.value })
          }
        >
          <option value="attested">{t("frame.attested")}</option>
          <option value="recorded">{t("frame.recorded")}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="frame-population">{t("frame.population")}</label>
        <select
          id="frame-population"
          value={frame.population ?? "record"}
          onChange={(event) =>
            set({ population: event.target.value === "record" ? undefined : event.target.value })
          }
        >
          <option value="record">{t("frame.record")}</option>
          <option value="task-force">{t("frame.taskForce")}</option>
        </select>
      </div>
    </div>
  );
}

/** The same in words, for under a chart and on paper. */
export function FrameWords({ frame, when, years }: { frame: Frame; when: string; years?: string }) {
  const { t, date } = useWords();
  const since = frame.since ?? DEFAULT_SINCE;
  return (
    <p className="small muted frame-words">
      {t("frame.words", {
        basis: t(frame.basis === "recorded" ? "frame.recordedShort" : "frame.attestedShort"),
        when,
        window:
          years ??
          [
            since === "none" ? t("frame.sinceNone") : t("frame.sinceDay", { date: date(since) }),
            frame.until ? t("frame.untilDay", { date: date(frame.until) }) : "",
          ]
            .filter(Boolean)
            .join(" "),
        population: t(frame.population === "task-force" ? "frame.taskForce" : "frame.record"),
      })}
    </p>
  );
}
