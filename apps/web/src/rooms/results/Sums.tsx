/** What counted assets come to, each currency and unit by itself, and each a link to the entries it is the sum of. */
import { Link } from "@tanstack/react-router";
import type { Frame, Known } from "../../address/index.ts";
import type { Measure } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";

export function Sums({ measure, asked }: { measure: Measure; asked: Omit<Frame, keyof Known> }) {
  const { t, say, number } = useWords();
  if (measure.counts !== "number" || measure.sums.length === 0) return null;
  return (
    <ul className="plain-list sums">
      {measure.sums.map((sum) => (
        <li key={sum.measure}>
          <Link to="/results/$measure" params={{ measure: sum.measure }} search={asked}>
            {say(sum.said)}
          </Link>{" "}
          <span className="small muted">
            {t("figure.ofEntries", { count: sum.entries, shown: number(sum.entries) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a percentage is made of; a link to those entries where `asked` says that they are on another page. */
export function Made({ measure, asked }: { measure: Measure; asked?: Omit<Frame, keyof Known> }) {
  const { t, number } = useWords();
  if (!measure.ratio || measure.grows) return null;
  const { part, whole } = measure.ratio;
  const words = t("figure.made", { part: number(part), whole: number(whole) });
  return (
    <p>
      {asked ? (
        <Link to="/results/$measure" params={{ measure: measure.measure }} search={asked}>
          {words}
        </Link>
      ) : (
        words
      )}
    </p>
  );
}
