/** The forms for several entries, as acts: nothing typed twice, every draft told where what is said of it is shown. */
import { describe, expect, it } from "vitest";
import { nextCount, noCharges, planCharges } from "./charges.ts";
import { nextDefendant, planCase, startOfCase } from "./newCase.ts";
import { planOutcomes, startOfOutcomes } from "./outcomes.ts";
import { nextSteps } from "./steps.ts";

const text = { type: "string" };
const group = (names: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, text])),
});
const schemas = {
  source: group(["title"]),
  case: group(["title", "district"]),
  arrest: group(["place"]),
};

describe("charges", () => {
  const count = {
    number: "1",
    wording: "Transporting",
    statutes: "8 USC 1324; ; 18 USC 2 ",
    against: ["a", "b"],
  };
  const { drafts } = planCharges(
    {
      instrument: "indictment",
      filed: "May 2024",
      counts: [count, { ...count, number: "2", against: ["a"] }],
    },
    { inCase: "@case", source: { source: "@source" } },
  );

  it("are one entry for each defendant, and the document that holds them all", () => {
    expect(drafts.map(({ draft }) => draft.kind)).toEqual([
      "charge.filed",
      "charge.filed",
      "charge.filed",
      "instrument.filed",
    ]);
    expect(drafts[0]?.draft).toEqual({
      kind: "charge.filed",
      as: "@count-1-1",
      occurred: "2024-05",
      source: "@source",
      body: {
        defendant: "a",
        wording: "Transporting",
        number: "1",
        instrument: "indictment",
        covers: "one-count",
        statutes: [
          { citation: "8 USC 1324", basis: "stated" },
          { citation: "18 USC 2", basis: "stated" },
        ],
      },
    });
    expect(drafts.at(-1)?.draft.body).toEqual({
      case: "@case",
      instrument: "indictment",
      defendants: ["a", "b"],
      counts: ["@count-1-1", "@count-1-2", "@count-2-1"],
    });
  });

  it("show what is wrong with a draft at the field that was typed", () => {
    const at = (field: string) => drafts[2]?.at(field);
    expect(
      [
        "body.number",
        "body.defendant",
        "body.statutes.0.citation",
        "occurred",
        "source",
        "body.instrument",
      ].map(at),
    ).toEqual([
      "charges.counts.1.number",
      "charges.counts.1.against",
      "charges.counts.1.statutes",
      "charges.filed",
      "source",
      "charges.instrument",
    ]);
  });

  it("against nobody are told so, and no document holds none", () => {
    const alone = planCharges(
      { ...noCharges, counts: [{ ...count, against: [] }] },
      { inCase: "c", source: {} },
    );
    expect(alone.drafts).toHaveLength(1);
    expect(alone.drafts[0]?.draft.body).not.toHaveProperty("defendant");
    expect(
      planCharges({ ...noCharges, instrument: "indictment" }, { inCase: "c", source: {} }).drafts,
    ).toEqual([]);
  });

  it("are numbered on, against the same people as before", () => {
    expect(nextCount(noCharges, ["a", "b"])).toMatchObject({ number: "1", against: ["a", "b"] });
    expect(
      nextCount({ ...noCharges, counts: [{ ...count, number: "7", against: ["b"] }] }, ["a"]),
    ).toMatchObject({
      number: "8",
      against: ["b"],
    });
    expect(nextCount({ ...noCharges, counts: [{ ...count, number: "1s" }] }, []).number).toBe("");
  });
});

describe("a new case", () => {
  it("names its source, its case and its people by names of the act", () => {
    const start = startOfCase(undefined);
    const [first] = start.defendants;
    if (!first) throw new Error("A new case begins with a defendant.");
    const second = nextDefendant(start.defendants);
    const { drafts, faults } = planCase(
      {
        ...start,
        source: { how: "new", id: "", body: { title: "Release" } },
        body: { title: "Boat", district: "TXS" },
        docket: " 5:24-cr-1 ",
        defendants: [
          { ...first, designation: "captain", arrest: { occurred: "5/6/2024", body: { place: "domestic" } } },
          { ...second, designation: "mate" },
        ],
        charges: {
          ...noCharges,
          counts: [{ number: "1", wording: "", statutes: "", against: [first.name, second.name] }],
        },
      },
      schemas,
    );
    expect(drafts.map(({ draft: { kind, as, subject } }) => [kind, as ?? subject])).toEqual([
      ["source.described", "@source"],
      ["case.opened", "@case"],
      ["case.docketed", "@case"],
      ["defendant.joined", "@defendant-1"],
      ["defendant.joined", "@defendant-2"],
      ["arrest.made", undefined],
      ["charge.filed", "@count-1-1"],
      ["charge.filed", "@count-1-2"],
    ]);
    expect(drafts[2]?.draft.body).toEqual({ district: "TXS", number: "5:24-cr-1" });
    expect(drafts.slice(1).every(({ draft }) => draft.source === "@source")).toBe(true);
    // The day of the arrest could be either way round: nothing is sent before it is told.
    expect(faults).toMatchObject([{ path: "defendants.0.arrest.occurred", fault: "dateEither" }]);
    expect(drafts[5]?.at("body.place")).toBe("defendants.0.arrest.place");
  });

  it("takes a source that is described already, and then describes none", () => {
    const { drafts } = planCase(startOfCase("s"), schemas);
    expect(drafts[0]?.draft).toMatchObject({ kind: "case.opened", source: "s" });
  });
});

describe("outcomes", () => {
  it("are one disposition a count, dismissed on their own day where there is one", () => {
    const state = {
      ...startOfOutcomes({ source: "s" }),
      counts: { a: "convicted-plea", b: "dismissed" },
      occurred: "2024-06-04",
    } as const;
    const days = (dismissedOn: string) =>
      planOutcomes({ ...state, dismissedOn }, {}).drafts.map(({ draft }) => [
        draft.subject,
        draft.occurred,
        draft.source,
      ]);
    expect(days("")).toEqual([
      ["a", "2024-06-04", "s"],
      ["b", "2024-06-04", "s"],
    ]);
    expect(days("June 2024")[1]).toEqual(["b", "2024-06", "s"]);
    expect(planOutcomes({ ...state, dismissedOn: "2024" }, {}).drafts[1]?.at("occurred")).toBe("dismissedOn");
  });

  it("say nothing before one is chosen, not even the source", () => {
    const source = { how: "new", id: "", body: { title: "x" } } as const;
    expect(planOutcomes({ ...startOfOutcomes({}), source }, schemas.source).drafts).toEqual([]);
  });
});

describe("what comes next", () => {
  const made = { subject: "x", case: "c", defendant: "d", source: "s", body: {} };
  const about = { case: "c", defendant: "d", source: "s" };

  it("follows the case from arrest to forfeiture, with what is known filled in", () => {
    const first = (kind: string, body = {}) => nextSteps([{ ...made, kind, body }])[0];
    expect(first("arrest.made")).toEqual({ form: "charges", about });
    expect(first("charge.filed")).toEqual({ form: "plea", about });
    expect(first("charge.disposed", { outcome: "convicted-plea" })).toEqual({
      form: "sentence.imposed",
      about,
    });
    expect(first("charge.disposed", { outcome: "dismissed" })).toBeUndefined();
    expect(first("sentence.imposed")).toEqual({ form: "asset.seized", about });
    expect(first("asset.seized")).toEqual({
      form: "asset.forfeited",
      about: { subject: "x", case: "c", source: "s" },
    });
    expect(first("asset.forfeited")?.form).toBe("asset.realized");
    expect(first("arrest.made", { place: "foreign" })?.form).toBe("extradition.requested");
  });

  it("is told once, what was recorded last first", () => {
    const steps = nextSteps([
      { ...made, kind: "arrest.made" },
      ...Array.from({ length: 5 }, () => ({ ...made, kind: "charge.filed" })),
    ]);
    expect(steps.map(({ form }) => form)).toEqual(["plea", "verdict", "charges", "asset.seized"]);
  });
});
