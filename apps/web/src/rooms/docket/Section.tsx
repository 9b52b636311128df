/** A part of a page under its heading, and the way to every part from the top, with how much each holds. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "../../language/index.ts";

export interface Part {
  id: string;
  title: string;
  /** How many lines it holds; null where it is not counted. */
  count: number | null;
  body: ReactNode;
}

/** The parts that hold something, each a section with an address of its own. */
export function Parts({ parts, label }: { parts: readonly Part[]; label: string }) {
  const { number } = useWords();
  const shown = parts.filter(({ count }) => count !== 0);
  return (
    <>
      <nav className="parts no-print" aria-label={label}>
        <ul>
          {shown.map(({ id, title, count }) => (
            <li key={id}>
              <Link to="." search={true} hash={id}>
                {title}
                {count === null ? null : <span className="count">{number(count)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {shown.map(({ id, title, body }) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`}>
          <div className="section-head">
            <h2 id={`${id}-title`}>{title}</h2>
          </div>
          {body}
        </section>
      ))}
    </>
  );
}
