/** Entries in order: what happened, when as precisely as known, source, who recorded it, whether it was corrected. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queries, type TimelineItem } from "../docket/index.ts";
import { sayInstant, useWords } from "../language/index.ts";
import { CertaintyMark, StateMark } from "./marks.tsx";
import { Quoted } from "./Quoted.tsx";
import { SyntheticMark } from "./Synthetic.tsx";
import { useWho } from "./useWho.ts";

/** A moment in the time zone of the installation. */
export function useInstant() {
  const { language } = useWords();
  const { data } = useQuery(queries.status());
  return (instant: string) => sayInstant(instant, language, data?.timeZone);
}

/** What the entries are in order of, and so what stands before each. */
type Order = "occurred" | "recorded";

function Row({ item, order, ofOneSource }: { item: TimelineItem; order: Order; ofOneSource: boolean }) {
  const { t, say, date } = useWords();
  const instant = useInstant();
  const who = useWho();
  const superseded = item.state !== "standing";
  const under = item.replaces !== null && item.replaces !== undefined;
  return (
    <li
      className={[superseded ? "is-superseded" : "", under ? "is-under" : ""].join(" ").trim() || undefined}
    >
      <div className="when">
        {order === "recorded"
          ? instant(item.recordedAt)
          : item.occurred
            ? date(item.occurred)
            : t("timeline.undated")}
      </div>
      <div>
        <p>
          <span className="what">
            <Link to="/entries/$id" params={{ id: item.entry }}>
              {item.sentence ? say(item.sentence) : t("entry.emptied")}
            </Link>
          </span>{" "}
          <CertaintyMark certainty={item.certainty} /> <StateMark state={item.state} />
          <SyntheticMark when={item.synthetic} />
          {under ? <span className="mark">{t("timeline.correction")}</span> : null}
        </p>
        {item.note ? (
          <p className="small">
            <Quoted>{item.note}</Quoted>
          </p>
        ) : null}
        {item.reason ? (
          <p className="small">
            {t("timeline.reason")} <Quoted>{item.reason}</Quoted>
          </p>
        ) : null}
        <p className="meta">
          {ofOneSource ? null : item.source ? (
            <Link to="/sources/$id" params={{ id: item.source.id }}>
              <Quoted>{item.source.title}</Quoted>
            </Link>
          ) : (
            <span>{t("timeline.noSource")}</span>
          )}
          {item.attestedAt ? <span>{t("timeline.attested", { date: date(item.attestedAt) })}</span> : null}
          {order === "recorded" ? (
            <>
              {item.occurred ? <span>{t("timeline.happened", { date: date(item.occurred) })}</span> : null}
              <span>{t("timeline.recordedBy", { who: who(item.agency) })}</span>
            </>
          ) : (
            <span>{t("timeline.recorded", { who: who(item.agency), when: instant(item.recordedAt) })}</span>
          )}
          {item.replacedBy ? (
            <Link to="/entries/$id" params={{ id: item.replacedBy }}>
              {t("timeline.replacedBy")}
            </Link>
          ) : null}
        </p>
      </div>
    </li>
  );
}

interface TimelineProps {
  items: readonly TimelineItem[];
  order?: Order;
  /** On the page of a source, whose name stands above. */
  ofOneSource?: boolean;
}

export function Timeline({ items, order = "occurred", ofOneSource = false }: TimelineProps) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <Row key={item.entry} item={item} order={order} ofOneSource={ofOneSource} />
      ))}
    </ol>
  );
}
