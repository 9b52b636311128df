/** What a judgment imposes, as a body holds it and as a sentence says it. */
import { type Language, type Money, money } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { sayList, says, whole } from "../sources/pure.ts";
import { sayMoney } from "./money.ts";

const months = whole(1, 12_000, {
  title: "Months in prison",
  titleEs: "Meses de prisión",
  description: "The term of imprisonment in months; 10 years are 120",
  descriptionEs: "La pena de prisión en meses; 10 años son 120",
  law: "18 U.S.C. § 3581",
});

function kindOfTerm<Kind extends string>(kind: Kind, title: string, titleEs: string) {
  return z.strictObject({ kind: z.literal(kind) }).meta({ title, titleEs });
}

/** The term of a sentence. `not-stated` where the source says that there is a sentence but not which. */
export const term = z
  .discriminatedUnion("kind", [
    z
      .strictObject({ kind: z.literal("months"), months })
      .meta({ title: "Months in prison", titleEs: "Meses de prisión" }),
    kindOfTerm("life", "Life in prison", "Cadena perpetua"),
    kindOfTerm("time-served", "Time served", "Tiempo ya cumplido"),
    kindOfTerm("probation", "Probation", "Libertad a prueba"),
    kindOfTerm("not-stated", "Not stated", "No se indica"),
  ])
  .meta(
    says({
      title: "Term",
      titleEs: "Pena",
      description: "Months in prison, life, time served, probation, or not stated by the source",
      descriptionEs:
        "Meses de prisión, cadena perpetua, tiempo ya cumplido, libertad a prueba, o no indicada por la fuente",
      law: "18 U.S.C. § 3551(b)",
    }),
  );
export type Term = z.infer<typeof term>;

export const supervisedReleaseMonths = whole(0, 12_000, {
  title: "Supervised release, in months",
  titleEs: "Libertad supervisada, en meses",
  description: "Months of supervision after prison; 3 years are 36",
  descriptionEs: "Meses de supervisión después de la prisión; 3 años son 36",
  law: "18 U.S.C. § 3583",
});

/** An amount of money that a judgment orders, with its own name and law. */
export function amount(
  title: string,
  titleEs: string,
  description: string,
  descriptionEs: string,
  law: string,
) {
  return money.meta(says({ title, titleEs, description, descriptionEs, law }));
}

/** The columns of a term in a projected row. */
export function termColumns(of: Term): { term: string; months: number | null } {
  return { term: of.kind, months: of.kind === "months" ? of.months : null };
}

function sayMonths(count: number, language: Language): string {
  if (language === "es") return count === 1 ? "1 mes" : `${count} meses`;
  return count === 1 ? "1 month" : `${count} months`;
}

/** “120 months in prison”, “life in prison”, “probation”. */
export function sayTerm(of: Term, language: Language): string {
  const es = language === "es";
  switch (of.kind) {
    case "months":
      return es ? `${sayMonths(of.months, "es")} de prisión` : `${sayMonths(of.months, "en")} in prison`;
    case "life":
      return es ? "cadena perpetua" : "life in prison";
    case "time-served":
      return es ? "el tiempo ya cumplido en prisión" : "time served";
    case "probation":
      return es ? "libertad a prueba" : "probation";
    case "not-stated":
      return es ? "una pena que la fuente no indica" : "a term that the source does not state";
  }
}

/** What a judgment imposes beside the term. */
export interface Besides {
  readonly supervisedReleaseMonths?: number | undefined;
  readonly fine?: Money | undefined;
  readonly restitution?: Money | undefined;
  readonly moneyJudgment?: Money | undefined;
}

/** “120 months in prison, with 36 months of supervised release and a fine of $5,000”. */
export function sayImposed(of: Term, besides: Besides, language: Language): string {
  const es = language === "es";
  const { supervisedReleaseMonths: release, fine, restitution, moneyJudgment } = besides;
  const parts = [
    release !== undefined &&
      `${sayMonths(release, language)} ${es ? "de libertad supervisada" : "of supervised release"}`,
    fine && `${es ? "una multa de" : "a fine of"} ${sayMoney(fine, language)}`,
    restitution && `${es ? "una restitución de" : "restitution of"} ${sayMoney(restitution, language)}`,
    moneyJudgment &&
      `${es ? "un decomiso en dinero de" : "a money judgment of"} ${sayMoney(moneyJudgment, language)}`,
  ].filter((part) => typeof part === "string");
  const rest = parts.length === 0 ? "" : `, ${es ? "con" : "with"} ${sayList(parts, language)}`;
  return `${sayTerm(of, language)}${rest}`;
}
