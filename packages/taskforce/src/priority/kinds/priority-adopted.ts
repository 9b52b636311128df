/** A policy that says which facts give a case how much priority, from a day on; the next one adopted takes its place. */
import { defineKind, defineRefusal, type Language, sayWhen } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, quote, sayList, says, text, whole, type Words } from "../../sources/pure.ts";
import { counted, factors } from "../factors.ts";

/** From the highest down; a case below the lowest threshold has no priority. */
export const levels = {
  high: { en: "high", es: "alta" },
  elevated: { en: "elevated", es: "elevada" },
} satisfies Words;

const weight = z.strictObject({
  factor: choice(factors, {
    title: "Fact",
    titleEs: "Hecho",
    description: "The fact that gives a case points",
    descriptionEs: "El hecho que da puntos a un caso",
  }),
  atLeast: whole(1, 10_000_000, {
    title: "At least",
    titleEs: "Al menos",
    description: "For deaths and number of people: from how many on; the highest step reached counts",
    descriptionEs:
      "Para muertes y número de personas: a partir de cuántas; cuenta el escalón más alto alcanzado",
  }).optional(),
  points: whole(1, 1000, {
    title: "Points",
    titleEs: "Puntos",
    description: "How many points the fact gives",
    descriptionEs: "Cuántos puntos da el hecho",
  }),
});

const threshold = z.strictObject({
  level: choice(levels, {
    title: "Priority",
    titleEs: "Prioridad",
    description: "The priority that a case has from so many points on",
    descriptionEs: "La prioridad que tiene un caso a partir de tantos puntos",
  }),
  points: whole(1, 100_000, {
    title: "From points",
    titleEs: "Desde puntos",
    description: "How many points it takes",
    descriptionEs: "Cuántos puntos hacen falta",
  }),
});

const schema = z.strictObject({
  title: text(200, {
    title: "Title",
    titleEs: "Título",
    description: "What the policy is called",
    descriptionEs: "Cómo se llama la política",
  }),
  weights: z
    .array(weight)
    .min(1)
    .max(50)
    .meta(
      says({
        title: "What counts",
        titleEs: "Qué cuenta",
        description: "Each fact that gives priority, with its points",
        descriptionEs: "Cada hecho que da prioridad, con sus puntos",
      }),
    ),
  levels: z
    .array(threshold)
    .min(1)
    .max(2)
    .meta(
      says({
        title: "From how much on",
        titleEs: "A partir de cuánto",
        description: "How many points each priority takes",
        descriptionEs: "Cuántos puntos requiere cada prioridad",
      }),
    ),
});

export type PriorityAdopted = z.infer<typeof schema>;

const policyUndated = defineRefusal({
  code: "policy-undated",
  status: 422,
  en: {
    sentence: () => "A policy applies from a day on, and none is given.",
    remedy: () => "Give the day from which it applies as the date (occurred), such as 2024-05-31.",
  },
  es: {
    sentence: () => "Una política se aplica a partir de un día, y no se indica ninguno.",
    remedy: () => "Indique como fecha (occurred) el día desde el que se aplica, como 2024-05-31.",
  },
});

const weightTwice = defineRefusal({
  code: "priority-weight-twice",
  status: 422,
  en: {
    sentence: () => "The same fact is given points twice.",
    remedy: () => "Name each fact once; deaths and number of people once for each step.",
  },
  es: {
    sentence: () => "El mismo hecho recibe puntos dos veces.",
    remedy: () => "Indique cada hecho una vez; las muertes y el número de personas, una vez por escalón.",
  },
});

const stepWrong = defineRefusal<{ needs: boolean }>({
  code: "priority-step-wrong",
  status: 422,
  en: {
    sentence: ({ needs }) =>
      needs
        ? "It is not said from how many on this gives points."
        : "This fact is no number, so it has no step.",
    remedy: ({ needs }) => (needs ? "Give “at least”." : "Leave “at least” out."),
  },
  es: {
    sentence: ({ needs }) =>
      needs
        ? "No se dice a partir de cuántas da puntos."
        : "Este hecho no es un número, así que no tiene escalón.",
    remedy: ({ needs }) => (needs ? "Indique «al menos»." : "Omita «al menos»."),
  },
});

const levelsOutOfOrder = defineRefusal({
  code: "priority-levels-out-of-order",
  status: 422,
  en: {
    sentence: () => "A higher priority must take more points than a lower one, and each is named once.",
    remedy: () => "Name high before elevated, with more points.",
  },
  es: {
    sentence: () =>
      "Una prioridad más alta debe requerir más puntos que una más baja, y cada una se indica una vez.",
    remedy: () => "Indique alta antes que elevada, con más puntos.",
  },
});

function checkWeights({ weights }: PriorityAdopted): void {
  const seen = new Set<string>();
  for (const [index, { factor, atLeast }] of weights.entries()) {
    const needs = counted.includes(factor);
    const place = { field: `weights[${index}].atLeast`, value: atLeast };
    if (needs !== (atLeast !== undefined)) throw stepWrong({ needs, ...place });
    const one = `${factor} ${atLeast ?? ""}`;
    if (seen.has(one)) throw weightTwice({ field: `weights[${index}].factor`, value: factor });
    seen.add(one);
  }
}

function checkLevels({ levels: given }: PriorityAdopted): void {
  const order = Object.keys(levels);
  for (const [index, { level, points }] of given.entries()) {
    const before = given[index - 1];
    if (before && (order.indexOf(level) <= order.indexOf(before.level) || points >= before.points))
      throw levelsOutOfOrder({ field: `levels[${index}].points`, value: points });
  }
}

function sentence(body: PriorityAdopted, occurred: string | undefined, language: Language): string {
  const named = sayList([...new Set(body.weights.map(({ factor }) => factors[factor][language]))], language);
  const when = occurred === undefined ? "" : ` ${sayWhen(occurred, language)}`;
  return language === "es"
    ? `Se adoptó${when} la política de prioridad ${quote(body.title, "es")}: cuentan ${named}.`
    : `The priority policy ${quote(body.title, "en")} was adopted${when}: what counts is ${named}.`;
}

export const priorityAdopted = defineKind({
  kind: "priority.adopted",
  version: 1,
  record: "priority",
  opens: true,
  title: { en: "Priority policy adopted", es: "Política de prioridad adoptada" },
  schema,
  rule: ({ body, occurred }) => {
    if (occurred === undefined) throw policyUndated({ field: "occurred" });
    checkWeights(body);
    checkLevels(body);
  },
  projection: {
    table: "priority_policy",
    columns: { title: "text", weights: "jsonb", levels: "jsonb" },
    row: ({ title, weights, levels: given }) => ({ title, weights, levels: given }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
