/** Which statutes charged are felonies, as far as their text was read, and the one pattern by which rules and SQL recognise a citation. */

export type Grade = "felony" | "misdemeanor" | "unknown";

export interface GradedStatute {
  /** The provision; whatever stands under it has the same grade. */
  readonly statute: string;
  readonly grade: Exclude<Grade, "unknown">;
  /** The highest term of prison it allows, in words. */
  readonly highest: string;
  /** `read` in the United States Code as of April 2023; `not-verified` is from general knowledge and to be checked before quoting. */
  readonly certainty: "read" | "not-verified";
}

/*
 * A felony is punishable by more than one year: 18 U.S.C. § 3559(a). Left out on purpose, so that a charge under them
 * has no known grade: 8 U.S.C. § 1325(a), a misdemeanor at first and a felony later; § 1324(a)(2) without its
 * subparagraph; 18 U.S.C. § 371, which follows its object; § 1028, which depends on the document; and whatever was not read.
 */
export const gradedStatutes: readonly GradedStatute[] = [
  { statute: "8 USC 1253(a)(1)", grade: "felony", highest: "4 or 10 years", certainty: "read" },
  { statute: "8 USC 1324(a)(1)", grade: "felony", highest: "5 years to life, or death", certainty: "read" },
  { statute: "8 USC 1324(a)(2)(A)", grade: "misdemeanor", highest: "1 year", certainty: "not-verified" },
  { statute: "8 USC 1324(a)(2)(B)(i)", grade: "felony", highest: "10 or 15 years", certainty: "read" },
  { statute: "8 USC 1324(a)(2)(B)(ii)", grade: "felony", highest: "10 or 15 years", certainty: "read" },
  {
    statute: "8 USC 1324(a)(2)(B)(iii)",
    grade: "felony",
    highest: "10 or 15 years",
    certainty: "not-verified",
  },
  { statute: "8 USC 1324(a)(3)", grade: "felony", highest: "5 years", certainty: "not-verified" },
  { statute: "8 USC 1325(c)", grade: "felony", highest: "5 years", certainty: "read" },
  { statute: "8 USC 1325(d)", grade: "felony", highest: "5 years", certainty: "read" },
  { statute: "8 USC 1326", grade: "felony", highest: "2, 10 or 20 years", certainty: "read" },
  { statute: "8 USC 1327", grade: "felony", highest: "10 years", certainty: "not-verified" },
  { statute: "8 USC 1328", grade: "felony", highest: "10 years", certainty: "not-verified" },
  { statute: "18 USC 111(b)", grade: "felony", highest: "20 years", certainty: "read" },
  { statute: "18 USC 758", grade: "felony", highest: "5 years", certainty: "read" },
  { statute: "18 USC 924(c)", grade: "felony", highest: "life", certainty: "not-verified" },
  { statute: "18 USC 1028A", grade: "felony", highest: "2 years, fixed", certainty: "read" },
  { statute: "18 USC 1112", grade: "felony", highest: "8 or 15 years", certainty: "read" },
  { statute: "18 USC 1203", grade: "felony", highest: "life, or death", certainty: "read" },
  { statute: "18 USC 1546", grade: "felony", highest: "5 to 25 years", certainty: "read" },
  { statute: "18 USC 1956", grade: "felony", highest: "20 years", certainty: "read" },
  { statute: "18 USC 1957", grade: "felony", highest: "10 years", certainty: "read" },
  { statute: "18 USC 2237(b)", grade: "felony", highest: "5 or 15 years, or life", certainty: "read" },
];

/** “8 USC 1324(a)(1)” in any usual spelling, with or without the paragraphs under it. */
function spelled(statute: string): string {
  const [title = "", , provision = ""] = statute.split(" ");
  const [section = "", ...paragraphs] = provision.split("(");
  const under = paragraphs.map((one) => ` *[(]${one.replace(")", "[)]")}`).join("");
  return `${title} *U[.]? *S[.]? *C[.]? *§* *${section}${under}`;
}

/*
 * The whole citation must be understood: “§ 1324(a)(1)(A)(i) or (a)(2)” says that the one or the other is charged.
 * The same text is a pattern of JavaScript and of PostgreSQL.
 */
function pattern(grade: Grade): string {
  const known = gradedStatutes.filter((one) => one.grade === grade).map(({ statute }) => spelled(statute));
  return `^ *(${known.join("|")})((,| and| &)? *[(][A-Za-z0-9]+[)])*[.]? *$`;
}

export const FELONY = pattern("felony");
export const MISDEMEANOR = pattern("misdemeanor");

const felony = new RegExp(FELONY);
const misdemeanor = new RegExp(MISDEMEANOR);

/** The grade of a count by all the statutes it cites: a felony where any is, a misdemeanor only where all are. */
export function gradeOf(citations: readonly string[]): Grade {
  if (citations.some((citation) => felony.test(citation))) return "felony";
  const all = citations.length > 0 && citations.every((citation) => misdemeanor.test(citation));
  return all ? "misdemeanor" : "unknown";
}
