import { describe, expect, test } from "vitest";
import { id, refusalOf, standingOf, type Told } from "../../court/fixtures/standing.ts";
import { decided, extradition, surrendered } from "../fixtures/standing.ts";
import { extraditionSurrendered } from "./extradition-surrendered.ts";

const which = id(7);

function refused(occurred: string | undefined, requested: string | undefined, ...since: readonly Told[]) {
  const draft = { kind: "extradition.surrendered", subject: which, body: {}, occurred };
  return refusalOf(() =>
    extraditionSurrendered.rule?.(draft, standingOf(extradition(which, requested, ...since))),
  );
}

test.each([
  ["a district that cannot be", { district: "Texas" }],
  ["temporary as a word", { temporary: "yes" }],
])("the schema refuses %s", (_, body) =>
  expect(extraditionSurrendered.schema.safeParse(body).success).toBe(false),
);

describe("a surrender", () => {
  test.each([
    ["2024-01-31", true],
    ["2023", true],
    ["2024-02-01", false],
    ["2024", false],
    ["2023-11/2024-02", false],
    [undefined, false],
  ])("dated %s on a request of February 2024: refused %s", (occurred, isRefused) => {
    const expected = isRefused ? { code: "surrender-before-request", field: "occurred" } : undefined;
    expect(refused(occurred, "2024-02")).toEqual(expected);
  });

  test("needs no recorded decision, but cannot come before the one that granted it", () => {
    expect(refused("2024-06", "2024-02")).toBeUndefined();
    expect(refused("2024-06", "2024-02", decided("granted", "2024-05"))).toBeUndefined();
    expect(refused("2024-06", "2024-02", decided("consented", "2024"))).toBeUndefined();
    expect(refused("2024-04", "2024-02", decided("granted", "2024-05"))).toEqual({
      code: "surrender-before-decision",
      field: "occurred",
    });
    // A court granted it, the minister later as well: the surrender may lie between them where sources differ.
    const both = [decided("granted", "2024-03"), decided("granted", "2024-05")];
    expect(refused("2024-04", "2024-02", ...both)).toBeUndefined();
  });

  test.each(["denied", "withdrawn"])("cannot stand where the request was only %s", (decision) => {
    expect(refused("2024-06", "2024-02", decided(decision, "2024-05"))).toEqual({
      code: "surrender-against-decision",
      field: "occurred",
    });
    expect(
      refused("2024-06", "2024-02", decided(decision, "2024-03"), decided("granted", "2024-05")),
    ).toBeUndefined();
  });

  test("cannot follow a denial that came after every grant", () => {
    const reversed = [decided("granted", "2024-03"), decided("denied", "2024-05")];
    expect(refused("2024-06", "2024-02", ...reversed)?.code).toBe("surrender-against-decision");
    expect(refused("2024-04", "2024-02", ...reversed)).toBeUndefined();
    expect(refused("2024-06", "2024-02", decided("granted"), decided("denied", "2024-05"))).toBeUndefined();
  });

  test("comes once, but may follow a temporary one", () => {
    expect(refused("2024-06", "2024-02", surrendered({}, "2024-05"))).toEqual({
      code: "surrendered-already",
      field: "occurred",
    });
    expect(refused("2024-06", "2024-02", surrendered({ temporary: true }, "2024-05"))).toBeUndefined();
    const temporarily = (occurred: string) => {
      const draft = { kind: "extradition.surrendered", subject: which, body: { temporary: true }, occurred };
      const standing = standingOf(extradition(which, "2024-01", surrendered({}, "2024-05")));
      return refusalOf(() => extraditionSurrendered.rule?.(draft, standing))?.code;
    };
    expect(temporarily("2024-04")).toBeUndefined();
    expect(temporarily("2024-06")).toBe("surrendered-already");
  });
});

test("says where the person was brought", () => {
  expect(extraditionSurrendered.sentence.en({ body: { district: "TXS" }, occurred: "2025-03" })).toBe(
    "The person was surrendered to the United States in the Southern District of Texas in March 2025.",
  );
  expect(extraditionSurrendered.sentence.es({ body: { temporary: true }, occurred: "2025-03-01" })).toBe(
    "La persona fue entregada temporalmente a los Estados Unidos el 1 de marzo de 2025.",
  );
  expect(extraditionSurrendered.projection.row({})).toEqual({ district: null, temporary: null });
});
