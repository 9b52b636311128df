import { Kinds } from "@joint-docket/ledger/pure";
import { describe, expect, test } from "vitest";
import { count, defendant, id, recordOf, refusalOf, standingOf, type Told } from "../fixtures/standing.ts";
import { type InstrumentFiled, instrumentFiled } from "./instrument-filed.ts";

const [trailer, boats, driver, guide] = [id(1), id(2), id(3), id(4)];
const [pleaded, open, vacated, again, guides] = [id(11), id(12), id(13), id(14), id(15)];
const [complaint, indictment, superseding, elsewhere, uncounted, draftId] = [
  id(21),
  id(22),
  id(23),
  id(24),
  id(25),
  id(26),
];

function paper(which: string, body: Partial<InstrumentFiled>, occurred?: string) {
  const told: Told = {
    kind: "instrument.filed",
    body: { case: trailer, instrument: "indictment", ...body },
    ...(occurred === undefined ? {} : { occurred }),
  };
  return recordOf(which, "instrument", [told]);
}

/** A count that takes the place of an earlier one. */
const recharged = recordOf(again, "count", [
  {
    kind: "charge.filed",
    body: {
      defendant: driver,
      wording: "conspiracy",
      statutes: [],
      covers: "one-count",
      supersedes: [pleaded],
    },
  },
]);

const standing = standingOf(
  defendant(driver, trailer),
  defendant(guide, boats),
  count(pleaded, driver, "convicted-plea"),
  count(open, driver),
  count(vacated, driver, "convicted", "conviction-vacated"),
  count(guides, guide),
  recharged,
  paper(complaint, { instrument: "complaint" }, "2024-01-10"),
  paper(indictment, { counts: [pleaded, open, vacated] }, "2024-02"),
  paper(superseding, { instrument: "superseding-indictment", counts: [open] }),
  paper(elsewhere, { case: boats }),
  paper(uncounted, {}),
);

const bare: InstrumentFiled = { case: trailer, instrument: "superseding-indictment" };

function refused(body: InstrumentFiled, occurred?: string, subject = draftId) {
  return refusalOf(() =>
    instrumentFiled.rule?.({ kind: "instrument.filed", subject, body, occurred }, standing),
  );
}

test.each([
  ["no case", { instrument: "indictment" }],
  ["no kind of document", { case: trailer }],
  ["a kind of document it does not know", { ...bare, instrument: "letter" }],
  ["an empty list of counts", { ...bare, counts: [] }],
])("the schema refuses %s", (_, body) => expect(instrumentFiled.schema.safeParse(body).success).toBe(false));

test("refers to the case, the defendants, the counts kept and dropped, and the superseded documents", () => {
  const kinds = new Kinds([instrumentFiled as never]);
  const body = { ...bare, defendants: [driver], counts: [open], supersedes: [indictment], drops: [vacated] };
  expect(
    kinds.references(kinds.named("instrument.filed"), body).map(({ field, record }) => [field, record]),
  ).toEqual([
    ["case", "case"],
    ["defendants[0]", "defendant"],
    ["counts[0]", "count"],
    ["supersedes[0]", "instrument"],
    ["drops[0]", "count"],
  ]);
});

describe("a superseding document", () => {
  const over = { ...bare, supersedes: [indictment] };

  test("keeps every count of the earlier one, or drops it by name", () => {
    expect(refused({ ...over, counts: [pleaded, open, vacated] })).toBeUndefined();
    expect(refused({ ...over, counts: [pleaded], drops: [open, vacated] })).toBeUndefined();
  });

  test("keeps a count by a new one that takes its place", () => {
    expect(refused({ ...over, counts: [again], drops: [open, vacated] })).toBeUndefined();
  });

  test("cannot drop a count on which a conviction stands", () => {
    expect(refused({ ...over, counts: [open], drops: [vacated, pleaded] })).toEqual({
      code: "convicted-count-dropped",
      field: "drops[1]",
    });
    expect(refused({ ...over, drops: [pleaded] })?.code).toBe("convicted-count-dropped");
    expect(refused({ ...bare, supersedes: [uncounted], drops: [pleaded] })?.code).toBe(
      "convicted-count-dropped",
    );
  });

  test("cannot lose a count in silence", () => {
    expect(refused({ ...over, counts: [open], drops: [vacated] })).toEqual({
      code: "superseded-count-unaccounted",
      field: "counts",
    });
  });

  test("whose counts are not recorded one by one is accepted as it is", () => {
    expect(refused(over)).toBeUndefined();
    expect(refused({ ...bare, supersedes: [uncounted], counts: [open] })).toBeUndefined();
    expect(refused(bare)).toBeUndefined();
  });

  test.each([
    ["a count that the earlier one does not charge", { ...over, drops: [guides] }],
    ["a count that it keeps", { ...over, counts: [pleaded, open, vacated], drops: [open] }],
    ["a count of nothing", { ...bare, drops: [open] }],
  ])("cannot drop %s", (_, body) => {
    expect(refused(body)).toEqual({ code: "dropped-count-not-in-superseded", field: "drops[0]" });
  });

  test("takes the place only of a document of the same case, and not of itself", () => {
    const other = { code: "superseded-instrument-of-another-case", field: "supersedes[0]" };
    expect(refused({ ...bare, supersedes: [elsewhere] })).toEqual(other);
    expect(refused(over, undefined, indictment)).toEqual(other);
  });

  test.each([
    ["2024-01-31", true],
    ["2023", true],
    ["2024", false],
    ["2024-02", false],
    [undefined, false],
  ])("dated %s beside an indictment of February 2024: refused %s", (occurred, isRefused) => {
    const expected = isRefused
      ? { code: "superseding-before-superseded", field: "supersedes[0]" }
      : undefined;
    expect(refused(over, occurred)).toEqual(expected);
  });
});

test.each([
  ["complaint", complaint, "complaint-supersedes"],
  ["indictment", indictment, "superseding-indictment-not-said"],
  ["indictment", superseding, "superseding-indictment-not-said"],
] as const)("a %s cannot take the place of %s", (instrument, earlier, code) => {
  expect(refused({ ...bare, instrument, supersedes: [earlier] })).toEqual({ code, field: "supersedes[0]" });
});

test("an indictment follows a complaint, and an information may follow either", () => {
  expect(refused({ ...bare, instrument: "indictment", supersedes: [complaint] })).toBeUndefined();
  expect(
    refused({ ...bare, instrument: "information", supersedes: [complaint, indictment] }),
  ).toBeUndefined();
});

test("charges only defendants of the case, and only those on its counts", () => {
  expect(refused({ ...bare, defendants: [driver], counts: [open] })).toBeUndefined();
  expect(refused({ ...bare, defendants: [driver, guide] })).toEqual({
    code: "defendant-not-in-case",
    field: "defendants[1]",
  });
  expect(refused({ ...bare, defendants: [driver], counts: [open, guides] })).toEqual({
    code: "count-of-defendant-not-charged",
    field: "counts[1]",
  });
});

test("says what was filed against how many", () => {
  const body = {
    ...bare,
    defendants: [driver],
    counts: [open, vacated],
    supersedes: [indictment],
    drops: [guides],
  };
  expect(instrumentFiled.sentence.en({ body, occurred: "2024-06-05" })).toBe(
    "A superseding indictment was filed on June 5, 2024 against 1 defendant in 2 counts, taking the place of an earlier charging document; it drops 1 earlier count.",
  );
  expect(instrumentFiled.sentence.es({ body, occurred: "2024-06-05" })).toBe(
    "Se presentó una acusación formal sustitutiva del gran jurado el 5 de junio de 2024 contra 1 persona por 2 cargos, en sustitución de una acusación anterior; abandona 1 cargo anterior.",
  );
  const indicted: InstrumentFiled = { case: trailer, instrument: "indictment" };
  expect(instrumentFiled.sentence.en({ body: indicted })).toBe("An indictment was filed.");
  expect(instrumentFiled.sentence.es({ body: indicted })).toBe(
    "Se presentó una acusación formal del gran jurado.",
  );
});

test("projects what it charges and drops", () => {
  expect(instrumentFiled.projection.row({ ...bare, counts: [open], drops: [vacated] })).toEqual({
    case_id: trailer,
    instrument: "superseding-indictment",
    defendants: null,
    counts: [open],
    supersedes: null,
    drops: [vacated],
  });
});
