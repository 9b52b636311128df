/** Agencies and components, each under its parent, with how sure the row is. */
import { agencyRows } from "./agencies.generated.ts";

export interface Agency {
  readonly key: string;
  readonly name: { readonly en: string; readonly es: string };
  readonly acronym: string | null;
  /** Key of the agency it belongs to. */
  readonly parent: string | null;
  /** `read`: named in a stored statement. `general`: general knowledge, to be checked before quoting. */
  readonly certainty: string;
}

export const agencies: readonly Agency[] = agencyRows.map(({ en, es, ...row }) => ({ ...row, name: { en, es } }));
