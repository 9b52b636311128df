/** A figure's course: drafted, reviewed by a second person, published, withdrawn; told once, for rules and pages alike. */
import { defineRefusal, type Entry, type Id, type StandingRecord } from "@joint-docket/ledger/pure";
import { entriesOf } from "../cases/pure.ts";
import { type Acting, samePerson } from "./who.ts";

/** The part of every body that says who acts. */
export interface Declared {
  readonly by: string;
}

interface Reviewed extends Declared {
  readonly draft: Id;
  readonly verdict: "approved" | "returned";
}

/** What a published figure is on its way from draft to withdrawal. */
export const figureStates = ["drafted", "returned", "approved", "published", "withdrawn"] as const;
export type FigureState = (typeof figureStates)[number];

export interface Course {
  readonly state: FigureState;
  /** The draft as it stands. */
  readonly drafted: Entry<Declared> | undefined;
  /** The last review of the draft as it stands. */
  readonly review: Entry<Reviewed> | undefined;
  readonly published: Entry<Declared> | undefined;
  readonly withdrawn: Entry<Declared> | undefined;
}

/** Reads a figure's course from the entries about it that stand, oldest first. */
export function courseOf(figure: StandingRecord | undefined): Course {
  const drafted = entriesOf<Declared>(figure, "figure.drafted").at(-1);
  const review = entriesOf<Reviewed>(figure, "figure.reviewed")
    .filter(({ body }) => body.draft === drafted?.id)
    .at(-1);
  const published = entriesOf<Declared>(figure, "figure.published").at(-1);
  const withdrawn = entriesOf<Declared>(figure, "figure.withdrawn").at(-1);
  const state = withdrawn
    ? "withdrawn"
    : published
      ? "published"
      : ((review?.body.verdict ?? "drafted") as FigureState);
  return { state, drafted, review, published, withdrawn };
}

export const figurePublishedAlready = defineRefusal({
  code: "figure-published-already",
  status: 409,
  en: {
    sentence: () => "This figure is published, and what was published stands as it is.",
    remedy: () => "Withdraw it with a reason, and draft another figure in its place.",
  },
  es: {
    sentence: () => "Esta cifra está publicada, y lo publicado queda como está.",
    remedy: () => "Retírela con una razón y prepare otra cifra en su lugar.",
  },
});

export const figureWithdrawnAlready = defineRefusal({
  code: "figure-withdrawn-already",
  status: 409,
  en: {
    sentence: () => "This figure was withdrawn already.",
    remedy: () => "Draft another figure; a withdrawn one stays readable as withdrawn.",
  },
  es: {
    sentence: () => "Esta cifra ya fue retirada.",
    remedy: () => "Prepare otra cifra; la retirada sigue siendo legible como retirada.",
  },
});

export const figureOwnReview = defineRefusal({
  code: "figure-own-review",
  status: 403,
  en: {
    sentence: () => "Whoever drafted a figure cannot review it.",
    remedy: () => "Ask a second person to review it, under their own name.",
  },
  es: {
    sentence: () => "Quien preparó una cifra no puede revisarla.",
    remedy: () => "Pida a una segunda persona que la revise, con su propio nombre.",
  },
});

export const figureNotReviewed = defineRefusal({
  code: "figure-not-reviewed",
  status: 409,
  en: {
    sentence: () => "This figure was not approved by a second person, so it cannot be published.",
    remedy: () => "Have a second person review it first.",
  },
  es: {
    sentence: () => "Ninguna segunda persona ha aprobado esta cifra, así que no puede publicarse.",
    remedy: () => "Pida primero que una segunda persona la revise.",
  },
});

export const figureReturned = defineRefusal({
  code: "figure-returned",
  status: 409,
  en: {
    sentence: () => "The reviewer returned this figure, so it cannot be published as it is.",
    remedy: () => "Draft it anew as the reviewer asks, and have it reviewed again.",
  },
  es: {
    sentence: () => "Quien la revisó devolvió esta cifra, así que no puede publicarse como está.",
    remedy: () => "Prepárela de nuevo según lo pedido y haga que la revisen otra vez.",
  },
});

export const figureChangedSinceReview = defineRefusal({
  code: "figure-changed-since-review",
  status: 409,
  en: {
    sentence: () => "The figure was drafted anew since, so what was reviewed is not what stands.",
    remedy: () => "Look at the figure as it stands now, and have that reviewed.",
  },
  es: {
    sentence: () => "La cifra se preparó de nuevo desde entonces; lo revisado no es lo que está vigente.",
    remedy: () => "Mire la cifra como está ahora y haga que se revise así.",
  },
});

export const figureActStands = defineRefusal({
  code: "figure-act-stands",
  status: 409,
  en: {
    sentence: () =>
      "What was done with a figure stands for good: it cannot be corrected or withdrawn as an entry.",
    remedy: () => "Withdraw the figure itself with a reason, and draft another.",
  },
  es: {
    sentence: () =>
      "Lo que se hizo con una cifra queda para siempre: no puede corregirse ni retirarse como asiento.",
    remedy: () => "Retire la cifra misma con una razón y prepare otra.",
  },
});

/** Refuses an act on a figure that is published or withdrawn. */
export function requireOpen({ state }: Course): void {
  if (state === "withdrawn") throw figureWithdrawnAlready({});
  if (state === "published") throw figurePublishedAlready({});
}

function acting(entry: Entry<Declared>): Acting {
  return { actor: entry.actor, declared: entry.body.by };
}

/** Refuses a review of another version of the draft, or by whoever drafted it. */
export function requireSecondPerson({ drafted }: Course, draft: Id, reviewer: Acting): void {
  if (!drafted || drafted.id !== draft) throw figureChangedSinceReview({ field: "draft", value: draft });
  if (samePerson(acting(drafted), reviewer)) throw figureOwnReview({ field: "by", value: reviewer.declared });
}

/** Refuses to publish what no second person approved as it stands. */
export function requireApproval(figure: StandingRecord | undefined, draft: Id): void {
  const { drafted, review } = courseOf(figure);
  if (drafted?.id !== draft) throw figureChangedSinceReview({ field: "draft", value: draft });
  if (review?.body.verdict === "returned") throw figureReturned({});
  if (review) return;
  const reviewedBefore = entriesOf<Reviewed>(figure, "figure.reviewed").length > 0;
  throw reviewedBefore ? figureChangedSinceReview({}) : figureNotReviewed({});
}
