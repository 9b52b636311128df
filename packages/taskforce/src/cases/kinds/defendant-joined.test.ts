import { Kinds } from "@joint-docket/ledger/pure";
import { expect, test } from "vitest";
import { id, recordOf, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import { defendantJoined } from "./defendant-joined.ts";

const inCase = "a1111111-1111-4111-8111-111111111111";
const person = "b1111111-1111-4111-8111-111111111111";
const body = { case: inCase, designation: "truck driver", person };

test.each([
  ["no case", { designation: "driver" }],
  ["a case that is no id", { case: "the trailer case", designation: "driver" }],
  ["no designation", { case: inCase }],
  ["an empty designation", { case: inCase, designation: "" }],
  ["a person by name", { ...body, person: "Somebody" }],
])("refuses %s", (_, given) => expect(defendantJoined.schema.safeParse(given).success).toBe(false));

test("refers to the case, but not to the person, whom nobody has to have opened", () => {
  const kinds = new Kinds([defendantJoined as never]);
  expect(kinds.references(kinds.named("defendant.joined"), body)).toEqual([
    { field: "case", record: "case", id: inCase },
  ]);
});

test("names the part, never the person", () => {
  expect(defendantJoined.sentence.en({ body, occurred: "2024-06-05" })).toBe(
    "A defendant described as “truck driver” was added to the case on June 5, 2024.",
  );
  expect(defendantJoined.sentence.es({ body, occurred: "2024" })).toBe(
    "Una persona acusada, descrita como «truck driver», se incorporó al caso en 2024.",
  );
});

test("projects case, designation and person", () => {
  expect(defendantJoined.projection.row(body)).toEqual({
    case_id: inCase,
    designation: "truck driver",
    person,
  });
  expect(defendantJoined.projection.row({ case: inCase, designation: "driver" }).person).toBeNull();
});

test("one person is one defendant in a case, and may be a defendant in another", () => {
  const other = id(8);
  const joined = (which: string, of: string, more: object = {}) =>
    recordOf(which, "defendant", [
      { kind: "defendant.joined", body: { case: of, designation: "driver", ...more } },
    ]);
  const refused = (given: typeof body, subject: string, ...records: ReturnType<typeof joined>[]) =>
    refusalOf(() =>
      defendantJoined.rule?.({ kind: "defendant.joined", subject, body: given }, standingOf(...records)),
    );
  const twice = { code: "defendant-twice-in-case", field: "person" };
  expect(refused(body, id(1), joined(id(2), inCase, { person }))).toEqual(twice);
  expect(refused({ ...body, person: id(2) }, id(1), joined(id(2), inCase))).toEqual(twice);
  expect(refused(body, id(1), joined(id(1), inCase, { person }))).toBeUndefined();
  expect(refused(body, id(1), joined(id(2), other, { person }), joined(id(3), inCase))).toBeUndefined();
  expect(defendantJoined.asksWhatMentions).toBeTypeOf("function");
});
