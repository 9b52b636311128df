/** Views of one subject, each with an address of its own; the one on screen is marked for every reader. */
import type { ReactNode } from "react";

interface TabsProps {
  label: string;
  children: ReactNode;
}

export function Tabs({ label, children }: TabsProps) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="views">{children}</ul>
    </nav>
  );
}

/**
 * What a link says when it leads to the view on screen. The router would call a link current whenever the
 * path agrees, so it is told to compare nothing and the mark is set here.
 */
export function hereIf(here: boolean) {
  return {
    activeOptions: { exact: true, includeSearch: true, explicitUndefined: true },
    "data-here": here,
    ...(here ? { "aria-current": "true" as const } : {}),
  };
}
