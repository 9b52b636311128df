/** A list's cursor tells nothing of the position inside it, and goes on exactly there. */
import { expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { makeDesk } from "./desk.ts";
import type { Installation } from "./installation.ts";

const desk = makeDesk(readConfig({}), {} as Installation);

it("is as long for the first position as for the hundred millionth", () => {
  const lengths = [1, 99, 12_345, 100_000_000].map((position) => desk.sealCursor("entries", position).length);
  expect(new Set(lengths).size).toBe(1);
});

it("gives back what was sealed, of any length", () => {
  for (const value of [7, { title: "Señal ".repeat(40), id: "x" }])
    expect(desk.openCursor("cases", desk.sealCursor("cases", value))).toEqual(value);
});
