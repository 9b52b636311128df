/** What each room asks for, named once so that answers are shared and refreshed together. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import i18next from "i18next";
import { type Frame, frameQuery, type Known } from "../address/frame.ts";
import { ask, Problem, type Query } from "./ask.ts";
import type {
  CaseList,
  CasePage,
  CountedEntry,
  District,
  EntryPage,
  History,
  ImportRun,
  KindInfo,
  LedgerHead,
  LeftOutEntry,
  MeasureName,
  Page,
  Results,
  SourcePage,
  Status,
  TimelineItem,
} from "./shapes.ts";

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
export const history = (frame: Frame) => listing<History>("/results/history", frameQuery(frame));
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
export const counted = (measure: MeasureName, frame: Frame, place?: string) =>
  reading<Page<CountedEntry>>(`/results/${measure}/entries`, placed(frame, place));
export const leftOut = (measure: MeasureName, frame: Frame, reason?: string, place?: string) =>
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

/** Asks again every half second until the import has ended. */
export const importRun = (id: string) => ({
  ...reading<ImportRun>(`/imports/${segment(id)}`),
  refetchInterval: (query: { state: { data?: ImportRun | undefined } }) =>
    query.state.data?.state === "running" ? 500 : (false as const),
});
