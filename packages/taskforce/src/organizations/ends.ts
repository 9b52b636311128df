/** What a link can join: one record at either end. People who were smuggled are no record, so no link reaches them. */
import { type Id, ref } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { type Says, says } from "../sources/pure.ts";

/** The types of record a link can join, in the order in which a form offers them. */
const ENDS = ["organization", "defendant", "person", "case", "venture", "asset"] as const;
export type EndType = (typeof ENDS)[number];

function recordField(type: Exclude<EndType, "person">, title: string, titleEs: string) {
  return ref(type)
    .meta(
      says({
        title,
        titleEs,
        description: "The record, where the link joins one of this type",
        descriptionEs: "El registro, si el vínculo une uno de esta clase",
      }),
    )
    .optional();
}

/** One end of a link: exactly one of the records is named. */
export function linkEnd(about: Says) {
  return z
    .strictObject({
      organization: recordField("organization", "Organization", "Organización"),
      defendant: recordField("defendant", "Defendant", "Persona acusada"),
      person: z
        .uuid()
        .toLowerCase()
        .meta(
          says({
            title: "Person",
            titleEs: "Persona",
            description: "The random id of a person who is no defendant; never a name",
            descriptionEs: "El identificador al azar de una persona que no es acusada; nunca un nombre",
          }),
        )
        .optional(),
      case: recordField("case", "Case", "Caso"),
      venture: recordField("venture", "Venture", "Tráfico de personas"),
      asset: recordField("asset", "Asset", "Bien"),
    })
    .meta(says(about));
}

export type LinkEnd = Readonly<Partial<Record<EndType, Id | undefined>>>;

/** The one record at this end, or undefined where none or several are named. */
export function recordAt(end: LinkEnd): { type: EndType; id: Id } | undefined {
  const named = ENDS.flatMap((type) => {
    const id = end[type];
    return id === undefined ? [] : [{ type, id }];
  });
  return named.length === 1 ? named[0] : undefined;
}
