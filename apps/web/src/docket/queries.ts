/** What each room asks for, named once so that answers are shared and refreshed together. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import i18next from "i18next";
import { type Frame, frameQuery, type Known } from "../address/frame.ts";
import { address, ask, Problem, type Query } from "./ask.ts";
import type {
  AssetPage,
  AssetRow,
  AssetTotal,
  Breakdown,
  Broken,
  CaseList,
  CasePage,
  CountedEntry,
  Country,
  District,
  EntryPage,
  ExtraditionCount,
  ExtraditionPage,
  ExtraditionRow,
  FactSheet,
  FigureDifference,
  FigureList,
  FigurePage,
  FigureRerun,
  History,
  ImportRun,
  KindInfo,
  LedgerHead,
  LeftOutEntry,
  Links,
  OrganizationPage,
  OrganizationRow,
  Page,
  PersonLine,
  RecordLine,
  Results,
  SourcePage,
  Status,
  TimelineItem,
  Totalled,
} from "./shapes/index.ts";

function reading<Answer>(path: string, query: Query = {}) {
  return queryOptions({
    queryKey: [path, query],
    queryFn: ({ signal }) => ask<Answer>(path, { query, signal }),
  });
}

/** A list keeps the page before it on screen until the next one is there. */
function listing<Answer>(path: string, query: Query = {}) {
  return { ...reading<Answer>(path, query), placeholderData: keepPreviousData };
}

const segment = encodeURIComponent;

export const status = () => ({ ...reading<Status>("/status"), staleTime: Number.POSITIVE_INFINITY });
export const results = (frame: Frame) => listing<Results>("/results", frameQuery(frame));
/** One measure, by whatever name the server knows it. */
export const measureIn = (measure: string, frame: Frame) =>
  listing<Results>("/results", { ...frameQuery(frame), measure });
export const history = (measure: string, frame: Frame) =>
  listing<History>("/results/history", { ...frameQuery(frame), measure });
/** A figure broken down. */
export const broken = (measure: string, frame: Frame, by: readonly Breakdown[]) =>
  listing<Broken>(`/results/${segment(measure)}`, { ...frameQuery(frame), by: by.join() });
export const growth = (of: string, baseYear: number, frame: Frame) =>
  listing<Broken>("/results/growth-since", { ...frameQuery(frame), of, baseYear });
/** Where the same figure is had as a file. */
export const tableAddress = (measure: string, frame: Frame, by: readonly Breakdown[]) =>
  address(`/results/${segment(measure)}/table.csv`, { ...frameQuery(frame), by: by.join() });
/** One group of a broken-down figure: its key in each break-down. */
export type Place = { [By in Breakdown]?: string };
/**
 * Where the list behind a figure goes on, in the address: the server's cursor and the cut of the first page, so that
 * all its pages show one state of the record, whatever is recorded between them.
 */
export const placeAfter = ({ next, cut }: Page<unknown>): string | null => next && `${next}.${cut}`;
/** A frame that says itself what was known needs no other cut. */
function placed(frame: Frame, place: string | undefined): Query {
  const [cursor, cut] = place?.split(".") ?? [];
  return { ...frameQuery(frame.cut || frame.asKnownOn || !cut ? frame : { ...frame, cut }), cursor };
}
export const counted = (measure: string, frame: Frame, of: Place, place?: string) =>
  reading<Page<CountedEntry>>(`/results/${segment(measure)}/entries`, { ...placed(frame, place), ...of });
export const leftOut = (measure: string, frame: Frame, reason?: string, place?: string) =>
  reading<Page<LeftOutEntry>>(`/results/${measure}/left-out`, { ...placed(frame, place), reason });

export interface CaseFilters {
  district?: string;
  taskForce?: string;
  status?: string;
  q?: string;
  sort?: string;
  cursor?: string;
}
/** A cut says all by itself; a day is asked on a basis. */
const knownQuery = ({ asKnownOn, cut, basis }: Known) =>
  cut ? { cut } : asKnownOn ? { asKnownOn, basis } : {};
export const cases = (filters: CaseFilters, known: Known) =>
  listing<CaseList>("/cases", { ...filters, ...knownQuery(known) });
export const caseById = (id: string, known: Known) =>
  reading<CasePage>(`/cases/${segment(id)}`, knownQuery(known));

/** Filters of a list, by name, as they stand in the address. */
export type RoomFilters = Readonly<Record<string, string | undefined>>;
export const organizations = (filters: RoomFilters, known: Known) =>
  listing<Totalled<OrganizationRow>>("/organizations", { ...filters, ...knownQuery(known) });
export const organizationById = (id: string, known: Known) =>
  reading<OrganizationPage>(`/organizations/${segment(id)}`, knownQuery(known));
export const people = (id: string, filters: RoomFilters, known: Known) =>
  listing<Totalled<PersonLine>>(`/organizations/${segment(id)}/people`, { ...filters, ...knownQuery(known) });
export const links = (around: readonly string[], known: Known) =>
  listing<Links>("/links", { around: around.join(","), ...knownQuery(known) });
export const assets = (filters: RoomFilters, known: Known) =>
  listing<Totalled<AssetRow>>("/assets", { ...filters, ...knownQuery(known) });
export const assetTotals = (known: Known) =>
  listing<{ items: AssetTotal[]; cut: string }>("/assets/totals", knownQuery(known));
export const assetById = (id: string, known: Known) =>
  reading<AssetPage>(`/assets/${segment(id)}`, knownQuery(known));
export const extraditions = (filters: RoomFilters, known: Known) =>
  listing<Totalled<ExtraditionRow>>("/extraditions", { ...filters, ...knownQuery(known) });
export const extraditionCountries = (known: Known) =>
  listing<{ items: ExtraditionCount[]; cut: string }>("/extraditions/countries", knownQuery(known));
export const extraditionById = (id: string, known: Known) =>
  reading<ExtraditionPage>(`/extraditions/${segment(id)}`, knownQuery(known));

export interface EntryFilters {
  kind?: string;
  subject?: string;
  key?: string;
  source?: string;
  cursor?: string;
}
/** Entries have no basis: the list shows what had been recorded here. */
export const entries = (filters: EntryFilters, { asKnownOn, cut }: Known = {}) =>
  listing<Page<TimelineItem>>("/entries", { ...filters, ...(cut ? { cut } : { asKnownOn }) });
export const entryById = (id: string) => reading<EntryPage>(`/entries/${segment(id)}`);
/** A source is a record like any other: what describes it, and the entries that rest on it. */
export const sourceById = (id: string) =>
  queryOptions({
    queryKey: ["/sources", id],
    queryFn: async ({ signal }): Promise<SourcePage> => {
      const about = await ask<Page<TimelineItem>>("/entries", {
        query: { subject: id, kind: "source.described" },
        signal,
      });
      const described = about.items.find((entry) => entry.state === "standing") ?? about.items[0];
      if (!described) {
        throw new Problem({
          code: "source-not-there",
          status: 404,
          detail: i18next.t("source.notThere"),
          remedy: i18next.t("source.notThereRemedy"),
        });
      }
      const [entry, resting] = await Promise.all([
        ask<EntryPage>(`/entries/${segment(described.entry)}`, { signal }),
        ask<Page<TimelineItem>>("/entries", { query: { source: id }, signal }),
      ]);
      return {
        id,
        body: entry.body as unknown as SourcePage["body"],
        items: resting.items,
        next: resting.next,
      };
    },
  });
export const kinds = () => ({ ...reading<KindInfo[]>("/kinds"), staleTime: Number.POSITIVE_INFINITY });
export const ledger = () => reading<LedgerHead>("/ledger");
export const districts = () => ({
  ...reading<District[]>("/reference/districts"),
  staleTime: Number.POSITIVE_INFINITY,
});

export const countries = () => ({
  ...reading<Country[]>("/reference/countries"),
  staleTime: Number.POSITIVE_INFINITY,
});

export interface RecordFilters {
  type: string;
  /** Only records that belong to this one. */
  within?: string | undefined;
  q?: string;
  limit?: number;
}
/** Standing records that an entry can name. */
export const records = (filters: RecordFilters) =>
  listing<{ items: RecordLine[]; next: string | null }>("/records", { ...filters });
export const recordById = (id: string) => reading<RecordLine>(`/records/${segment(id)}`);

export const figures = (state?: string, cursor?: string) =>
  listing<FigureList>("/figures", { state, cursor });
export const figureById = (id: string) => reading<FigurePage>(`/figures/${segment(id)}`);
export const figureRerun = (id: string) => reading<FigureRerun>(`/figures/${segment(id)}/rerun`);
export const figureDifference = (id: string, cursor?: string) =>
  listing<FigureDifference>(`/figures/${segment(id)}/difference`, { cursor });
export const factSheet = (frame: Frame) => listing<FactSheet>("/fact-sheet", frameQuery(frame));

/** Asks again every half second until the import has ended. */
export const importRun = (id: string) => ({
  ...reading<ImportRun>(`/imports/${segment(id)}`),
  refetchInterval: (query: { state: { data?: ImportRun | undefined } }) =>
    query.state.data?.state === "running" ? 500 : (false as const),
});
