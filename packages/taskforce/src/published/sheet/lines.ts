/** The fact sheet's lines: the list of release 24-688 (May 31, 2024), each with the measure that rebuilds it from the record. */
import type { Breakdown, Text } from "../../results/index.ts";

export interface SheetLine {
  readonly measure: string;
  /** What it is broken down by. */
  readonly by?: Breakdown;
  /** Whether its break-down counts people, so that small counts are hidden. */
  readonly people: boolean;
  /** Measures of reported figures that speak of the same. */
  readonly claims: readonly string[];
}

export interface SheetPart {
  readonly key: string;
  readonly title: Text;
  readonly lines: readonly SheetLine[];
}

export const sheetParts: readonly SheetPart[] = [
  {
    key: "people",
    title: { en: "People held to account", es: "Personas que respondieron ante la justicia" },
    lines: [
      { measure: "arrests", people: true, claims: ["arrests"] },
      { measure: "convictions", people: true, claims: ["convictions"] },
      { measure: "sentenced", people: true, claims: ["sentenced"] },
      {
        measure: "sentences-of-360-months-or-more",
        people: true,
        claims: ["sentences-of-360-months-or-more", "longest-sentence-months"],
      },
    ],
  },
  {
    key: "prosecution",
    title: { en: "Indictments and extraditions", es: "Acusaciones y extradiciones" },
    lines: [
      { measure: "indictments", people: false, claims: ["indictments"] },
      { measure: "extraditions", by: "country", people: true, claims: ["extraditions"] },
    ],
  },
  {
    key: "assets",
    title: { en: "Assets seized and forfeited", es: "Bienes incautados y decomisados" },
    lines: [
      { measure: "seizures", by: "asset-kind", people: false, claims: ["seizures", "cash-seized"] },
      { measure: "forfeitures", by: "asset-kind", people: false, claims: ["forfeitures"] },
    ],
  },
];

/**
 * Growth as others have claimed it. The two figures count different things from bases that nobody gave, so each stands by
 * itself and neither is set beside a count of ours.
 */
export const growthClaims = ["doj.defendants_charged.growth", "doj.felony_prosecutions.growth"] as const;
