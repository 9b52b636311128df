/** The canonical form against RFC 8785's own examples, and what must hold of it for every value. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "./canonical.ts";

test("RFC 8785, section 3.2.2: numbers, escapes and order", () => {
  const given = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`;
  const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
  expect(canonical(JSON.parse(given))).toBe(expected);
});

test("RFC 8785, section 3.2.3: members stand in the order of their UTF-16 units", () => {
  const given = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  const order = [...canonical(given).matchAll(/:"([^"]+)"/g)].map(([, name]) => name?.split(" ")[0]);
  expect(order).toEqual(["Carriage", "One", "Control", "Latin", "Euro", "Emoji:", "Hebrew"]);
});

test.each([
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
])("RFC 8785, appendix B: the double %s is written %s", (bits, text) => {
  expect(canonical(Buffer.from(bits, "hex").readDoubleBE())).toBe(text);
});

test("what has no JSON form is refused", () => {
  for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol("x"), "\ud800"]) {
    expect(() => canonical(value)).toThrow(TypeError);
    expect(() => canonical({ at: [value] })).toThrow(TypeError);
  }
  expect(() => canonical({ "\udc00": 1 })).toThrow(TypeError);
});

test("what would lose its content is refused, not written as an empty object", () => {
  class Venture {
    people = 12;
  }
  const sparse: unknown[] = [];
  sparse[1] = 1;
  for (const value of [
    new Date(0),
    new Map([["a", 1]]),
    new Set([1]),
    Buffer.from("a"),
    new Venture(),
    sparse,
  ]) {
    expect(() => canonical(value)).toThrow(TypeError);
    expect(() => canonical({ body: value })).toThrow(TypeError);
  }
  expect(canonical(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
});

const json = fc.jsonValue({ stringUnit: "binary", maxDepth: 4 });

test("it reads back as the same value, and is its own canonical form", () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonical(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonical(JSON.parse(text))).toBe(text);
    }),
  );
});

test("the order in which members were written does not show", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "binary" }), json), (value) => {
      const backwards = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonical(backwards)).toBe(canonical(value));
    }),
  );
});

test("members left undefined leave no trace", () => {
  expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }));
});
