/** An extradition in one line: what was asked of which country, what was decided, and since when it is open. */
import type { Certainty, StandingRecord } from "@joint-docket/ledger/pure";
import {
  decisionsOf,
  type ExtraditionDecided,
  type ExtraditionRequested,
  type ExtraditionStep,
  type ExtraditionSurrendered,
  extraditionStep,
  surrendersOf,
} from "../extradition/pure.ts";
import { byDate, opened, type StepLine, stepLines } from "./lines.ts";

export interface ExtraditionLine {
  readonly id: string;
  readonly entry: string;
  readonly of: string;
  readonly country: string;
  readonly form: ExtraditionRequested["form"];
  readonly step: ExtraditionStep;
  /** When the country was asked. */
  readonly occurred: string | null;
  readonly certainty: Certainty;
  readonly defendant: string | null;
  readonly person: string | null;
  readonly decisions: readonly StepLine<ExtraditionDecided>[];
  readonly surrenders: readonly StepLine<ExtraditionSurrendered>[];
}

/** Whether the person may still come: nobody was surrendered, and nothing ended the request. */
export function isOpen({ step }: Pick<ExtraditionLine, "step">): boolean {
  return step === "requested" || step === "granted";
}

/** The extraditions among the records, in order of the request; undated last. */
export function extraditionLines(records: readonly StandingRecord[]): ExtraditionLine[] {
  const lines = records.flatMap((record) => {
    const request = opened<ExtraditionRequested>(record, "extradition.requested");
    if (!request) return [];
    const { body } = request;
    const line: ExtraditionLine = {
      id: record.id,
      entry: request.id,
      of: body.case,
      country: body.country,
      form: body.form,
      step: extraditionStep(record),
      occurred: request.occurred ?? null,
      certainty: request.certainty ?? "stated",
      defendant: body.defendant ?? null,
      person: body.person ?? null,
      decisions: stepLines(decisionsOf(record)),
      surrenders: stepLines(surrendersOf(record)),
    };
    return [line];
  });
  return byDate(lines);
}
