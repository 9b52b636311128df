/** The parameters that every results page has in common, good and bad. */
import { Refusal } from "@joint-docket/ledger/pure";
import { describe, expect, it } from "vitest";
import { frameOf, parseFrame } from "./frame.ts";
import { measureNamed } from "./measures/index.ts";

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return error instanceof Refusal ? `${error.code} ${error.field}` : String(error);
  }
  return undefined;
};

describe("the frame", () => {
  it("is now, as attested, of all cases since the task force began, where nothing is asked", () => {
    const query = parseFrame({ basis: "", cursor: "other" });
    expect(frameOf(query, { size: 7, today: "2026-01-01" })).toEqual({
      size: 7,
      basis: "attested",
      knownOn: "2026-01-01",
      since: "2021-06-01",
      population: "record",
    });
  });

  it("is as known on a day, without a window, of the task force's cases, where that is asked", () => {
    const asked = { asKnownOn: "2024-05-31", since: "none", population: "task-force" };
    const at = { size: 7, today: "2026-01-01" };
    expect(frameOf(parseFrame(asked), at)).toMatchObject({
      knownOn: "2024-05-31",
      since: null,
      population: "task-force",
    });
    expect(frameOf(parseFrame({ ...asked, basis: "recorded" }), at)).toMatchObject({
      basis: "recorded",
      knownOn: null,
    });
  });

  it.each([
    [{ basis: "guessed" }, "frame-parameter-wrong basis"],
    [{ asKnownOn: "2024-02-30" }, "frame-parameter-wrong asKnownOn"],
    [{ asKnownOn: "2024-02" }, "frame-parameter-wrong asKnownOn"],
    [{ since: "yesterday" }, "frame-parameter-wrong since"],
    [{ population: ["record", "record"] }, "frame-parameter-wrong population"],
    [{ cut: "token", asKnownOn: "2024-02-01" }, "frame-cut-and-day cut"],
    [{ since: "2025-01-01", until: "2024-01-01" }, "period-reversed until"],
  ])("refuses %j", (parameters, code) => {
    expect(codeOf(() => parseFrame(parameters))).toBe(code);
  });

  it.each(["prosecutions", "toString"])("knows no measure %s", (name) => {
    expect(codeOf(() => measureNamed(name))).toBe("measure-unknown measure");
  });
});
