/** Pages and exports mark what a program made up with one and the same sentence. */
import { syntheticMark } from "@joint-docket/taskforce/sources/pure";
import { expect, test } from "vitest";
import { en } from "./en.ts";
import { es } from "./es.ts";

test("the notice of the workbench is that of exports and commands", () => {
  expect({ en: en.synthetic.notice, es: es.synthetic.notice }).toEqual(syntheticMark);
});
