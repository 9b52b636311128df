/** A new case in one act: its source, the case, its docket number, who is accused, arrests and charges, each typed once. */
import type { Schema } from "../../docket/index.ts";
import {
  filled,
  type Json,
  noSource,
  type Plan,
  type Planned,
  planSource,
  readDate,
  readState,
  type SourceChoice,
  within,
} from "../../form/index.ts";
import { type ChargesState, noCharges, planCharges } from "./charges.ts";

export interface DefendantState {
  /** What the act calls the defendant; kept where others are taken away. */
  readonly name: string;
  readonly designation: string;
  /** The arrest; undefined where none is stated. */
  readonly arrest: { readonly occurred: string; readonly body: Json } | undefined;
}

export interface NewCaseState {
  readonly source: SourceChoice;
  readonly body: Json;
  readonly docket: string;
  readonly defendants: readonly DefendantState[];
  readonly charges: ChargesState;
}

export interface Schemas {
  readonly source: Schema;
  readonly case: Schema;
  readonly arrest: Schema;
}

export const CASE = "@case";
/** The court's district is the case's own, which is typed once. */
const DISTRICT = within("body", "district");

/** The next defendant, under a name that none before it had. */
export function nextDefendant(defendants: readonly DefendantState[]): DefendantState {
  const numbers = defendants.map(({ name }) => Number(name.split("-")[1] ?? 0));
  return { name: `@defendant-${Math.max(0, ...numbers) + 1}`, designation: "", arrest: undefined };
}

export function startOfCase(source: string | undefined): NewCaseState {
  return {
    source: source === undefined ? { ...noSource, how: "new" } : { ...noSource, id: source },
    body: {},
    docket: "",
    defendants: [nextDefendant([])],
    charges: noCharges,
  };
}

/** Where what is said of a draft is shown: its body's fields under one path, its date and source at their own. */
const shownAt =
  (body: string, occurred = body): Planned["at"] =>
  (field) => {
    if (field === "source") return "source";
    if (field === "occurred") return occurred;
    return field.startsWith("body.") ? `${body}.${field.slice("body.".length)}` : body;
  };

function planArrest(
  { arrest, name }: DefendantState,
  index: number,
  schema: Schema,
  source: { readonly source?: string },
): Plan {
  if (!arrest) return { drafts: [], faults: [] };
  const path = `defendants.${index}.arrest`;
  const read = readState(schema, schema, arrest.body, true, path);
  const { date, faults } = readDate(arrest.occurred, `${path}.occurred`);
  const body = { case: CASE, defendant: name, ...(read.value as object) };
  return {
    drafts: [
      {
        draft: { kind: "arrest.made", body, ...filled({ occurred: date }), ...source },
        at: shownAt(path, `${path}.occurred`),
      },
    ],
    faults: [...read.faults, ...faults],
  };
}

/** The whole act. */
export function planCase(state: NewCaseState, schemas: Schemas): Plan {
  const from = planSource(state.source, schemas.source);
  const read = readState(schemas.case, schemas.case, state.body, true, "body");
  const body = (read.value ?? {}) as { district?: string };
  const docket = state.docket.trim();
  const opened: Planned = {
    draft: { kind: "case.opened", as: CASE, body, ...from.source },
    at: shownAt("body"),
  };
  const docketed: Planned = {
    draft: {
      kind: "case.docketed",
      subject: CASE,
      body: { ...filled({ district: body.district }), number: docket },
      ...from.source,
    },
    at: (field) => (field === DISTRICT || field === "source" ? field : "docket"),
  };
  const joined = state.defendants.map(
    ({ name, designation }, index): Planned => ({
      draft: {
        kind: "defendant.joined",
        as: name,
        body: { case: CASE, ...filled({ designation }) },
        ...from.source,
      },
      at: shownAt(`defendants.${index}`),
    }),
  );
  const arrests = state.defendants.map((one, index) => planArrest(one, index, schemas.arrest, from.source));
  const charges = planCharges(state.charges, { inCase: CASE, source: from.source });
  return {
    drafts: [
      ...from.drafts,
      opened,
      ...(docket === "" ? [] : [docketed]),
      ...joined,
      ...arrests.flatMap(({ drafts }) => drafts),
      ...charges.drafts,
    ],
    faults: [...from.faults, ...read.faults, ...arrests.flatMap(({ faults }) => faults), ...charges.faults],
  };
}
