/** The time zone in which a ledger counts its days: taken when it is made, and kept with it. */
import type pg from "pg";
import { defineRefusal } from "../refusal.ts";

export const timeZoneDiffers = defineRefusal<{ kept: string; given: string }>({
  code: "time-zone-differs",
  status: 409,
  en: {
    sentence: ({ kept, given }) => `This ledger counts its days in ${kept}, not in ${given}.`,
    remedy: () =>
      "Leave JD_TIME_ZONE out. To count days elsewhere, export the ledger and import it into an empty database with JD_TIME_ZONE set.",
  },
  es: {
    sentence: ({ kept, given }) => `Este registro cuenta sus días en ${kept}, no en ${given}.`,
    remedy: () =>
      "Omita JD_TIME_ZONE. Para contar los días en otro lugar, exporte el registro e impórtelo en una base vacía con JD_TIME_ZONE.",
  },
});

/**
 * The zone that the ledger keeps; a new one keeps `given`, or else this machine's. Refuses `time-zone-differs` where
 * another is given than was kept.
 */
export async function timeZoneOf(client: pg.ClientBase, given: string | undefined): Promise<string> {
  await client.query("insert into ledger.time_zone (name) values ($1) on conflict do nothing", [
    given ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  ]);
  const { rows } = await client.query<{ name: string }>("select name from ledger.time_zone");
  const kept = rows[0]?.name as string;
  if (given !== undefined && given !== kept) throw timeZoneDiffers({ kept, given });
  return kept;
}
