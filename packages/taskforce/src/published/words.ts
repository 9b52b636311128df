/** The one sentence that a figure is published with, in both languages. */
import { type Language, sayDate, sayWhen } from "@joint-docket/ledger/pure";
import type { Text } from "../results/pure.ts";
import type { Pin } from "./pin.ts";
import { sayValue } from "./say.ts";

type Said = Pick<Pin, "title" | "frame" | "cut" | "value" | "counts" | "measure" | "synthetic">;

function window({ since }: Pin["frame"], language: Language): string {
  if (since === undefined) return "";
  return language === "en" ? ` since ${sayDate(since, "en")}` : ` desde el ${sayDate(since, "es")}`;
}

function knownBy({ frame, cut }: Said, language: Language): string {
  const day = frame.knownOn ?? cut.day;
  if (language === "en")
    return frame.basis === "attested"
      ? `as dated sources had stated by ${sayDate(day, "en")}`
      : `as recorded in this ledger ${sayWhen(day, "en")}`;
  return frame.basis === "attested"
    ? `según lo afirmado por fuentes con fecha hasta el ${sayDate(day, "es")}`
    : `según lo asentado en este registro ${sayWhen(day, "es")}`;
}

const POPULATIONS: Record<Pin["frame"]["population"], Text> = {
  record: { en: "all cases in the record", es: "todos los casos del registro" },
  "task-force": {
    en: "cases that a source calls the task force's",
    es: "casos que una fuente atribuye al grupo de trabajo",
  },
};

const SYNTHETIC: Text = {
  en: " This is not a real result: it counts synthetic entries made up for trial or training.",
  es: " No es un resultado real: cuenta asientos sintéticos creados para pruebas o formación.",
};

/** “Arrests since June 1, 2021: 305, as dated sources had stated by June 5, 2024 (all cases in the record).” */
export function sayFigure(pin: Said): Text {
  const say = (language: Language) =>
    `${pin.title[language]}${window(pin.frame, language)}: ${sayValue(pin.value, pin.counts, pin.measure, language)}, ${knownBy(pin, language)} (${POPULATIONS[pin.frame.population][language]}).${pin.synthetic > 0 ? SYNTHETIC[language] : ""}`;
  return { en: say("en"), es: say("es") };
}
