/** A number of people with how exact it is, because sources say “at least 64” and “about 20” as often as “53”. */
import type { Language } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, sayNumber, type Says, says, whole, type Words } from "../sources/pure.ts";

const qualifiers = {
  exact: { en: "exactly", es: "exactamente" },
  "at-least": { en: "at least", es: "al menos" },
  about: { en: "about", es: "alrededor de" },
} satisfies Words;

export interface Counted {
  readonly count: number;
  readonly qualifier: keyof typeof qualifiers;
}

/** A number of people from `least` up, exact, at least or about; “some” is at least 1, and none is exactly 0. */
export function counted(least: number, about: Says) {
  return z
    .strictObject({
      count: whole(least, 10_000_000, {
        title: "Number",
        titleEs: "Número",
        description: "How many; 1 and “at least” where the source only says that there were some",
        descriptionEs: "Cuántas; 1 y «al menos» si la fuente solo dice que las hubo",
      }),
      qualifier: choice(qualifiers, {
        title: "How exact",
        titleEs: "Con qué exactitud",
        description: "Whether the number is exact, a floor, or a round number",
        descriptionEs: "Si el número es exacto, un mínimo o aproximado",
      }),
    })
    .meta(says(about));
}

/** The fewest that the number can mean; a round number tells no bound. */
function fewest({ count, qualifier }: Counted): number {
  return qualifier === "about" ? 0 : count;
}

function most({ count, qualifier }: Counted): number {
  return qualifier === "exact" ? count : Number.POSITIVE_INFINITY;
}

/** Whether the part is greater than the whole in every reading of both. */
export function surelyMore(part: Counted | undefined, all: Counted | undefined): boolean {
  return part !== undefined && all !== undefined && fewest(part) > most(all);
}

/** The name of what is counted, one and many, in each language. */
export type Noun = Readonly<Record<Language, readonly [one: string, many: string]>>;

/** “at least 64 people smuggled”, “1 death”, “no deaths”. */
export function sayCounted({ count, qualifier }: Counted, noun: Noun, language: Language): string {
  const [one, many] = noun[language];
  if (count === 0 && qualifier === "exact") return language === "es" ? `ninguna ${one}` : `no ${many}`;
  const how = qualifier === "exact" ? "" : `${qualifiers[qualifier][language]} `;
  return `${how}${sayNumber(count, language)} ${count === 1 ? one : many}`;
}

/** The two columns of such a number: how many, and how exact; nulls where there is none. */
export function countedColumns<Name extends string>(
  name: Name,
  number: Counted | undefined,
): Record<Name | `${Name}_qualifier`, string | number | null> {
  return {
    [name]: number?.count ?? null,
    [`${name}_qualifier`]: number?.qualifier ?? null,
  } as Record<Name | `${Name}_qualifier`, string | number | null>;
}
