/** The fields that bodies of every subject are built of, so that forms, importers and pages meet the same few shapes. */
import { type ImpreciseDate, type Language, sayWhen, tryBounds } from "@joint-docket/ledger/pure";
import { z } from "zod";

/** What a form shows beside a field: its name and help in both languages, and the law it rests on, if any. */
export interface Says {
  readonly title: string;
  readonly titleEs: string;
  readonly description: string;
  readonly descriptionEs: string;
  /** Citation of the statute or rule that gives the field its meaning. */
  readonly law?: string;
  /** For a choice: the name of each value. */
  readonly choices?: Words;
  /** The reference data that the field takes its values from, so that a form lets one choose by name. */
  readonly offers?: "districts" | "countries";
}

/** The name of each value of a choice, in both languages. */
export type Words<Value extends string = string> = Readonly<
  Record<Value, Readonly<Record<Language, string>>>
>;

/** The help of a field as JSON Schema metadata. */
export function says(about: Says): Record<string, unknown> {
  return { ...about };
}

/** A line or paragraph: trimmed, never empty, at most `most` characters. */
export function text(most: number, about: Says): z.ZodString {
  return z.string().trim().min(1).max(most).meta(says(about));
}

/** One of a few values, each with its name in both languages. */
export function choice<Value extends string>(words: Words<Value>, about: Omit<Says, "choices">) {
  return z.enum(Object.keys(words) as Value[]).meta(says({ ...about, choices: words }));
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number, about: Says): z.ZodInt {
  return z.int().min(least).max(most).meta(says(about));
}

/** Yes or no; a field left out means that the source does not say. */
export function yesNo(about: Says): z.ZodBoolean {
  return z.boolean().meta(says(about));
}

/** The three columns of an imprecise date: as written, first day, last day; nulls where there is none. */
export function dateColumns<Name extends string>(
  name: Name,
  date: string | undefined,
): Record<Name | `${Name}_from` | `${Name}_to`, string | null> {
  const bounds = date === undefined ? undefined : tryBounds(date);
  return {
    [name]: date ?? null,
    [`${name}_from`]: bounds?.from ?? null,
    [`${name}_to`]: bounds?.to ?? null,
  } as Record<Name | `${Name}_from` | `${Name}_to`, string | null>;
}

/** Whether the first date lies before the second whatever each of them means exactly; never where one is not known. */
export function surelyBefore(first: ImpreciseDate | undefined, second: ImpreciseDate | undefined): boolean {
  const last = first === undefined ? undefined : tryBounds(first)?.to;
  const from = second === undefined ? undefined : tryBounds(second)?.from;
  return last !== undefined && from !== undefined && last < from;
}

/** “ on June 5, 2024” with the space before it, or nothing where the date is not known. */
export function sayWhenKnown(date: ImpreciseDate | undefined, language: Language): string {
  return date === undefined ? "" : ` ${sayWhen(date, language)}`;
}

/** “a, b and c”, or “a, b y c”. */
export function sayList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === "en" ? "en-GB" : "es", { type: "conjunction" }).format(items);
}

/** A whole number with its thousands set apart, as people in the United States write it in either language. */
export function sayNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language === "en" ? "en-US" : "es-US").format(value);
}

/** Words quoted from a source, in the quotation marks of the language. */
export function quote(words: string, language: Language): string {
  return language === "en" ? `“${words}”` : `«${words}»`;
}
