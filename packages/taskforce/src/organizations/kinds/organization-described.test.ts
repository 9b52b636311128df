import { Kinds } from "@joint-docket/ledger/pure";
import { expect, test } from "vitest";
import { id, recordOf, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import { type OrganizationDescribed, organizationDescribed } from "./organization-described.ts";

const bare: OrganizationDescribed = { name: "Highland route", organizationKind: "smuggling-organization" };

test.each([
  ["no name", { organizationKind: "cell" }],
  ["no kind", { name: "Highland route" }],
  ["a kind it does not know", { ...bare, organizationKind: "family" }],
  ["a country that is none", { ...bare, countries: ["GT", "ZZ"] }],
  ["an empty list of other names", { ...bare, otherNames: [] }],
])("the schema refuses %s", (_, body) =>
  expect(organizationDescribed.schema.safeParse(body).success).toBe(false),
);

test("can be part of another organization, not of itself", () => {
  const body = { ...bare, partOf: id(1) };
  const draft = (subject: string) => ({ kind: "organization.described", subject, body });
  expect(refusalOf(() => organizationDescribed.rule?.(draft(id(2)), standingOf()))).toBeUndefined();
  expect(refusalOf(() => organizationDescribed.rule?.(draft(id(1)), standingOf()))).toEqual({
    code: "organization-part-of-itself",
    field: "partOf",
  });
  const larger = recordOf(id(1), "organization", [
    { kind: "organization.described", body: { ...bare, partOf: id(2) } },
  ]);
  expect(refusalOf(() => organizationDescribed.rule?.(draft(id(2)), standingOf(larger)))?.code).toBe(
    "organization-part-of-itself",
  );
  const kinds = new Kinds([organizationDescribed as never]);
  expect(kinds.references(kinds.named("organization.described"), body)).toEqual([
    { field: "partOf", record: "organization", id: id(1) },
  ]);
});

test("says what it is and where it works", () => {
  const body = { ...bare, countries: ["GT", "MX"] };
  expect(organizationDescribed.sentence.en({ body })).toBe(
    "An organization was described: “Highland route” (smuggling organization), at work in Guatemala and Mexico.",
  );
  expect(organizationDescribed.sentence.es({ body })).toBe(
    "Se describió una organización: «Highland route» (organización de tráfico de personas), que opera en Guatemala y México.",
  );
  expect(organizationDescribed.projection.row(body)).toEqual({
    name: "Highland route",
    organization_kind: "smuggling-organization",
    other_names: null,
    countries: ["GT", "MX"],
    part_of: null,
    summary: null,
  });
});
