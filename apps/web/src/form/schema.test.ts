import { describe, expect, it } from "vitest";
import type { Schema } from "../docket/index.ts";
import { blankOf, follow, humanize, markOf, titleOf, variantFor, variantsOf } from "./schema.ts";

const term: Schema = {
  title: "Term",
  titleEs: "Pena",
  oneOf: [
    {
      type: "object",
      properties: { kind: { const: "months" }, months: { type: "integer" } },
      required: ["kind", "months"],
    },
    { type: "object", properties: { kind: { const: "life" } }, required: ["kind"] },
  ],
};
const root: Schema = {
  properties: { term, fine: { $ref: "#/$defs/Money", title: "Fine" } },
  $defs: { Money: { type: "object", properties: { minor: { type: "integer" } }, required: ["minor"] } },
};

describe("the schema of a kind", () => {
  it("follows a reference and keeps the name given beside it", () => {
    expect(follow(root.properties?.["fine"] ?? {}, root)).toMatchObject({ title: "Fine", type: "object" });
  });

  it("tells the variants of a term apart by their constant", () => {
    const variants = variantsOf(term, root);
    expect(variants.map((variant) => markOf(variant)?.value)).toEqual(["months", "life"]);
    expect(variantFor({ kind: "life" }, variants)).toBe(1);
    expect(variantFor({ kind: "months", months: 57 }, variants)).toBe(0);
    expect(blankOf(variants[1] ?? {}, root)).toEqual({ kind: "life" });
  });

  it("is named in the reader's language, and readable without a name", () => {
    expect(titleOf(term, "es")).toBe("Pena");
    expect(titleOf({ title: "Term" }, "es")).toBe("Term");
    expect(humanize("supervisedReleaseMonths")).toBe("Supervised release months");
  });

  it("sees through a value that may be null", () => {
    expect(follow({ anyOf: [{ type: "string" }, { type: "null" }], title: "Note" }, root)).toEqual({
      type: "string",
      title: "Note",
    });
  });
});
