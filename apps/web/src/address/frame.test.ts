import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameQuery, isDay, parseSearch, readFrame, readKnown, writeSearch } from "./frame.ts";

describe("as known on, in the address", () => {
  it("keeps a day that exists and drops one that does not", () => {
    expect(readKnown({ asKnownOn: "2024-05-31" })).toEqual({ asKnownOn: "2024-05-31" });
    expect(readKnown({ asKnownOn: "2024-02-30" })).toEqual({});
    expect(readKnown({ asKnownOn: "tomorrow" })).toEqual({});
  });

  it("lets a cut win over a day", () => {
    expect(readKnown({ asKnownOn: "2024-05-31", cut: "abc", side: "before", about: "e" })).toEqual({
      cut: "abc",
      side: "before",
      about: "e",
    });
    expect(frameQuery({ asKnownOn: "2024-05-31", cut: "abc" })).toMatchObject({
      asKnownOn: undefined,
      cut: "abc",
    });
  });

  it("says nothing beside a day about sides or entries", () => {
    expect(readKnown({ asKnownOn: "2024-05-31", side: "after", about: "e" })).toEqual({
      asKnownOn: "2024-05-31",
    });
  });
});

describe("basis, population and window, in the address", () => {
  it("leaves the defaults out", () => {
    expect(readFrame({ population: "record", since: "2021-06-01" })).toEqual({});
    expect(readKnown({ basis: "attested" })).toEqual({});
  });

  it("keeps the basis beside a day, a cut and now", () => {
    expect(readKnown({ basis: "recorded" })).toEqual({ basis: "recorded" });
    expect(readKnown({ basis: "recorded", asKnownOn: "2024-05-31" })).toEqual({
      asKnownOn: "2024-05-31",
      basis: "recorded",
    });
    expect(readKnown({ basis: "recorded", cut: "abc" })).toEqual({ cut: "abc", basis: "recorded" });
  });

  it("keeps what differs from them", () => {
    const asked = { population: "task-force", since: "none" };
    expect(readFrame(asked)).toEqual(asked);
    expect(readFrame({ since: "2020-01-01" })).toEqual({ since: "2020-01-01" });
  });
});

describe("an address", () => {
  it("gives back every text it was given, and guesses no numbers", () => {
    const text = fc.string({ minLength: 1, unit: "grapheme" }).filter((given) => given.isWellFormed());
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), text), (search) => {
        expect(parseSearch(writeSearch(search))).toEqual({ ...search });
      }),
    );
    expect(parseSearch("?q=2021")).toEqual({ q: "2021" });
  });

  it("leaves blank values out", () => {
    expect(writeSearch({ q: "", kind: undefined })).toBe("");
  });

  it("knows which days exist", () => {
    expect(isDay("2024-02-29")).toBe(true);
    expect(isDay("2023-02-29")).toBe(false);
    expect(isDay("2024-2-9")).toBe(false);
  });
});
