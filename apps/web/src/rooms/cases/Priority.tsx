/** The priority of a case with its reasons, each leading to the entry that states it, and the policy that weighs them. */
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { Priority, PriorityLevel } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Quoted } from "../../parts/index.ts";

export function PriorityWord({ level }: { level: PriorityLevel | null }) {
  const { t } = useWords();
  return level === null ? null : (
    <span className={`priority is-${level}`}>{t(`priority.level.${level}`)}</span>
  );
}

export function PriorityPanel({ priority }: { priority: Priority }) {
  const { t, say, number, date } = useWords();
  const { level, points, reasons, notStated, policy } = priority;
  return (
    <section className="priority-panel" aria-labelledby="priority">
      <h2 id="priority">
        {t("priority.title")}{" "}
        {level === null ? (
          <span className="muted">{t("priority.none")}</span>
        ) : (
          <PriorityWord level={level} />
        )}
      </h2>
      {reasons.length === 0 ? null : (
        <ul>
          {reasons.map((reason) => (
            <li key={reason.factor}>
              {say(reason.sentence)}{" "}
              <span className="muted">
                {t("priority.points", { count: reason.points, shown: number(reason.points) })}
              </span>{" "}
              {reason.entries.map((entry, at) => {
                const called = [t("priority.entry"), ...(reason.entries.length > 1 ? [number(at + 1)] : [])];
                return (
                  <Fragment key={entry}>
                    {at > 0 ? ", " : null}
                    <Link
                      to="/entries/$id"
                      params={{ id: entry }}
                      aria-label={`${called.join(" ")}: ${say(reason.sentence)}`}
                    >
                      {called.join(" ")}
                    </Link>
                  </Fragment>
                );
              })}
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        {t("priority.sum", { count: points, shown: number(points) })}{" "}
        {policy.entry === null ? (
          t("priority.ours")
        ) : (
          <>
            {t("priority.policy")}{" "}
            <Link to="/entries/$id" params={{ id: policy.entry }}>
              <Quoted>{policy.title}</Quoted>
            </Link>
            {policy.since === null ? null : ` (${date(policy.since)})`}
          </>
        )}
      </p>
      {notStated.length === 0 ? null : (
        <p className="small muted">
          {t("priority.notStated", { what: notStated.map(({ title }) => say(title)).join(", ") })}
        </p>
      )}
    </section>
  );
}
