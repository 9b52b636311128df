/** The frame a figure is seen in: how much of the ledger, on which basis, as known on which day, since when, of whom. */
import { defineRefusal, type Language, tryBounds } from "@joint-docket/ledger/pure";
import { z } from "zod";

/** `recorded`: this ledger knew it. `attested`: a dated source had stated it. */
export const bases = ["recorded", "attested"] as const;
export type Basis = (typeof bases)[number];

/** `record`: all cases in the record. `task-force`: those that a source calls the task force's. */
export const populations = ["record", "task-force"] as const;
export type Population = (typeof populations)[number];

/** The day from which results count where nothing else is asked: the first of the month in which the task force began. */
export const TASK_FORCE_BEGAN = "2021-06-01";

export interface Frame {
  /** The cut: entries at positions below it are known. */
  readonly size: number;
  readonly basis: Basis;
  /** What dated sources had stated by the end of this day (`YYYY-MM-DD`); null looks at all of them. Attested basis only. */
  readonly knownOn: string | null;
  /** First day of the window (`YYYY-MM-DD`); null counts from the beginning. */
  readonly since: string | null;
  /** Last day of the window (`YYYY-MM-DD`); it has none where null or left out. */
  readonly until?: string | null;
  readonly population: Population;
  /** Looks at these records only, by the table of what tells of them; at all of a table that is left out. */
  readonly among?: Readonly<Record<string, readonly string[]>>;
}

/** What a reader asked for, before the ledger has said which cut that is. */
export interface FrameQuery {
  readonly basis: Basis;
  /** The end of this day, in the installation's time zone. */
  readonly asKnownOn: string | null;
  /** An opaque token of a cut, instead of a day. */
  readonly cut: string | null;
  readonly since: string | null;
  readonly until?: string | null;
  readonly population: Population;
}

export const frameParameterWrong = defineRefusal<{
  parameter: string;
  choices: readonly Readonly<Record<Language, string>>[];
}>({
  code: "frame-parameter-wrong",
  status: 400,
  en: {
    sentence: ({ parameter }) => `The parameter “${parameter}” does not have a value that can be used.`,
    remedy: ({ choices }) => `Use ${choices.map(({ en }) => en).join(" or ")}.`,
  },
  es: {
    sentence: ({ parameter }) => `El parámetro «${parameter}» no tiene un valor que pueda usarse.`,
    remedy: ({ choices }) => `Use ${choices.map(({ es }) => es).join(" o ")}.`,
  },
});

export const frameCutAndDay = defineRefusal({
  code: "frame-cut-and-day",
  status: 400,
  en: {
    sentence: () => "A cut and a day were both given; each of them says what was known.",
    remedy: () => "Give either cut or asKnownOn.",
  },
  es: {
    sentence: () => "Se indicaron un corte y un día; cada uno dice qué se conocía.",
    remedy: () => "Indique cut o asKnownOn, no ambos.",
  },
});

export const periodReversed = defineRefusal<{ since: string; until: string }>({
  code: "period-reversed",
  status: 400,
  en: {
    sentence: ({ since, until }) => `The period ends on ${until}, before it begins on ${since}.`,
    remedy: () => "Name a first day that is not after the last one.",
  },
  es: {
    sentence: ({ since, until }) => `El período termina el ${until}, antes de empezar el ${since}.`,
    remedy: () => "Indique un primer día que no sea posterior al último.",
  },
});

export const dayToCome = defineRefusal<{ today: string }>({
  code: "day-to-come",
  status: 400,
  en: {
    sentence: () => "Nobody knows yet what will be known on a day to come.",
    remedy: ({ today }) => `Name today (${today}) or an earlier day, or none to see what is known now.`,
  },
  es: {
    sentence: () => "Nadie sabe todavía qué se conocerá en un día futuro.",
    remedy: ({ today }) =>
      `Indique hoy (${today}) o un día anterior, o ninguno para ver lo que se conoce ahora.`,
  },
});

/** A calendar day that exists, `YYYY-MM-DD`. */
export const day = z
  .string()
  .refine((text) => text.length === 10 && tryBounds(text) !== undefined)
  .meta({ format: "date", description: "a day, such as 2024-05-31" });

/** The parameters that every results page, route and command has in common. */
export const frameParameters = z.strictObject({
  basis: z.enum(bases).default("attested"),
  asKnownOn: day.optional(),
  cut: z.string().min(1).optional(),
  since: z.union([z.literal("none"), day]).default(TASK_FORCE_BEGAN),
  until: day.optional(),
  population: z.enum(populations).default("record"),
});

const DAY = {
  en: "a day of the calendar as YYYY-MM-DD",
  es: "un día del calendario en la forma AAAA-MM-DD",
};
const same = (words: readonly string[]) => words.map((word) => ({ en: word, es: word }));
const CHOICES: Readonly<Record<string, readonly Readonly<Record<Language, string>>[]>> = {
  basis: same(bases),
  population: same(populations),
  asKnownOn: [DAY],
  since: [DAY, ...same(["none"])],
  until: [DAY],
  cut: [{ en: "a cut that this ledger gave out", es: "un corte que este registro entregó" }],
};

/**
 * Reads the common parameters; others are ignored, and an empty value is as good as none.
 * Refuses `frame-parameter-wrong`, `frame-cut-and-day` and `period-reversed`.
 */
export function parseFrame(parameters: Readonly<Record<string, unknown>>): FrameQuery {
  const given = Object.fromEntries(
    Object.keys(frameParameters.shape).flatMap((name) =>
      parameters[name] === undefined || parameters[name] === "" ? [] : [[name, parameters[name]]],
    ),
  );
  const parsed = frameParameters.safeParse(given);
  if (!parsed.success) {
    const parameter = String(parsed.error.issues[0]?.path[0] ?? "");
    const choices = CHOICES[parameter] ?? [];
    throw frameParameterWrong({ parameter, choices, field: parameter, value: given[parameter] });
  }
  const { basis, asKnownOn, cut, since, until, population } = parsed.data;
  if (until !== undefined && since !== "none" && since > until)
    throw periodReversed({ since, until, field: "until", value: until });
  if (cut !== undefined && asKnownOn !== undefined) throw frameCutAndDay({ field: "cut", value: cut });
  return {
    basis,
    asKnownOn: asKnownOn ?? null,
    cut: cut ?? null,
    since: since === "none" ? null : since,
    ...(until === undefined ? {} : { until }),
    population,
  };
}

/**
 * The frame of a query once its cut is known.
 * `at.size` is the cut: for a token or, on the recorded basis, a day, the one it stands for; else now.
 * `at.today` bounds what dated sources have stated where no day was asked for: for a token the day it was seen on.
 */
export function frameOf(query: FrameQuery, at: { readonly size: number; readonly today: string }): Frame {
  return {
    size: at.size,
    basis: query.basis,
    knownOn: query.basis === "attested" ? (query.asKnownOn ?? at.today) : null,
    since: query.since,
    ...(query.until == null ? {} : { until: query.until }),
    population: query.population,
  };
}
