/** Which charges are felonies, in every spelling, and that the database reads the pattern as we do. */
import { onEveryServer } from "@joint-docket/ledger/testing";
import { describe, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { FELONY, gradedStatutes, gradeOf, MISDEMEANOR } from "./grades.ts";

const CITATIONS: readonly (readonly [citation: string, grade: string])[] = [
  ["8 USC 1324(a)(1)(A)(v)(I)", "felony"],
  ["8 U.S.C. § 1324(a)(1)(A)(ii), (B)(iv)", "felony"],
  ["8 USC 1324 (a)(1)", "felony"],
  ["8 USC 1324(a)(2)(B)(ii)", "felony"],
  ["8 USC 1324(a)(2)(A)", "misdemeanor"],
  ["8 USC 1324(a)(2)", "unknown"],
  ["8 USC 1324", "unknown"],
  ["8 USC 1324(a)(1)(A)(i) or (a)(2)", "unknown"],
  ["8 USC 1325(a)", "unknown"],
  ["8 USC 1325(c)", "felony"],
  ["8 USC 1326", "felony"],
  ["8 USC 13261", "unknown"],
  ["18 USC 1326", "unknown"],
  ["18 U.S.C. §§ 1956(h) and (a)(1)", "felony"],
  ["18 USC 371", "unknown"],
  ["18 USC 1028", "unknown"],
  ["18 USC 1028A(a)(1)", "felony"],
  ["21 USC 841/846/963 (which is not stated)", "unknown"],
  ["", "unknown"],
];

describe("the grade of a count", () => {
  it.each(CITATIONS)("under %s is %s", (citation, grade) => {
    expect(gradeOf([citation])).toBe(grade);
  });

  it("is a felony where any statute is one, and a misdemeanor only where all are", () => {
    expect(gradeOf(["8 USC 1324(a)(2)(A)", "8 USC 1326"])).toBe("felony");
    expect(gradeOf(["8 USC 1324(a)(2)(A)", "8 USC 1325(a)"])).toBe("unknown");
    expect(gradeOf([])).toBe("unknown");
  });

  it("is told with how sure it is", () => {
    for (const { statute, grade, certainty } of gradedStatutes) {
      expect(gradeOf([statute]), statute).toBe(grade);
      expect(["read", "not-verified"]).toContain(certainty);
    }
  });
});

onEveryServer("the database", (open) => {
  it("reads the patterns as we do", async () => {
    const { asOwner } = await open(kinds);
    const { rows } = await asOwner((client) =>
      client.query<{ grade: string }>(
        `select case when c ~ $2 then 'felony' when c ~ $3 then 'misdemeanor' else 'unknown' end as grade
           from unnest($1::text[]) with ordinality as u(c, at) order by at`,
        [CITATIONS.map(([citation]) => citation), FELONY, MISDEMEANOR],
      ),
    );
    expect(rows.map(({ grade }) => grade)).toEqual(CITATIONS.map(([, grade]) => grade));
  });
});
