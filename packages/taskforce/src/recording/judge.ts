/** What an act would record, said before anything is: by the same schemas, gate and rules, and nothing is written. */
import {
  type Actor,
  draftEnvelope,
  type Entry,
  type Kinds,
  type Ledger,
  type Refusal,
  type Why,
  whyWrong,
} from "@joint-docket/ledger";
import type { z } from "zod";
import { type ActDraft, type Resolved, resolved } from "./act.ts";

/** A value that a schema refuses, at its field, such as `body.persons`. */
export interface Misfit {
  readonly field: string;
  readonly why: Why;
}

/** What became of one draft: it could be recorded; or why not; or it waits for others of the act that could not. */
export type Judgment =
  | { readonly entry: Entry }
  | { readonly misfits: readonly Misfit[] }
  | { readonly refusal: Refusal }
  | { readonly waitsFor: readonly string[] };

function fieldOf(prefix: string, path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return `${prefix}${steps}`.replace(/^\./, "");
}

function misfitsIn(error: z.ZodError | undefined, prefix: string): Misfit[] {
  return (error?.issues ?? []).flatMap((issue) => {
    const why = whyWrong(issue);
    const at = fieldOf(prefix, issue.path);
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: `${at}.${key}`, why }))
      : [{ field: at, why }];
  });
}

/** Everything the schemas find wrong, where an append names only the first. */
function misfitsOf(kinds: Kinds, { draft }: Resolved): Misfit[] {
  const { body, ...rest } = draft;
  const envelope = draftEnvelope.omit({ body: true }).safeParse(rest);
  const read = kinds.named(draft.kind).schema.safeParse(body);
  return [...misfitsIn(envelope.error, ""), ...misfitsIn(read.error, "body")];
}

/** Judges the act as an append would and writes nothing. Refuses what `resolved` refuses. */
export async function judge(ledger: Ledger, actor: Actor, act: readonly ActDraft[]): Promise<Judgment[]> {
  const drafts = resolved(ledger.kinds, act);
  const judgments = new Map<Resolved, Judgment>();
  const fallen = new Set<string>();
  const fall = (one: Resolved, judgment: Judgment) => {
    judgments.set(one, judgment);
    if (one.as !== undefined) fallen.add(one.as);
  };
  const waits = (one: Resolved) => {
    const waitsFor = one.standsOn.filter((name) => fallen.has(name));
    if (waitsFor.length > 0) fall(one, { waitsFor: [...new Set(waitsFor)] });
    return waitsFor.length > 0;
  };
  const sound = drafts.filter((one) => {
    const misfits = misfitsOf(ledger.kinds, one);
    if (misfits.length > 0) fall(one, { misfits });
    return misfits.length === 0 && !waits(one);
  });
  const outcomes = await ledger.preview(
    actor,
    sound.map(({ draft }) => draft),
  );
  for (const [index, one] of sound.entries()) {
    const outcome = outcomes[index];
    if (!outcome || ("refusal" in outcome && waits(one))) continue;
    if ("refusal" in outcome) fall(one, outcome);
    else judgments.set(one, outcome);
  }
  return drafts.map((one) => judgments.get(one) ?? { waitsFor: [] });
}
