/** The way from a figure to what it counted: the measure's page in the very frame and at the very cut. */
import { DEFAULT_SINCE } from "../../address/index.ts";
import type { FigurePage } from "../../docket/index.ts";

type Pinned = Pick<FigurePage, "cut" | "basis" | "population" | "since">;

/** The address parts of a figure's own frame; defaults stay out of the address. */
export function frameOfFigure({ cut, basis, population, since }: Pinned) {
  return {
    cut,
    basis: basis === "recorded" ? ("recorded" as const) : undefined,
    population: population === "task-force" ? ("task-force" as const) : undefined,
    since: since === null ? "none" : since === DEFAULT_SINCE ? undefined : since,
  };
}
