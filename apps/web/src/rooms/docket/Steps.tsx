/** The steps of an asset or extradition, one under the other: what, when, how much, each leading to its entry. */
import type { ReactNode } from "react";
import { useWords } from "../../language/index.ts";
import { CertaintyMark } from "../../parts/index.ts";
import { Told } from "./said.tsx";

export interface Step {
  entry: string;
  what: string;
  occurred: string | null;
  certainty: string;
  /** Further words, each a line. */
  more?: ReactNode[];
}

export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  const { t, date } = useWords();
  return (
    <ol className="steps" aria-label={label}>
      {steps.map(({ entry, what, occurred, certainty, more = [] }) => (
        <li key={entry}>
          <p className="when">{occurred ? date(occurred) : t("timeline.undated")}</p>
          <div>
            <p className="what">
              <Told entry={entry}>{what}</Told> <CertaintyMark certainty={certainty} />
            </p>
            {more.filter(Boolean).map((words, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one step never change places
              <p className="small muted" key={at}>
                {words}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
