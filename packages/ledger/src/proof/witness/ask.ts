/** A ledger's side of the talk with a witness: asks for a cosignature and never throws, since appends must not depend on it. */
import { addSignature } from "../note.ts";
import { type Submission, submissionText } from "./judge.ts";

export type WitnessAnswer =
  | { readonly kind: "cosigned"; readonly line: string }
  /** It last cosigned this many entries; ask again from there. */
  | { readonly kind: "behind"; readonly size: number }
  | { readonly kind: "refused"; readonly status: number; readonly text: string }
  | { readonly kind: "silent"; readonly why: string };

const LONGEST_ANSWER = 65_536;

async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > LONGEST_ANSWER) throw new Error("its answer is too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function cosigned(checkpoint: string, text: string): WitnessAnswer {
  const line = text.trimEnd();
  try {
    if (line !== "" && addSignature(checkpoint, line) !== checkpoint) return { kind: "cosigned", line };
  } catch {
    // Said below: whatever it sent, it is not a signature line.
  }
  return { kind: "refused", status: 200, text: "Its answer is not a cosignature." };
}

function behind(asked: Submission, text: string): WitnessAnswer {
  const size = Number(text.trim());
  if (!/^\d{1,16}\s*$/.test(text) || !Number.isSafeInteger(size)) {
    return { kind: "refused", status: 409, text: "Its answer does not name a size." };
  }
  // A witness at the very size we asked from can only disagree about the root.
  if (size === asked.oldSize)
    return { kind: "refused", status: 409, text: `Fork: it has another root at ${size}.` };
  return { kind: "behind", size };
}

function why(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "it did not answer in time";
  const cause = error.cause as { code?: unknown } | undefined;
  return typeof cause?.code === "string" ? cause.code : error.message;
}

/** Asks a witness to cosign a checkpoint. `timeoutMs` bounds the whole talk; `stop` breaks it off. */
export async function askWitness(
  url: string,
  submission: Submission,
  { timeoutMs, stop }: { readonly timeoutMs: number; readonly stop?: AbortSignal },
): Promise<WitnessAnswer> {
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(`${url.replace(/\/+$/, "")}/add-checkpoint`, {
      method: "POST",
      body: submissionText(submission),
      headers: { "content-type": "text/plain; charset=utf-8" },
      redirect: "error",
      signal: stop ? AbortSignal.any([late, stop]) : late,
    });
    const text = await textOf(response);
    if (response.status === 200) return cosigned(submission.checkpoint, text);
    const isSize = response.headers.get("content-type")?.startsWith("text/x.tlog.size");
    if (response.status === 409 && isSize) return behind(submission, text);
    return { kind: "refused", status: response.status, text };
  } catch (error) {
    return { kind: "silent", why: why(error) };
  }
}
