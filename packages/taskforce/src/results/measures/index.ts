/** The door to the measures; a new one is a file here, its words, and one line below. */
import { defineRefusal } from "@joint-docket/ledger/pure";
import { type MeasureName, measureNames } from "../words.ts";
import { arrests } from "./arrests.ts";
import { convictions } from "./convictions.ts";
import type { Measure } from "./measure.ts";
import { sentenced } from "./sentenced.ts";

export type { Classification, Measure } from "./measure.ts";

export const measures: Readonly<Record<MeasureName, Measure>> = { arrests, convictions, sentenced };

export const measureUnknown = defineRefusal<{ measure: string }>({
  code: "measure-unknown",
  status: 404,
  en: {
    sentence: ({ measure }) => `“${measure}” is not a measure.`,
    remedy: () => `Use one of ${measureNames.join(", ")}.`,
  },
  es: {
    sentence: ({ measure }) => `«${measure}» no es una medida.`,
    remedy: () => `Use una de estas: ${measureNames.join(", ")}.`,
  },
});

/** The measure of this name. Refuses `measure-unknown`. */
export function measureNamed(name: string): Measure {
  const measure = Object.hasOwn(measures, name) ? measures[name as MeasureName] : undefined;
  if (!measure) throw measureUnknown({ measure: name, field: "measure", value: name });
  return measure;
}
