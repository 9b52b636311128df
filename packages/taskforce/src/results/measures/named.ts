/** From a name, or from what somebody asked, to the measure: those of the table and the families around them. */
import { defineRefusal } from "@joint-docket/ledger/pure";
import { units } from "../../assets/pure.ts";
import { isCurrency } from "../../court/pure.ts";
import { firstFiscalYear, fiscalYearOf } from "../../reference/pure.ts";
import { type MeasureName, measureNames } from "../words.ts";
import { sumIn } from "./assets.ts";
import { growth } from "./growth.ts";
import type { Measure } from "./measure.ts";
import { longSentences } from "./sentenced.ts";
import { measures } from "./table.ts";

/** As many months as a term in the record can have. */
const MOST_MONTHS = 12_000;
const LAST_YEAR = 2199;

const NAMES = [
  ...measureNames,
  "sentences-of-N-months-or-more (N from 1 to 12000)",
  "seizures-in-USD, forfeitures-in-kilograms (any currency or unit)",
  "growth-since (with the measure it is of, and a base year)",
].join(", ");

export const measureUnknown = defineRefusal<{ measure: string }>({
  code: "measure-unknown",
  status: 404,
  en: {
    sentence: ({ measure }) => `“${measure}” is not a measure.`,
    remedy: () => `Use one of ${NAMES}.`,
  },
  es: {
    sentence: ({ measure }) => `«${measure}» no es una medida.`,
    remedy: () => `Use una de estas: ${NAMES}.`,
  },
});

const growthIncomplete = defineRefusal<{ field: "of" | "baseYear" }>({
  code: "growth-incomplete",
  status: 400,
  en: {
    sentence: ({ field }) =>
      field === "of"
        ? "Growth is of a measure that counts, and no such measure is named."
        : "Growth is from a base year, and none is named that ended before the year it is compared with.",
    remedy: ({ field }) =>
      field === "of"
        ? "Name a measure that counts, such as defendants-charged."
        : "Name a fiscal year such as 2020, earlier than the last one that has ended.",
  },
  es: {
    sentence: ({ field }) =>
      field === "of"
        ? "El aumento es de una medida que cuenta, y no se indica ninguna."
        : "El aumento es desde un año base, y no se indica uno que terminara antes del año con que se compara.",
    remedy: ({ field }) =>
      field === "of"
        ? "Indique una medida que cuente, como defendants-charged."
        : "Indique un año fiscal como 2020, anterior al último que ha terminado.",
  },
});

function longSentencesNamed(name: string): Measure | undefined {
  const months = Number(/^sentences-of-([1-9]\d{0,4})-months-or-more$/.exec(name)?.[1]);
  return months <= MOST_MONTHS ? longSentences(months) : undefined;
}

function sumNamed(name: string): Measure | undefined {
  const [, of, key = ""] = /^(seizures|forfeitures)-in-([A-Za-z]+)$/.exec(name) ?? [];
  if (of !== "seizures" && of !== "forfeitures") return undefined;
  if (isCurrency(key)) return sumIn(measures[of], "currency", key, { en: key, es: key });
  const said = Object.hasOwn(units, key) ? units[key as keyof typeof units] : undefined;
  return said && sumIn(measures[of], "unit", key, said);
}

function growthNamed(name: string): Measure | undefined {
  const [, base, later, of = ""] = /^growth-since-(\d{4})-to-(\d{4})-of-(.+)$/.exec(name) ?? [];
  const [from, to] = [Number(base), Number(later)];
  if (!(from >= firstFiscalYear && from < to && to <= LAST_YEAR)) return undefined;
  const counted = named(of);
  return counted && counted.counts !== "percent" ? growth(counted, from, to) : undefined;
}

function named(name: string): Measure | undefined {
  if (Object.hasOwn(measures, name)) return measures[name as MeasureName];
  return longSentencesNamed(name) ?? sumNamed(name) ?? growthNamed(name);
}

/** The measure of this name, one of a family too: `sentences-of-120-months-or-more`, `seizures-in-USD`. Refuses `measure-unknown`. */
export function measureNamed(name: string): Measure {
  const measure = named(name);
  if (!measure) throw measureUnknown({ measure: name, field: "measure", value: name });
  return measure;
}

const growthYearNotEnded = defineRefusal<{ year: number; last: number }>({
  code: "growth-year-not-ended",
  status: 400,
  en: {
    sentence: ({ year }) =>
      `Fiscal year ${year} had not ended by that day, so nothing can be compared with it.`,
    remedy: ({ last }) => `Compare with fiscal year ${last} or an earlier one.`,
  },
  es: {
    sentence: ({ year }) =>
      `El año fiscal ${year} no había terminado ese día, así que nada puede compararse con él.`,
    remedy: ({ last }) => `Compare con el año fiscal ${last} o con uno anterior.`,
  },
});

/** What a command or an address names: a measure, and for `growth-since` of what and between which fiscal years. */
export interface Asked {
  readonly measure: string;
  readonly of?: string | undefined;
  readonly baseYear?: number | undefined;
  /** The last fiscal year that had ended by the day asked for, where left out. */
  readonly laterYear?: number | undefined;
}

/** The measure that is asked for on a day (`YYYY-MM-DD`). Refuses `measure-unknown`, `growth-incomplete` and `growth-year-not-ended`. */
export function measureAsked({ measure, of, baseYear, laterYear }: Asked, day: string): Measure {
  if (measure !== "growth-since") return measureNamed(measure);
  if (of === undefined) throw growthIncomplete({ field: "of", value: of });
  const counted = measureNamed(of);
  if (counted.counts === "percent") throw growthIncomplete({ field: "of", value: of });
  const last = (fiscalYearOf(day) ?? firstFiscalYear) - 1;
  const later = laterYear ?? last;
  if (later > last) throw growthYearNotEnded({ year: later, last, field: "laterYear", value: later });
  const grown = growthNamed(`growth-since-${baseYear ?? ""}-to-${later}-of-${of}`);
  if (!grown) throw growthIncomplete({ field: "baseYear", value: baseYear });
  return grown;
}
