/** How sure we are of the laws that kinds and forms cite: some were read in their text, the others still have to be. */

/** A law that was read, by the beginning of its citation, and in which text. Whatever is not here is not verified. */
interface ReadLaw {
  readonly law: string;
  readonly text: string;
}

const MANUAL = "Guidelines Manual of November 1, 2025";
const CODE = "United States Code as of April 2023";

export const lawsRead: readonly ReadLaw[] = [
  { law: "USSG §", text: MANUAL },
  { law: "8 U.S.C. § 1324(a)(1)(B)", text: CODE },
  { law: "8 U.S.C. § 1324(b)", text: CODE },
  { law: "18 U.S.C. § 983", text: CODE },
  { law: "18 U.S.C. § 3144", text: CODE },
  { law: "18 U.S.C. § 3161", text: CODE },
  { law: "22 U.S.C. § 2708", text: CODE },
  { law: "28 U.S.C. § 524(c)", text: CODE },
];

/** The single laws of a citation such as “USSG §2L1.1(b)(7); §1B1.1, application note 1”. */
function lawsIn(citation: string): string[] {
  const laws: string[] = [];
  for (const piece of citation.split(";").map((one) => one.trim())) {
    // A bare section is one of the book before it.
    const [book = ""] = laws.at(-1)?.split("§") ?? [];
    laws.push(piece.startsWith("§") ? book + piece : piece);
  }
  return laws;
}

/** Those laws of a citation that nobody has yet held against their text. */
export function notVerifiedIn(citation: string): string[] {
  return lawsIn(citation).filter((one) => !lawsRead.some(({ law }) => one.startsWith(law)));
}
