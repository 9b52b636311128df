/** A figure of ours on its way out: what was counted, pinned so that it comes out the same for ever, for a second person to look at. */
import { defineKind, type Language } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { quote } from "../../sources/pure.ts";
import { courseOf, requireOpen } from "../course.ts";
import { both, pin } from "../pin.ts";
import { declared } from "../who.ts";

const schema = z.strictObject({
  by: declared(),
  pinned: pin,
  sentence: both(
    1000,
    "Sentence",
    "Oración",
    "The sentence it will be published with",
    "La oración con la que se publicará",
  ),
});

export type FigureDrafted = z.infer<typeof schema>;

function sentence({ sentence: words, by }: FigureDrafted, language: Language): string {
  return language === "es"
    ? `${by} preparó una cifra para revisión: ${quote(words.es.replace(/\.$/, ""), "es")}.`
    : `${by} drafted a figure for review: ${quote(words.en.replace(/\.$/, ""), "en")}.`;
}

export const figureDrafted = defineKind({
  kind: "figure.drafted",
  version: 1,
  record: "published-figure",
  opens: true,
  composed: true,
  title: { en: "Figure drafted", es: "Cifra preparada" },
  schema,
  // A draft may be made anew or taken back until it is published; then it is what was published.
  rule: ({ subject }, standing) => requireOpen(courseOf(standing.record(subject))),
  ending: ({ subject }, _instead, standing) => requireOpen(courseOf(standing.record(subject))),
  projection: {
    table: "figure_draft",
    columns: {
      measure: "text",
      definition: "integer",
      basis: "text",
      population: "text",
      value: "jsonb",
      known_on: "date",
      sentence: "jsonb",
      declared: "text",
    },
    indexed: ["measure"],
    row: ({ by, pinned, sentence: words }) => ({
      measure: pinned.measure,
      definition: pinned.version,
      basis: pinned.frame.basis,
      population: pinned.frame.population,
      value: pinned.value,
      known_on: pinned.frame.knownOn ?? pinned.cut.day,
      sentence: words,
      declared: by,
    }),
  },
  sentence: {
    en: ({ body }) => sentence(body, "en"),
    es: ({ body }) => sentence(body, "es"),
  },
});
