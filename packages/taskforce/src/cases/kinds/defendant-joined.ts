/** A defendant is a person in one case, described by role and never by name. */
import { defineKind, defineRefusal, type Language, ref, sayWhen } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { quote, says, text } from "../../sources/pure.ts";
import { entriesOf } from "../standing.ts";

const schema = z.strictObject({
  case: ref("case").meta(
    says({
      title: "Case",
      titleEs: "Caso",
      description: "The case in which the person is a defendant",
      descriptionEs: "El caso en el que la persona es acusada",
    }),
  ),
  designation: text(200, {
    title: "Designation",
    titleEs: "Designación",
    description: "The part the person is said to have played, such as “truck driver”; never a name",
    descriptionEs: "El papel que se le atribuye a la persona, como «conductor del camión»; nunca un nombre",
  }),
  person: z
    .uuid()
    .toLowerCase()
    .meta(
      says({
        title: "Person",
        titleEs: "Persona",
        description: "A random id shared by defendants in several cases who are the same person",
        descriptionEs:
          "Un identificador al azar que comparten las personas acusadas en varios casos que son la misma persona",
      }),
    )
    .optional(),
});

export type DefendantJoined = z.infer<typeof schema>;

const defendantTwiceInCase = defineRefusal({
  code: "defendant-twice-in-case",
  status: 409,
  en: {
    sentence: () => "The same person is a defendant in this case already.",
    remedy: () => "Add counts to that defendant; or leave the person out, if it is somebody else.",
  },
  es: {
    sentence: () => "La misma persona ya figura como acusada en este caso.",
    remedy: () => "Agregue los cargos a esa persona acusada; u omita la persona, si es otra.",
  },
});

function when(occurred: string | undefined, language: Language): string {
  return occurred === undefined ? "" : ` ${sayWhen(occurred, language)}`;
}

export const defendantJoined = defineKind({
  kind: "defendant.joined",
  version: 1,
  record: "defendant",
  opens: true,
  title: { en: "Defendant joined", es: "Persona acusada incorporada" },
  schema,
  lasting: ["case"],
  rule: ({ body, subject }, standing) => {
    if (body.person === undefined) return;
    const again = standing
      .mentioning(body.case)
      .filter((record) => record.type === "defendant" && record.id !== subject)
      .some((record) => {
        const joined = entriesOf<DefendantJoined>(record, "defendant.joined").at(-1)?.body;
        // A defendant without a person is a person of their own, by the record's id.
        return joined?.case === body.case && (joined.person ?? record.id) === body.person;
      });
    if (again) throw defendantTwiceInCase({ field: "person", value: body.person });
  },
  asksWhatMentions: ({ person }) => (person === undefined ? undefined : "case"),
  projection: {
    table: "defendant",
    columns: { case_id: "uuid", designation: "text", person: "uuid" },
    indexed: ["case_id", "person"],
    row: (body) => ({ case_id: body.case, designation: body.designation, person: body.person ?? null }),
  },
  sentence: {
    en: ({ body, occurred }) =>
      `A defendant described as ${quote(body.designation, "en")} was added to the case${when(occurred, "en")}.`,
    es: ({ body, occurred }) =>
      `Una persona acusada, descrita como ${quote(body.designation, "es")}, se incorporó al caso${when(occurred, "es")}.`,
  },
});
