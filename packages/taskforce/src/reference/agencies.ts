/** Agencies and components, each under its parent, with where it is named and how sure the row is. */
import type { ImpreciseDate } from "@joint-docket/ledger/pure";
import { agencyRows } from "./agencies.generated.ts";

export interface Agency {
  readonly key: string;
  readonly name: { readonly en: string; readonly es: string };
  readonly acronym: string | null;
  /** Key of the agency it belongs to. */
  readonly parent: string | null;
  /** `read`: named at `source`. `general`: general knowledge, to be checked before quoting, as parents and Spanish names always are. */
  readonly certainty: "read" | "general";
  /** The date of the text that names it, where that bears one; the agency is older. */
  readonly since: ImpreciseDate | null;
  /** Address of the text that names it. */
  readonly source: string | null;
}

export const agencies: readonly Agency[] = agencyRows.map(({ en, es, ...row }) => ({
  ...row,
  name: { en, es },
}));

const byKey = new Map(agencies.map((agency) => [agency.key, agency]));

export function agencyByKey(key: string): Agency | undefined {
  return byKey.get(key);
}
