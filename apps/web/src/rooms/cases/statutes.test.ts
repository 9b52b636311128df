import { describe, expect, it } from "vitest";
import { textOf } from "./statutes.ts";

describe("the text of a statute", () => {
  it.each([
    ["8 USC 1324(a)(1)(A)(ii)", "USC-prelim-title8-section1324"],
    ["18 U.S.C. § 1956(h)", "USC-prelim-title18-section1956"],
    ["18 U.S.C. §§ 924", "USC-prelim-title18-section924"],
    ["42 USC 300aa-1", "USC-prelim-title42-section300aa-1"],
  ])("of %s is found by title and section", (citation, granule) => {
    expect(textOf(citation)).toContain(`req=granuleid:${granule}&`);
  });

  it("is not guessed for a citation of another form", () => {
    expect(textOf("USSG §2L1.1(b)(2)")).toBeUndefined();
    expect(textOf("conspiracy to transport")).toBeUndefined();
  });
});
