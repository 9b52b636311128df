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
import {
  type Breakdown,
  breakdowns,
  type FigureState,
  figureStates,
  type MeasureName,
  measureNames,
  type queries,
} from "./docket/index.ts";
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

const periods = ["fiscal-year", "quarter", "month"] as const;
export interface ResultsSearch extends Omit<Frame, keyof Known> {
  chart?: MeasureName;
  /** The measure whose trend is shown, and by which period. */
  trend?: string;
  by?: (typeof periods)[number];
  /** The fiscal year that growth starts from. */
  base?: string;
}
export interface FigureSearch extends Omit<Frame, keyof Known>, queries.Place {
  view?: FigureView;
  by?: Breakdown;
  reason?: string;
  cursor?: string;
}
export const figureViews = ["counted", "left-out", "broken-down", "reported", "definition"] as const;
export type FigureView = (typeof figureViews)[number];

const resultsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/results",
  validateSearch: (search: Asked): ResultsSearch => {
    const chart = oneOf(search["chart"], measureNames);
    const by = oneOf(search["by"], periods);
    return {
      ...readFrame(search),
      ...(chart ? { chart } : {}),
      ...(by ? { by } : {}),
      ...words(search, ["trend", "base"]),
    };
  },
  component: lazyRouteComponent(() => import("./rooms/results/ResultsRoom.tsx"), "ResultsRoom"),
});

const figureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/results/$measure",
  validateSearch: (search: Asked): FigureSearch => {
    const view = oneOf(search["view"], figureViews);
    const by = oneOf(search["by"], breakdowns);
    return {
      ...readFrame(search),
      ...(view ? { view } : {}),
      ...(by ? { by } : {}),
      ...words(search, ["reason", "cursor", ...breakdowns]),
    };
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
  validateSearch: (search: Asked) => words(search, ["open"]),
  component: lazyRouteComponent(() => import("./rooms/cases/CaseRoom.tsx"), "CaseRoom"),
});

const organizationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/organizations",
  validateSearch: (search: Asked) => words(search, ["q", "kind", "country", "tier", "target", "cursor"]),
  component: lazyRouteComponent(
    () => import("./rooms/organizations/OrganizationsRoom.tsx"),
    "OrganizationsRoom",
  ),
});

const organizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/organizations/$id",
  validateSearch: (search: Asked) => words(search, ["tier", "done", "view", "cursor", "open"]),
  component: lazyRouteComponent(
    () => import("./rooms/organizations/OrganizationRoom.tsx"),
    "OrganizationRoom",
  ),
});

const assetsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/assets",
  validateSearch: (search: Asked) =>
    words(search, ["q", "kind", "state", "currency", "unit", "district", "cursor"]),
  component: lazyRouteComponent(() => import("./rooms/assets/AssetsRoom.tsx"), "AssetsRoom"),
});

const assetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/assets/$id",
  validateSearch: (search: Asked) => words(search, ["open"]),
  component: lazyRouteComponent(() => import("./rooms/assets/AssetRoom.tsx"), "AssetRoom"),
});

const extraditionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/extraditions",
  validateSearch: (search: Asked) => words(search, ["country", "step", "sort", "cursor"]),
  component: lazyRouteComponent(
    () => import("./rooms/extraditions/ExtraditionsRoom.tsx"),
    "ExtraditionsRoom",
  ),
});

const extraditionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/extraditions/$id",
  component: lazyRouteComponent(() => import("./rooms/extraditions/ExtraditionRoom.tsx"), "ExtraditionRoom"),
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

const writeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/write",
  component: lazyRouteComponent(() => import("./rooms/write/WriteRoom.tsx"), "WriteRoom"),
});

/** What a form is opened about: records whose choice is made already. */
const about = ["case", "defendant", "organization", "subject", "source"] as const;
export type AboutSearch = { [Name in (typeof about)[number]]?: string };

const formRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/write/$form",
  validateSearch: (search: Asked): AboutSearch => words(search, about),
  component: lazyRouteComponent(() => import("./rooms/write/FormRoom.tsx"), "FormRoom"),
});

const recordedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/write/recorded",
  validateSearch: (search: Asked) => words(search, ["entries", "of"]),
  component: lazyRouteComponent(() => import("./rooms/write/RecordedRoom.tsx"), "RecordedRoom"),
});

const factSheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/results/fact-sheet",
  validateSearch: (search: Asked): Omit<Frame, keyof Known> => readFrame(search),
  component: lazyRouteComponent(() => import("./rooms/figures/FactSheetRoom.tsx"), "FactSheetRoom"),
});

const figuresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/figures",
  validateSearch: (search: Asked): { state?: FigureState; cursor?: string } => {
    const state = oneOf(search["state"], figureStates);
    return { ...(state ? { state } : {}), ...words(search, ["cursor"]) };
  },
  component: lazyRouteComponent(() => import("./rooms/figures/FiguresRoom.tsx"), "FiguresRoom"),
});

/** `figure` and `draft` where a draft that stands is to be made anew. */
export interface NewFigureSearch extends Omit<Frame, keyof Known> {
  measure?: string;
  figure?: string;
  draft?: string;
}

const newFigureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/figures/new",
  validateSearch: (search: Asked): NewFigureSearch => ({
    ...readFrame(search),
    ...words(search, ["measure", "figure", "draft"]),
  }),
  component: lazyRouteComponent(() => import("./rooms/figures/NewFigureRoom.tsx"), "NewFigureRoom"),
});

const publishedFigureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/figures/$id",
  validateSearch: (search: Asked) => words(search, ["cursor"]),
  component: lazyRouteComponent(
    () => import("./rooms/figures/PublishedFigureRoom.tsx"),
    "PublishedFigureRoom",
  ),
});

const tree = rootRoute.addChildren([
  homeRoute,
  resultsRoute,
  figureRoute,
  factSheetRoute,
  figuresRoute,
  newFigureRoute,
  publishedFigureRoute,
  casesRoute,
  caseRoute,
  organizationsRoute,
  organizationRoute,
  assetsRoute,
  assetRoute,
  extraditionsRoute,
  extraditionRoute,
  recordRoute,
  entryRoute,
  correctRoute,
  withdrawRoute,
  sourceRoute,
  writeRoute,
  recordedRoute,
  formRoute,
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
