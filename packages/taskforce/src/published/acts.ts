/** What is done with a figure, each act an entry: drafted with what it is pinned to, reviewed, published, withdrawn. */
import {
  type Actor,
  type Appended,
  defineRefusal,
  type Draft,
  type Id,
  type Ledger,
} from "@joint-docket/ledger";
import { evaluate, type FrameQuery, framed, measureNamed } from "../results/index.ts";
import { countedIn, syntheticAmong } from "./counted.ts";
import { digestOf } from "./digest.ts";
import { figureOf } from "./figures.ts";
import type { FigureDrafted } from "./kinds/figure-drafted.ts";
import type { FigureReviewed } from "./kinds/figure-reviewed.ts";
import { MOST_LISTED, type Pin } from "./pin.ts";
import { rerun } from "./rerun.ts";
import { scopeOf } from "./scope.ts";
import { sayFigure } from "./words.ts";

export const figureDoesNotComeOut = defineRefusal<{ pinned: number; again: number | null }>({
  code: "figure-does-not-come-out",
  status: 409,
  en: {
    sentence: ({ pinned, again }) =>
      `Run again at its cut the figure comes out as ${again ?? "nothing"}, and ${pinned} was drafted and reviewed.`,
    remedy: () => "Run `jd verify`; then draft the figure anew and have it reviewed.",
  },
  es: {
    sentence: ({ pinned, again }) =>
      `Al calcularla de nuevo en su corte la cifra da ${again ?? "nada"}, y se preparó y revisó ${pinned}.`,
    remedy: () => "Ejecute `jd verify`; después prepare la cifra de nuevo y haga que se revise.",
  },
});

/** What a figure on this measure in this frame is pinned to. Refuses `measure-unknown` and what `framed` refuses. */
export async function pinOf(ledger: Ledger, actor: Actor, name: string, query: FrameQuery): Promise<Pin> {
  const measure = measureNamed(name);
  const { frame, cut } = await framed(ledger, query);
  return ledger.read(actor, async (reader) => {
    const { totals, entries } = await countedIn(reader, measure, frame);
    return {
      measure: measure.name,
      version: measure.version,
      title: measure.title,
      unit: measure.unit,
      definition: measure.definition,
      counts: measure.counts,
      frame: {
        basis: frame.basis,
        population: frame.population,
        ...(frame.knownOn === null ? {} : { knownOn: frame.knownOn }),
        ...(frame.since === null ? {} : { since: frame.since }),
      },
      cut: { size: cut.size, root: cut.root.toString("hex"), day: cut.seen.day },
      scope: await scopeOf(reader),
      // A share of nothing is no figure.
      value: (await evaluate(reader, measure, frame)).value,
      entries: totals.entries,
      cases: totals.cases,
      synthetic: await syntheticAmong(reader, entries),
      counted: {
        digest: digestOf(entries),
        ...(entries.length > MOST_LISTED ? {} : { entries: [...entries].sort() }),
      },
      leftOut: totals.leftOut.map(({ reason, entries: number }) => ({ reason, entries: number })),
    };
  });
}

export interface Drafting {
  readonly measure: string;
  readonly frame: FrameQuery;
  /** Who drafts it, as they name themselves. */
  readonly by: string;
  readonly note?: string | undefined;
  /** The draft that it takes the place of, and why. */
  readonly instead?: { readonly figure: Id; readonly draft: Id; readonly reason: string } | undefined;
}

/** Drafts a figure, or drafts one anew. `key` repeats the request without drafting twice. */
export async function draftFigure(
  ledger: Ledger,
  actor: Actor,
  asked: Drafting,
  key: string,
): Promise<Appended> {
  const { measure, frame, by, note, instead } = asked;
  const pinned = await pinOf(ledger, actor, measure, frame);
  const body: FigureDrafted = { by, pinned, sentence: sayFigure(pinned) };
  const draft: Draft = {
    kind: "figure.drafted",
    composed: true,
    body,
    ...(note === undefined ? {} : { note }),
    ...(instead === undefined
      ? {}
      : { subject: instead.figure, replaces: instead.draft, reason: instead.reason }),
  };
  // A repeated request is counted anew, at another cut; it is the same request all the same.
  return ledger.append(actor, [draft], key, asked);
}

export type Reviewing = FigureReviewed & { readonly figure: Id };

/** A second person's word. Refuses `figure-own-review`, `figure-changed-since-review` and what is past review. */
export function reviewFigure(ledger: Ledger, actor: Actor, asked: Reviewing, key: string): Promise<Appended> {
  const { figure, ...body } = asked;
  return ledger.append(actor, [{ kind: "figure.reviewed", composed: true, subject: figure, body }], key);
}

export interface Publishing {
  readonly figure: Id;
  /** The draft, as it was reviewed. */
  readonly draft: Id;
  readonly by: string;
}

/** Publishes what was approved, after running it again. Refuses `figure-does-not-come-out` besides what the rule refuses. */
export async function publishFigure(
  ledger: Ledger,
  actor: Actor,
  { figure, ...body }: Publishing,
  key: string,
): Promise<Appended> {
  const publication: Draft = { kind: "figure.published", composed: true, subject: figure, body };
  const [outcome] = await ledger.preview(actor, [publication]);
  if (outcome && "entry" in outcome) {
    const { pinned } = await figureOf(ledger, actor, figure);
    const { outcome: again, value } = await rerun(ledger, actor, pinned);
    if (again !== "same") throw figureDoesNotComeOut({ pinned: pinned.value, again: value });
  }
  // What the rule refuses it refuses here, where a repeated request is answered as the first one was.
  return ledger.append(actor, [publication], key);
}

export interface Withdrawing {
  readonly figure: Id;
  readonly because: string;
  readonly by: string;
}

/** Takes a figure back. Refuses `figure-withdrawn-already`. */
export function withdrawFigure(
  ledger: Ledger,
  actor: Actor,
  { figure, ...body }: Withdrawing,
  key: string,
): Promise<Appended> {
  return ledger.append(actor, [{ kind: "figure.withdrawn", composed: true, subject: figure, body }], key);
}
