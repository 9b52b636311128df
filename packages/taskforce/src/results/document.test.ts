/** docs/measures.md says what the tests say. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { measuresDocument } from "./fixtures/measures-doc.ts";

const FILE = new URL("../../../../docs/measures.md", import.meta.url);

it("the documentation of the measures is made from these tests (JD_WRITE_DOCS=1 writes it anew)", () => {
  const made = measuresDocument();
  if (process.env["JD_WRITE_DOCS"] === "1") writeFileSync(FILE, made);
  expect(readFileSync(FILE, "utf8")).toBe(made);
});
