/** One page: its title in the tab, its first heading, and the focus moved there after a change of room. */
import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import { useWords } from "../language/index.ts";

/** The address whose heading was last on screen; none before the first page. */
let shown: string | undefined;

interface PageProps {
  title: string;
  /** The room this page belongs to, shown above the heading. */
  room?: string;
  lead?: ReactNode;
  /** The heading quotes the record, which is kept in English. */
  quoted?: boolean;
  narrow?: boolean;
  children?: ReactNode;
}

export function Page({ title, room, lead, quoted, narrow, children }: PageProps) {
  const { language } = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A page may lead to another of its own kind without being built anew, so the address decides.
    if (shown !== undefined) heading.current?.focus({ preventScroll: true });
    shown = path;
  }, [path]);
  useEffect(() => {
    document.title = `${room && room !== title ? `${title} · ${room}` : title} · Joint Docket`;
  }, [title, room]);
  return (
    <div className={narrow ? "page is-narrow" : "page"}>
      {room ? <p className="eyebrow">{room}</p> : null}
      <h1 ref={heading} tabIndex={-1} {...(quoted && language !== "en" ? { lang: "en" } : {})}>
        {title}
      </h1>
      {lead ? <div className="lede">{lead}</div> : null}
      {children}
    </div>
  );
}
