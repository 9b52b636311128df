/** The addresses of the workbench; each room is loaded when it is first entered. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { type Frame, type Known, parseSearch, readFrame, readKnown, writeSearch } from "./address/index.ts";
import type { MeasureName } from "./docket/index.ts";
import { House } from "./house/House.tsx";
import { NotFound } from "./house/NotFound.tsx";
import { RoomFailed } from "./house/RoomFailed.tsx";

type Asked = Record<string, unknown>;
const word = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | undefined =>
  known.find((item) => item === value);

/** Keeps only the named words of an address. */
function words<Name extends string>(search: Asked, names: readonly Name[]): { [N in Name]?: string } {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = word(search[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  ) as { [N in Name]?: string };
}

const rootRoute = createRootRoute({
  component: House,
  notFoundComponent: NotFound,
  validateSearch: (search: Asked): Known => readKnown(search),
  search: { middlewares: [retainSearchParams<Known>(["asKnownOn", "cut", "side", "about", "basis"])] },
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/results", replace: true });
  },
});

export interface ResultsSearch extends Omit<Frame, keyof Known> {
  chart?: MeasureName;
}
export interface FigureSearch extends Omit<Frame, keyof Known> {
  view?: FigureView;
  reason?: string;
  cursor?: string;
}
export const figureViews = ["counted", "left-out", "reported", "definition"] as const;
export type FigureView = (typeof figureViews)[number];
const measures: readonly MeasureName[] = ["arrests", "convictions", "sentenced"];

const resultsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/results",
  validateSearch: (search: Asked): ResultsSearch => {
    const chart = oneOf(search["chart"], measures);
    return { ...readFrame(search), ...(chart ? { chart } : {}) };
  },
  component: lazyRouteComponent(() => import("./rooms/results/ResultsRoom.tsx"), "ResultsRoom"),
});

const figureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/results/$measure",
  validateSearch: (search: Asked): FigureSearch => {
    const view = oneOf(search["view"], figureViews);
    return { ...readFrame(search), ...(view ? { view } : {}), ...words(search, ["reason", "cursor"]) };
  },
  component: lazyRouteComponent(() => import("./rooms/results/FigureRoom.tsx"), "FigureRoom"),
});

const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases",
  validateSearch: (search: Asked) =>
    words(search, ["district", "taskForce", "status", "q", "sort", "cursor"]),
  component: lazyRouteComponent(() => import("./rooms/cases/CasesRoom.tsx"), "CasesRoom"),
});

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases/$id",
  component: lazyRouteComponent(() => import("./rooms/cases/CaseRoom.tsx"), "CaseRoom"),
});

const recordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/record",
  validateSearch: (search: Asked) => words(search, ["kind", "subject", "key", "source", "cursor"]),
  component: lazyRouteComponent(() => import("./rooms/record/RecordRoom.tsx"), "RecordRoom"),
});

const entryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/entries/$id",
  component: lazyRouteComponent(() => import("./rooms/record/EntryRoom.tsx"), "EntryRoom"),
});

const correctRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/entries/$id/correct",
  component: lazyRouteComponent(() => import("./rooms/record/CorrectRoom.tsx"), "CorrectRoom"),
});

const withdrawRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/entries/$id/withdraw",
  component: lazyRouteComponent(() => import("./rooms/record/WithdrawRoom.tsx"), "WithdrawRoom"),
});

const sourceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sources/$id",
  component: lazyRouteComponent(() => import("./rooms/record/SourceRoom.tsx"), "SourceRoom"),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/import",
  component: lazyRouteComponent(() => import("./rooms/import/ImportRoom.tsx"), "ImportRoom"),
});

const importRunRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/import/$id",
  component: lazyRouteComponent(() => import("./rooms/import/ImportRunRoom.tsx"), "ImportRunRoom"),
});

const tree = rootRoute.addChildren([
  homeRoute,
  resultsRoute,
  figureRoute,
  casesRoute,
  caseRoute,
  recordRoute,
  entryRoute,
  correctRoute,
  withdrawRoute,
  sourceRoute,
  importRoute,
  importRunRoute,
]);

export function createHouse() {
  return createRouter({
    routeTree: tree,
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: "intent",
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: RoomFailed,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createHouse>;
  }
}
