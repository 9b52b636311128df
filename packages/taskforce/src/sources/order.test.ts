import { Refusal } from "@joint-docket/ledger/pure";
import { expect, test } from "vitest";
import { inOrder } from "./order.ts";

const inTurn = inOrder(
  "reply-before-letter",
  { en: "the reply", es: "la respuesta" },
  { en: "the letter", es: "el escrito" },
);

function refused(after: string | undefined, ...before: (string | undefined)[]): Refusal | undefined {
  try {
    inTurn(after, before);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

test.each<[string | undefined, (string | undefined)[]]>([
  ["2024-05-02", ["2024-05-02"]],
  ["2024", ["2024-12-31"]],
  ["2024-05", ["2024-05-31"]],
  [undefined, ["2024-05-02"]],
  ["2024-05-02", [undefined]],
  ["2024-05-02", []],
  ["2024-05-02", ["2025", "2024-05-01"]],
  ["2024-05-02", ["2025", undefined]],
])("%s may come after one of %j", (after, before) => {
  expect(refused(after, ...before)).toBeUndefined();
});

test("a date before every date of the step it follows is refused in the words of both", () => {
  const refusal = refused("2024-04", "2024-05-02", "2025");
  expect(refusal).toMatchObject({ code: "reply-before-letter", field: "occurred", value: "2024-04" });
  expect(refusal?.in("en")).toEqual({
    sentence: "The reply (April 2024) is dated before the letter (May 2, 2024).",
    remedy: "Correct the date of the reply, or that of the letter.",
  });
  expect(refusal?.in("es")).toEqual({
    sentence: "La respuesta (abril de 2024) tiene fecha anterior al escrito (2 de mayo de 2024).",
    remedy: "Corrija la fecha de la respuesta, o la del escrito.",
  });
});
