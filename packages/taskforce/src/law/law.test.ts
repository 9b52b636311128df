import { expect, test } from "vitest";
import { notVerifiedIn } from "./pure.ts";

test.each([
  ["USSG §2L1.1(b)(7)(A); §1B1.1, application note 1", []],
  ["18 U.S.C. § 983(a)(2); 21 U.S.C. § 853(n)", ["21 U.S.C. § 853(n)"]],
  ["18 U.S.C. §§ 981, 982 and 983; 19 U.S.C. § 1607", ["18 U.S.C. §§ 981, 982 and 983", "19 U.S.C. § 1607"]],
  ["8 U.S.C. § 1324(a)(1)(B)(iv); USSG §2L1.1(b)(7)(D)", []],
  ["Fed. R. Crim. P. 32.2(b) and (c)", ["Fed. R. Crim. P. 32.2(b) and (c)"]],
])("of “%s” what was not read is told", (citation, unread) => {
  expect(notVerifiedIn(citation)).toEqual(unread);
});
