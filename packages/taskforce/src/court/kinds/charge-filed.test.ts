import { Kinds } from "@joint-docket/ledger/pure";
import { expect, test } from "vitest";
import { count, id, refusalOf, standingOf, recordOf } from "../fixtures/standing.ts";
import { type ChargeFiled, chargeFiled } from "./charge-filed.ts";

const [driver, guide, first, other, newest] = [id(1), id(2), id(3), id(4), id(5)];
const bare: ChargeFiled = {
  defendant: driver,
  wording: "conspiracy to transport aliens",
  statutes: [],
  covers: "one-count",
};
const standing = standingOf(count(first, driver), count(other, guide), count(newest, driver));

function refused(body: ChargeFiled) {
  return refusalOf(() => chargeFiled.rule?.({ kind: "charge.filed", subject: newest, body }, standing));
}

test.each([
  ["an empty wording", { ...bare, wording: " " }],
  ["no word on what it covers", { defendant: driver, statutes: [] }],
  ["a section whose basis is not told", { ...bare, statutes: [{ citation: "18 USC 1956(h)" }] }],
  ["a basis it does not know", { ...bare, statutes: [{ citation: "18 USC 1956(h)", basis: "guessed" }] }],
  ["a charging document it does not know", { ...bare, instrument: "letter" }],
  ["an empty list of superseded counts", { ...bare, supersedes: [] }],
])("the schema refuses %s", (_, body) => expect(chargeFiled.schema.safeParse(body).success).toBe(false));

test("a superseding count takes the place of one against the same defendant", () => {
  expect(refused({ ...bare, supersedes: [first] })).toBeUndefined();
});

test("a count on which a conviction stands keeps its place, and no count takes the place of a later one", () => {
  const judged = (occurred: string | undefined, ...outcomes: (string | [string, string])[]) =>
    refusalOf(() =>
      chargeFiled.rule?.(
        { kind: "charge.filed", subject: newest, body: { ...bare, supersedes: [first] }, occurred },
        standingOf(count(first, driver, ...outcomes)),
      ),
    );
  const pleaded: [string, string] = ["convicted-plea", "2024-08-01"];
  expect(judged("2024-08-15", pleaded)).toEqual({
    code: "convicted-count-superseded",
    field: "supersedes[0]",
  });
  expect(judged("2024-08-15", pleaded, "conviction-vacated")).toBeUndefined();
  expect(judged("2024-07-15", pleaded)).toBeUndefined();
  expect(judged(undefined, pleaded)).toBeUndefined();
  const filed = { kind: "charge.filed", body: { ...bare }, occurred: "2024-06-01" };
  const earlier = standingOf(recordOf(first, "count", [filed]));
  const draft = { kind: "charge.filed", subject: newest, body: { ...bare, supersedes: [first] } };
  expect(refusalOf(() => chargeFiled.rule?.({ ...draft, occurred: "2024-05-15" }, earlier))).toEqual({
    code: "superseding-before-charge",
    field: "supersedes[0]",
  });
  expect(refusalOf(() => chargeFiled.rule?.({ ...draft, occurred: "2024-06" }, earlier))).toBeUndefined();
});

test.each([
  ["of somebody else", [first, other], "superseded-count-of-another-defendant", "supersedes[1]"],
  ["that is itself", [newest], "count-supersedes-itself", "supersedes[0]"],
])("a count cannot take the place of one %s", (_, supersedes, code, field) => {
  expect(refused({ ...bare, supersedes })).toEqual({ code, field });
});

test("refers to the defendant and to each superseded count", () => {
  const kinds = new Kinds([chargeFiled as never]);
  expect(kinds.references(kinds.named("charge.filed"), { ...bare, supersedes: [first] })).toEqual([
    { field: "defendant", record: "defendant", id: driver },
    { field: "supersedes[0]", record: "count", id: first },
  ]);
});

test("says that the charge is a charge, and which law is only inferred", () => {
  const body: ChargeFiled = {
    ...bare,
    statutes: [
      { citation: "18 USC 1956(h)", basis: "stated" },
      { citation: "8 USC 1324(a)(1)(A)(v)(I)", basis: "inferred" },
      { citation: "8 USC 1324(a)(1)(B)(i)", basis: "inferred" },
    ],
    instrument: "indictment",
    number: "3",
  };
  expect(chargeFiled.sentence.en({ body, occurred: "2024-06-05" })).toBe(
    "The defendant was charged on June 5, 2024 in one count (number 3) by indictment with “conspiracy to transport aliens” under 18 USC 1956(h) (statutes inferred from the wording: 8 USC 1324(a)(1)(A)(v)(I) and 8 USC 1324(a)(1)(B)(i)).",
  );
  expect(chargeFiled.sentence.es({ body, occurred: "2024-06-05" })).toBe(
    "Se presentó un cargo (número 3) contra la persona acusada el 5 de junio de 2024 mediante acusación formal del gran jurado por «conspiracy to transport aliens» conforme a 18 USC 1956(h) (leyes inferidas de la redacción: 8 USC 1324(a)(1)(A)(v)(I) y 8 USC 1324(a)(1)(B)(i)).",
  );
  const asStated: ChargeFiled = { ...bare, covers: "charges-as-stated" };
  expect(chargeFiled.sentence.en({ body: asStated })).toBe(
    "The defendant was charged with “conspiracy to transport aliens”.",
  );
  expect(chargeFiled.sentence.es({ body: asStated })).toBe(
    "Se presentaron cargos contra la persona acusada por «conspiracy to transport aliens».",
  );
});

test("does not make up what the source does not word", () => {
  const body: ChargeFiled = { defendant: driver, statutes: [], covers: "charges-as-stated" };
  expect(chargeFiled.sentence.en({ body })).toBe(
    "The defendant was charged; the source does not word the charge.",
  );
  expect(chargeFiled.sentence.es({ body })).toBe(
    "Se presentaron cargos contra la persona acusada; la fuente no expresa el cargo.",
  );
  expect(chargeFiled.projection.row(body)).toMatchObject({ wording: null });
});

test("projects the statutes with their basis", () => {
  const statutes = [{ citation: "18 USC 1956(h)", basis: "stated" }] as const;
  expect(chargeFiled.projection.row({ ...bare, statutes: [...statutes], supersedes: [first] })).toEqual({
    defendant: driver,
    wording: "conspiracy to transport aliens",
    statutes,
    covers: "one-count",
    instrument: null,
    number: null,
    supersedes: [first],
  });
});
