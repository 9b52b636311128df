/** The forms there are: one for each kind that is filled in by hand, and those that record several entries in one act. */
import type { KindInfo } from "../../docket/index.ts";

/** Forms for several entries at once. */
export const composites = ["new-case", "charges", "plea", "verdict"] as const;
export type Composite = (typeof composites)[number];
export const isComposite = (form: string): form is Composite => composites.some((one) => one === form);

/** How the list of forms is parted, by the type of record that a form speaks of. */
export const parts = ["court", "assets", "extradition", "organizations", "sources", "other"] as const;
export type Part = (typeof parts)[number];

const partOf: Readonly<Record<string, Part>> = {
  case: "court",
  defendant: "court",
  arrest: "court",
  count: "court",
  instrument: "court",
  sentence: "court",
  venture: "court",
  asset: "assets",
  extradition: "extradition",
  organization: "organizations",
  role: "organizations",
  target: "organizations",
  link: "organizations",
  source: "sources",
  figure: "sources",
  document: "sources",
};

/** Purges and withdrawals have ways of their own; what is composed is never filled in. */
export const isByHand = ({ kind, composed }: KindInfo) => !composed && !kind.startsWith("entry.");

/** The kinds that have a form, by part. */
export function formsByPart(kinds: readonly KindInfo[]): { part: Part; kinds: KindInfo[] }[] {
  return parts.flatMap((part) => {
    const own = kinds.filter((kind) => isByHand(kind) && (partOf[kind.record] ?? "other") === part);
    return own.length > 0 ? [{ part, kinds: own }] : [];
  });
}
