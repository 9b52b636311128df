/** What is said of a form: each sentence that would be recorded, and every refusal at the field that it is about. */
import type { Bilingual, Judgment } from "../docket/index.ts";
import { isObject, type Json } from "./schema.ts";
import { type ActDraft, fieldPath, type Planned, type Plan } from "./plan.ts";
import type { Fault } from "./value.ts";

/**
 * Something wrong in a form: a value that does not fit, a rule that refuses, or what the form itself cannot read.
 * What is `missing` is said only once somebody tries to record.
 */
export type Wrong = { readonly path: string; readonly missing: boolean } & (
  | { readonly is: "misfit"; readonly why: Bilingual }
  | { readonly is: "refused"; readonly words: string; readonly remedy: string }
  | { readonly is: "fault"; readonly fault: Fault }
);

function valueAt(draft: ActDraft, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], draft);
}

const isBlank = (value: unknown) =>
  value === undefined ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value as Json) && Object.keys(value as object).length === 0);

function wrongIn({ draft, at }: Planned, { misfits, problem }: Judgment): Wrong[] {
  const values = misfits.map(({ field, why }): Wrong => {
    const path = fieldPath(field);
    return { is: "misfit", path: at(path), why, missing: isBlank(valueAt(draft, path)) };
  });
  if (!problem) return values;
  const { field, detail, remedy, code } = problem;
  const path = field === undefined ? "kind" : fieldPath(field);
  const missing = isBlank(valueAt(draft, path));
  if (missing && code === "record-not-found")
    return [{ is: "fault", path: at(path), missing, fault: { path: at(path), fault: "chooseRecord" } }];
  return [...values, { is: "refused", path: at(path), words: detail, remedy, missing }];
}

/** Everything wrong with a plan, what the form cannot read first; of one field, only the first thing. */
export function wrongOf({ drafts, faults }: Plan, judgments: readonly Judgment[] = []): Wrong[] {
  const own = faults.map(
    (fault): Wrong => ({
      is: "fault",
      path: fault.path,
      fault,
      missing: fault.fault === "reasonMissing",
    }),
  );
  const said = judgments.flatMap((judgment, index) => {
    const planned = drafts[index];
    return planned ? wrongIn(planned, judgment) : [];
  });
  const seen = new Set<string>();
  return [...own, ...said].filter(({ path }) => !seen.has(path) && seen.add(path));
}
