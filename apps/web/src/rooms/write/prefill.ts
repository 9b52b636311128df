/** What a form can take from the record instead of asking for it again. */
import { ask, type EntryPage, type Page, type RecordLine } from "../../docket/index.ts";
import { type AboutWhat, type Json, stateOf } from "../../form/index.ts";
import type { KindInfo } from "../../docket/index.ts";

/** The counts of a defendant that ended in a conviction and have no sentence yet. */
async function convicted({ defendant }: AboutWhat): Promise<Json> {
  if (defendant === undefined) return {};
  const { items } = await ask<Pick<Page<RecordLine>, "items">>("/records", {
    query: { type: "count", within: defendant, limit: 200 },
  });
  const counts = items.filter(({ state }) => state === "convicted").map(({ id }) => id);
  return counts.length > 0 ? { counts } : {};
}

async function openingOf(subject: string | undefined): Promise<Record<string, Json> | undefined> {
  if (subject === undefined) return undefined;
  const { entry } = await ask<RecordLine>(`/records/${encodeURIComponent(subject)}`);
  const { body } = await ask<EntryPage>(`/entries/${encodeURIComponent(entry)}`);
  return (body ?? undefined) as Record<string, Json> | undefined;
}

/** The sum, where the asset is cash: the value of anything else is an estimate. */
function cashIn(seized: Record<string, Json>): Json {
  const value = seized["value"] as { amount?: Json } | undefined;
  return seized["asset"] === "cash" ? value?.amount : undefined;
}

async function forfeited({ subject }: AboutWhat): Promise<Json> {
  const seized = await openingOf(subject);
  return seized ? { amount: cashIn(seized), quantity: seized["quantity"] } : {};
}

async function realized({ subject }: AboutWhat): Promise<Json> {
  const seized = await openingOf(subject);
  const cash = seized && cashIn(seized);
  return cash ? { disposal: "deposited", realized: cash } : {};
}

const sources: Readonly<Record<string, (about: AboutWhat) => Promise<Json>>> = {
  "sentence.imposed": convicted,
  "asset.forfeited": forfeited,
  "asset.realized": realized,
};

export const canPrefill = (kind: string) => kind in sources;

/** The fields that the record already answers, as the form holds them. */
export async function prefilled({ kind, schema }: KindInfo, about: AboutWhat): Promise<Json> {
  const body = await sources[kind]?.(about);
  return stateOf(schema, schema, body) ?? {};
}
