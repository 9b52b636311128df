import { describe, expect, test } from "vitest";
import { id, recordOf, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import { type DocumentFiled, documentFiled } from "./document-filed.ts";

const [trailer, boats, indictment, elsewhere] = [id(1), id(2), id(3), id(4)];
const bare: DocumentFiled = {
  case: trailer,
  title: "Judgment",
  documentKind: "judgment",
  keptAt: "CM/ECF",
};
const laredo = { district: "TXS", number: "5:24-cr-00123" };
const phoenix = { district: "AZ", number: "2:24-mj-09001" };

function refused(body: DocumentFiled, ...dockets: { district: string; number: string }[]) {
  const opened = { kind: "case.opened", body: { title: "Trailer", taskForce: "unknown" } };
  const docketed = dockets.map((docket) => ({ kind: "case.docketed", body: docket }));
  const paper = (which: string, inCase: string) =>
    recordOf(which, "instrument", [
      { kind: "instrument.filed", body: { case: inCase, instrument: "indictment" } },
    ]);
  const standing = standingOf(
    recordOf(trailer, "case", [opened, ...docketed]),
    paper(indictment, trailer),
    paper(elsewhere, boats),
  );
  return refusalOf(() => documentFiled.rule?.({ kind: "document.filed", subject: id(9), body }, standing));
}

test.each([
  ["no case", { ...bare, case: undefined }],
  ["no title", { ...bare, title: " " }],
  ["a kind it does not know", { ...bare, documentKind: "napkin" }],
  ["no place where it is kept", { ...bare, keptAt: undefined }],
  ["its content", { ...bare, content: "…" }],
  ["entry number 0", { ...bare, entry: 0 }],
  ["a hash that is too short", { ...bare, hash: "e3b0c442" }],
  ["a hash with other letters", { ...bare, hash: "z".repeat(64) }],
])("the schema refuses %s", (_, body) => expect(documentFiled.schema.safeParse(body).success).toBe(false));

test("a hash is kept in small letters", () => {
  expect(documentFiled.schema.parse({ ...bare, hash: "AB".repeat(32) }).hash).toBe("ab".repeat(32));
});

describe("a docket", () => {
  test("is one of the case's, however its number is written", () => {
    const named = { ...bare, docket: { ...laredo, number: "5:24-CR-123" }, entry: 45 };
    expect(refused(named, laredo, phoenix)).toBeUndefined();
    expect(refused(named)).toBeUndefined();
    expect(refused(named, phoenix)).toEqual({ code: "docket-not-of-case", field: "docket.number" });
    expect(refused({ ...named, docket: { ...laredo, district: "TXW" } }, laredo)?.code).toBe(
      "docket-not-of-case",
    );
  });

  test("may be left out where the case has only one", () => {
    const entry = { ...bare, entry: 45 };
    const without = { code: "docket-entry-without-docket", field: "docket" };
    expect(refused(entry, laredo)).toBeUndefined();
    expect(refused(entry)).toEqual(without);
    expect(refused(entry, laredo, phoenix)).toEqual(without);
    expect(refused(bare)).toBeUndefined();
  });

  test("has the entry that an attachment belongs to", () => {
    expect(refused({ ...bare, attachment: 2 }, laredo)).toEqual({
      code: "attachment-without-entry",
      field: "attachment",
    });
    expect(refused({ ...bare, entry: 45, attachment: 2 }, laredo)).toBeUndefined();
  });
});

test("can be a charging document of the same case", () => {
  expect(refused({ ...bare, instrument: indictment })).toBeUndefined();
  expect(refused({ ...bare, instrument: elsewhere })).toEqual({
    code: "instrument-of-another-case",
    field: "instrument",
  });
});

test("says what it is and where it is kept", () => {
  const body = { ...bare, docket: laredo, entry: 45, attachment: 2 };
  expect(documentFiled.sentence.en({ body, occurred: "2024-06-05" })).toBe(
    "A document was filed on June 5, 2024: “Judgment” (judgment), entry 45, attachment 2, docket 5:24-cr-00123 in the Southern District of Texas; kept at “CM/ECF”.",
  );
  expect(documentFiled.sentence.es({ body, occurred: "2024-06-05" })).toBe(
    "Se presentó un documento el 5 de junio de 2024: «Judgment» (sentencia), entrada 45, anexo 2, expediente 5:24-cr-00123 en el Distrito Sur de Texas; se guarda en «CM/ECF».",
  );
});

test("projects the reference, and no content", () => {
  expect(documentFiled.projection.row({ ...bare, docket: laredo, entry: 45 })).toEqual({
    case_id: trailer,
    title: "Judgment",
    document_kind: "judgment",
    district: "TXS",
    docket_number: "5:24-cr-00123",
    docket_key: "5:24-cr-123",
    entry_number: 45,
    attachment: null,
    kept_at: "CM/ECF",
    hash: null,
    pages: null,
    instrument: null,
  });
});
