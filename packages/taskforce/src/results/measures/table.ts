/** The measures with names of their own; a new one is a file here, its words, and one line below. */
import type { MeasureName } from "../words.ts";
import { arrests } from "./arrests.ts";
import { forfeitures, seizures } from "./assets.ts";
import { defendantsCharged } from "./charged.ts";
import { convictions } from "./convictions.ts";
import { extraditions } from "./extraditions.ts";
import { felonyProsecutions, felonyShare } from "./felonies.ts";
import { indictments } from "./indictments.ts";
import type { Measure } from "./measure.ts";
import { longSentences, sentenced } from "./sentenced.ts";

export const measures: Readonly<Record<MeasureName, Measure>> = {
  arrests,
  convictions,
  sentenced,
  "sentences-of-360-months-or-more": longSentences(360),
  extraditions,
  seizures,
  forfeitures,
  indictments,
  "defendants-charged": defendantsCharged,
  "felony-prosecutions": felonyProsecutions,
  "felony-share": felonyShare,
};
