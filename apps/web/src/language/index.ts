/** Which language the reader has, kept across visits, and the words of the workbench in it. */
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { initReactI18next } from "react-i18next/initReactI18next";
import type { Bilingual } from "../docket/shapes/index.ts";
import { type Language, languages, sayDate, sayNumber } from "./dates.ts";
import { withMany } from "./plurals.ts";

export * from "./dates.ts";

const KEPT = "joint-docket.language";

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function firstLanguage(): Language {
  const wanted = [kept(), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return wanted.find((tag): tag is Language => languages.some((known) => known === tag)) ?? "en";
}

/** Each catalogue is fetched only when its language is read. */
async function catalogue(language: Language) {
  return language === "es" ? withMany((await import("./es.ts")).es) : (await import("./en.ts")).en;
}

async function load(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", await catalogue(language));
  }
}

export async function startLanguage(): Promise<void> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    partialBundledLanguages: true,
    resources: { [language]: { translation: await catalogue(language) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A browser that keeps nothing still shows the chosen language until it is closed.
  }
}

/** The words, the language, and the ways to say a date, a number or a text that exists in both languages. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "es" ? "es" : "en";
  return {
    t,
    language,
    date: (date: string) => sayDate(date, language),
    /** With the month shortened, for tables. */
    shortDate: (date: string) => sayDate(date, language, true),
    number: (value: number) => sayNumber(value, language),
    say: (text: Bilingual | string) => (typeof text === "string" ? text : text[language]),
  };
}
