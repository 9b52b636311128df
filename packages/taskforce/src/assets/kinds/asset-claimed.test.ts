import { expect, test } from "vitest";
import { id, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import { asset } from "../fixtures/standing.ts";
import { assetClaimed } from "./asset-claimed.ts";

const truck = id(7);

function refused(occurred: string | undefined, held?: string) {
  const draft = { kind: "asset.claimed", subject: truck, body: { claimant: "owner" } as const, occurred };
  return refusalOf(() => assetClaimed.rule?.(draft, standingOf(asset(truck, {}, held))));
}

test.each([
  ["no claimant", {}],
  ["a claimant by name", { claimant: "Somebody" }],
  ["a name beside the claimant", { claimant: "owner", name: "Somebody" }],
  ["a proceeding it does not know", { claimant: "owner", proceeding: "military" }],
])("the schema refuses %s", (_, body) => expect(assetClaimed.schema.safeParse(body).success).toBe(false));

test.each([
  ["2024-01-31", "2024-02", true],
  ["2023", "2024-02", true],
  ["2024-02-01", "2024-02", false],
  ["2024", "2024-02", false],
  [undefined, "2024-02", false],
  ["2020", undefined, false],
])("a claim dated %s on an asset held since %s: refused %s", (occurred, held, isRefused) => {
  const expected = isRefused ? { code: "claim-before-seizure", field: "occurred" } : undefined;
  expect(refused(occurred, held)).toEqual(expected);
});

test("says who claims as a kind of claimant", () => {
  const body = { claimant: "owner", proceeding: "administrative", innocentOwner: true } as const;
  expect(assetClaimed.sentence.en({ body, occurred: "2024-06-05" })).toBe(
    "The asset was claimed by another owner with the agency on June 5, 2024, as an innocent owner.",
  );
  expect(assetClaimed.sentence.es({ body, occurred: "2024-06-05" })).toBe(
    "Reclamó el bien otro propietario ante la agencia el 5 de junio de 2024, como propietario inocente.",
  );
  expect(assetClaimed.projection.row({ claimant: "victim" })).toEqual({
    claimant: "victim",
    proceeding: null,
    innocent_owner: null,
  });
});
