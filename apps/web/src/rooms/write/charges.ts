/** Charges as a form holds them and as they are recorded: each count once, against everybody it names, and the document that brings them. */
import { type Fault, filled, type Plan, type Planned, readDate } from "../../form/index.ts";

export interface CountState {
  readonly number: string;
  readonly wording: string;
  /** Sections of law as the source cites them, parted by semicolons. */
  readonly statutes: string;
  /** Whom it is against: records that stand, or names of the act. */
  readonly against: readonly string[];
}

export interface ChargesState {
  readonly instrument: string;
  readonly filed: string;
  readonly counts: readonly CountState[];
}

export const noCharges: ChargesState = { instrument: "", filed: "", counts: [] };

/** The next count as it begins: numbered on, and against the same people as the one before. */
export function nextCount({ counts }: ChargesState, everybody: readonly string[]): CountState {
  const last = counts.at(-1);
  const number = Number(last?.number);
  return {
    number:
      last === undefined ? "1" : Number.isInteger(number) && last.number !== "" ? String(number + 1) : "",
    wording: "",
    statutes: "",
    against: last?.against ?? everybody,
  };
}

const citations = (statutes: string) =>
  statutes
    .split(";")
    .map((citation) => citation.trim())
    .filter(Boolean)
    .map((citation) => ({ citation, basis: "stated" }));

/** Where what is said of a count's draft is shown. */
function placeOf(index: number): Planned["at"] {
  return (field) => {
    if (field === "occurred") return "charges.filed";
    if (field === "source") return "source";
    const [, name = "number"] = field.split(".");
    if (name === "instrument") return "charges.instrument";
    return `charges.counts.${index}.${name === "defendant" ? "against" : name}`;
  };
}

interface Charging {
  /** The case, by its identity or its name in the act. */
  readonly inCase: string;
  readonly source: { readonly source?: string };
}

/** Every count against everybody it names, then the document that holds them all. */
export function planCharges(charges: ChargesState, { inCase, source }: Charging): Plan {
  const { date, faults } = readDate(charges.filed, "charges.filed");
  const when = filled({ occurred: date });
  const instrument = filled({ instrument: charges.instrument });
  const counts = charges.counts.flatMap((count, index) =>
    // Against nobody it is a count all the same, so that whoever fills it in is told.
    (count.against.length > 0 ? count.against : [""]).map(
      (defendant, at): Planned => ({
        draft: {
          kind: "charge.filed",
          as: `@count-${index + 1}-${at + 1}`,
          body: {
            ...filled({ defendant, wording: count.wording, number: count.number }),
            ...instrument,
            statutes: citations(count.statutes),
            covers: "one-count",
          },
          ...when,
          ...source,
        },
        at: placeOf(index),
      }),
    ),
  );
  const defendants: readonly string[] = [...new Set(charges.counts.flatMap(({ against }) => against))];
  const document: Planned = {
    draft: {
      kind: "instrument.filed",
      body: {
        case: inCase,
        ...instrument,
        ...(defendants.length > 0 ? { defendants } : {}),
        counts: counts.map(({ draft }) => draft.as ?? ""),
      },
      ...when,
      ...source,
    },
    at: (field) =>
      field === "occurred" ? "charges.filed" : field === "source" ? "source" : "charges.instrument",
  };
  const brings = charges.instrument !== "" && counts.length > 0;
  return { drafts: brings ? [...counts, document] : counts, faults: faults satisfies readonly Fault[] };
}
