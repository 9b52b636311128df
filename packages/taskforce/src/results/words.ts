/** What the measures, populations and reasons for leaving entries out are called, in both languages; no database needed. */
import type { Population } from "./frame.ts";
import { forfeituresWords, seizuresWords } from "./words/assets.ts";
import {
  defendantsChargedWords,
  felonyProsecutionsWords,
  felonyShareWords,
  indictmentsWords,
} from "./words/charges.ts";
import {
  arrestsWords,
  convictionsWords,
  extraditionsWords,
  longSentencesWords,
  sentencedWords,
} from "./words/court.ts";
import type { MeasureName, MeasureWords, Text } from "./words/measure.ts";

export {
  type Breakdown,
  breakdowns,
  type Counts,
  type MeasureName,
  type MeasureWords,
  measureNames,
  type Text,
} from "./words/measure.ts";
export { breakdownTitles, NOT_KNOWN, sayGroup } from "./words/breakdowns.ts";
export { type Reason, reasons, reasonTitles } from "./words/reasons.ts";

/** The words of every measure with a name of its own, in the order pages show them. */
export const measureWords: Readonly<Record<MeasureName, MeasureWords>> = {
  arrests: arrestsWords,
  convictions: convictionsWords,
  sentenced: sentencedWords,
  "sentences-of-360-months-or-more": longSentencesWords(360),
  extraditions: extraditionsWords,
  seizures: seizuresWords,
  forfeitures: forfeituresWords,
  indictments: indictmentsWords,
  "defendants-charged": defendantsChargedWords,
  "felony-prosecutions": felonyProsecutionsWords,
  "felony-share": felonyShareWords,
};

export const populationTitles: Readonly<Record<Population, Text>> = {
  record: { en: "All cases in the record", es: "Todos los casos del registro" },
  "task-force": {
    en: "Cases that a source calls the task force's",
    es: "Casos que una fuente atribuye al grupo de trabajo",
  },
};
