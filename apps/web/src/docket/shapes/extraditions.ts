/** What the interface answers of extraditions. */
import type { Named, StepLine, Told } from "./common.ts";

export const extraditionSteps = ["requested", "granted", "denied", "withdrawn", "surrendered"] as const;

export type ExtraditionStep = (typeof extraditionSteps)[number];

export interface ExtraditionLine {
  id: string;
  entry: string;
  of: string;
  country: string;
  form: string;
  step: ExtraditionStep;
  occurred: string | null;
  certainty: string;
  defendant: string | null;
  person: string | null;
  decisions: StepLine<{ decision: string; by?: string; why?: string }>[];
  surrenders: StepLine<{ district?: string; temporary?: boolean }>[];
}

export type ExtraditionRow = ExtraditionLine & Named & { openDays: number | null };

export interface ExtraditionCount {
  country: string;
  step: ExtraditionStep;
  extraditions: number;
}

export interface ExtraditionPage extends Told {
  extradition: ExtraditionRow;
}
