import { Kinds } from "@joint-docket/ledger/pure";
import { describe, expect, test } from "vitest";
import { id, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import { linkAsserted } from "./link-asserted.ts";

type Body = Parameters<typeof linkAsserted.projection.row>[0];
const [route, boats, driver, house, release] = [id(1), id(2), id(3), id(4), id(5)];
const bare: Body = {
  from: { organization: route },
  to: { organization: boats },
  relation: "works-with",
  reliability: "B",
  credibility: "2",
};

function refused(body: Body, source: string | undefined = release) {
  return refusalOf(() =>
    linkAsserted.rule?.({ kind: "link.asserted", subject: id(9), body, source }, standingOf()),
  );
}

test.each([
  ["no end", { ...bare, to: undefined }],
  ["an end of a type it does not know", { ...bare, to: { victim: id(6) } }],
  ["a relation it does not know", { ...bare, relation: "knows" }],
  ["no grade of the source", { ...bare, reliability: undefined }],
  ["a grade beyond the scale", { ...bare, reliability: "G" }],
  ["no grade of what it says", { ...bare, credibility: undefined }],
  ["a credibility beyond the scale", { ...bare, credibility: "7" }],
  ["a person by name", { ...bare, to: { person: "Somebody" } }],
])("the schema refuses %s", (_, body) => expect(linkAsserted.schema.safeParse(body).success).toBe(false));

test("refers to the record at either end, each of its own type", () => {
  const kinds = new Kinds([linkAsserted as never]);
  const body = { ...bare, from: { defendant: driver }, to: { asset: house } };
  expect(kinds.references(kinds.named("link.asserted"), body)).toEqual([
    { field: "from.defendant", record: "defendant", id: driver },
    { field: "to.asset", record: "asset", id: house },
  ]);
});

describe("a link", () => {
  test("joins two records, one at either end", () => {
    expect(refused(bare)).toBeUndefined();
    expect(refused({ ...bare, from: {} })).toEqual({ code: "link-end-not-one-record", field: "from" });
    expect(refused({ ...bare, to: { organization: boats, defendant: driver } })).toEqual({
      code: "link-end-not-one-record",
      field: "to",
    });
    expect(refused({ ...bare, to: { organization: route } })).toEqual({
      code: "link-to-itself",
      field: "to",
    });
  });

  test("has a source", () => {
    const draft = { kind: "link.asserted", subject: id(9), body: bare };
    expect(refusalOf(() => linkAsserted.rule?.(draft, standingOf()))).toEqual({
      code: "link-without-source",
      field: "source",
    });
  });

  test("of another relation has the source's words", () => {
    expect(refused({ ...bare, relation: "other" })).toEqual({
      code: "relation-needs-wording",
      field: "wording",
    });
    expect(refused({ ...bare, relation: "other", wording: "shares a driver" })).toBeUndefined();
  });

  test("cannot end before it starts", () => {
    expect(refused({ ...bare, since: "2022", until: "2021-12" })?.code).toBe("ends-before-it-starts");
    expect(refused({ ...bare, since: "2022", until: "2022" })).toBeUndefined();
  });
});

test("says the grade with what is said", () => {
  const body: Body = {
    ...bare,
    from: { defendant: driver },
    to: { asset: house },
    relation: "uses",
    since: "2021",
  };
  expect(linkAsserted.sentence.en({ body })).toBe(
    "According to a source graded B2, a defendant uses an asset, from 2021.",
  );
  expect(linkAsserted.sentence.es({ body })).toBe(
    "Según una fuente valorada B2, una persona acusada usa un bien, desde 2021.",
  );
  expect(linkAsserted.projection.row(body)).toMatchObject({
    from_type: "defendant",
    from_record: driver,
    to_type: "asset",
    to_record: house,
    relation: "uses",
    linked_from: "2021-01-01",
    ended_on: null,
  });
});
