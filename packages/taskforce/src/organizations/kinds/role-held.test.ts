import { expect, test } from "vitest";
import { id, recordOf, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import { type RoleHeld, roleHeld } from "./role-held.ts";

const [route, driver, person, release] = [id(1), id(2), id(3), id(4)];
const bare: RoleHeld = { organization: route, defendant: driver };

function refused(body: RoleHeld, source?: string) {
  return refusalOf(() => roleHeld.rule?.({ kind: "role.held", subject: id(9), body, source }, standingOf()));
}

test.each([
  ["no organization", { defendant: driver }],
  ["a tier it does not know", { ...bare, tier: "boss" }],
  ["a person by name", { organization: route, person: "Somebody" }],
  ["a person who was smuggled", { ...bare, victim: id(5) }],
  ["a day that cannot be", { ...bare, from: "2021-02-30" }],
])("the schema refuses %s", (_, body) => expect(roleHeld.schema.safeParse(body).success).toBe(false));

test("is held by somebody", () => {
  expect(refused({ organization: route })).toEqual({ code: "role-of-nobody", field: "defendant" });
  expect(refused({ organization: route, person })).toBeUndefined();
  expect(refused(bare)).toBeUndefined();
});

test("is held by the person whom the record knows as that defendant", () => {
  const known = recordOf(driver, "defendant", [
    { kind: "defendant.joined", body: { case: id(5), designation: "driver", person } },
  ]);
  const named = (who: string) => {
    const body = { ...bare, person: who };
    return refusalOf(() => roleHeld.rule?.({ kind: "role.held", subject: id(9), body }, standingOf(known)));
  };
  expect(named(person)).toBeUndefined();
  expect(named(id(6))).toEqual({ code: "person-not-the-defendant", field: "person" });
});

test.each(["leader", "organizer", "significant-facilitator", "manager", "member"] as const)(
  "the tier %s needs a source",
  (tier) => {
    expect(refused({ ...bare, tier })).toEqual({ code: "tier-without-evidence", field: "source" });
    expect(refused({ ...bare, tier }, release)).toBeUndefined();
  },
);

test("cannot end before it starts, in any reading of the dates", () => {
  expect(refused({ ...bare, from: "2022", until: "2021" })).toEqual({
    code: "ends-before-it-starts",
    field: "until",
  });
  expect(refused({ ...bare, from: "2022", until: "2022-01" })).toBeUndefined();
});

test("says who held what, and when", () => {
  const body: RoleHeld = {
    ...bare,
    tier: "leader",
    part: "sets the fees",
    from: "2018",
    until: "2022-03-04",
  };
  expect(roleHeld.sentence.en({ body })).toBe(
    "The defendant held the role of leader in the organization (“sets the fees”), from 2018 until March 4, 2022.",
  );
  expect(roleHeld.sentence.es({ body })).toBe(
    "La persona acusada tuvo en la organización el papel de líder («sets the fees»), desde 2018 hasta el 4 de marzo de 2022.",
  );
  expect(roleHeld.sentence.en({ body: { organization: route, person } })).toBe(
    "A person held a role in the organization.",
  );
  expect(roleHeld.sentence.es({ body: { organization: route, person } })).toBe(
    "Una persona tuvo en la organización una función.",
  );
  expect(roleHeld.projection.row(body)).toMatchObject({
    organization: route,
    defendant: driver,
    person: null,
    tier: "leader",
    held_from: "2018-01-01",
    held_to: "2018-12-31",
    ended_on_to: "2022-03-04",
  });
});
