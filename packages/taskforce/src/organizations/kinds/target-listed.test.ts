import { describe, expect, test } from "vitest";
import { id, recordOf, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import { type TargetListed, targetListed } from "./target-listed.ts";

const [route, trailer, driver, person] = [id(1), id(2), id(3), id(4)];
const leader: TargetListed = { category: "organization-leader", designation: "key leaders" };
const casualties: TargetListed = {
  category: "mass-casualty-leader",
  designation: "organizer of the trailer",
};
const fugitive: TargetListed = { category: "priority-fugitive", designation: "boat owner" };

function refused(body: TargetListed) {
  return refusalOf(() => targetListed.rule?.({ kind: "target.listed", subject: id(9), body }, standingOf()));
}

test.each([
  ["no category", { designation: "key leaders" }],
  ["a fourth category", { ...leader, category: "other" }],
  ["no designation", { category: "organization-leader" }],
  ["a name", { ...leader, name: "Somebody" }],
  ["a person by name", { ...fugitive, person: "Somebody" }],
])("the schema refuses %s", (_, body) => expect(targetListed.schema.safeParse(body).success).toBe(false));

test.each<[TargetListed, string, string, TargetListed]>([
  [leader, "target-needs-organization", "organization", { ...leader, organization: route }],
  [casualties, "target-needs-event", "venture", { ...casualties, venture: trailer }],
  [fugitive, "target-needs-person", "defendant", { ...fugitive, defendant: driver }],
  [fugitive, "target-needs-person", "defendant", { ...fugitive, person }],
])("%j needs what its category identifies", (body, code, field, complete) => {
  expect(refused(body)).toEqual({ code, field });
  expect(refused(complete)).toBeUndefined();
});

describe("a mass-casualty event", () => {
  const none = { count: 0, qualifier: "exact" };
  const after = (facts: object) => {
    const event = { case: id(5), form: "event", title: "Trailer", ...facts };
    const standing = standingOf(recordOf(trailer, "venture", [{ kind: "venture.described", body: event }]));
    const body = { ...casualties, venture: trailer };
    return refusalOf(() => targetListed.rule?.({ kind: "target.listed", subject: id(9), body }, standing));
  };

  test("has casualties, or an unknown number of them", () => {
    expect(after({ deaths: none })).toEqual({ code: "event-without-casualties", field: "venture" });
    expect(after({ deaths: none, injuries: { serious: none } })?.code).toBe("event-without-casualties");
    expect(after({})).toBeUndefined();
    expect(after({ deaths: { count: 0, qualifier: "at-least" } })).toBeUndefined();
    expect(after({ deaths: none, injuries: { serious: { count: 3, qualifier: "about" } } })).toBeUndefined();
  });
});

test("a defendant and a person named together are one", () => {
  const known = recordOf(driver, "defendant", [
    { kind: "defendant.joined", body: { case: id(5), designation: "driver", person } },
  ]);
  const named = (who: string) => {
    const body = { ...fugitive, defendant: driver, person: who };
    return refusalOf(() =>
      targetListed.rule?.({ kind: "target.listed", subject: id(9), body }, standingOf(known)),
    );
  };
  expect(named(person)).toBeUndefined();
  expect(named(id(6))).toEqual({ code: "person-not-the-defendant", field: "person" });
});

test.each<[TargetListed, string, string]>([
  [
    leader,
    "A target was listed on June 11, 2024: “key leaders”, leader of an identified cartel or transnational organization.",
    "Se incluyó un objetivo el 11 de junio de 2024: «key leaders», líder de un cártel u organización transnacional identificados.",
  ],
  [
    fugitive,
    "A target was listed on June 11, 2024: “boat owner”, identified high-priority fugitive.",
    "Se incluyó un objetivo el 11 de junio de 2024: «boat owner», persona prófuga identificada de alta prioridad.",
  ],
])("says the category and the designation (%#)", (body, en, es) => {
  expect(targetListed.sentence.en({ body, occurred: "2024-06-11" })).toBe(en);
  expect(targetListed.sentence.es({ body, occurred: "2024-06-11" })).toBe(es);
});

test("projects what the category identifies", () => {
  expect(targetListed.projection.row({ ...casualties, venture: trailer })).toEqual({
    category: "mass-casualty-leader",
    designation: "organizer of the trailer",
    organization: null,
    venture: trailer,
    defendant: null,
    person: null,
  });
});
