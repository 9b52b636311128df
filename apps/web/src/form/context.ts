/** What every field of a form may ask: what is wrong with it, and which records it may offer. */
import { createContext, useContext } from "react";
import type { KindInfo } from "../docket/index.ts";
import { follow } from "./schema.ts";

export interface Scope {
  readonly case?: string | undefined;
  readonly defendant?: string | undefined;
}

export interface FormContent {
  readonly kinds: readonly KindInfo[];
  /** What is wrong with a field, in words, by its path. */
  readonly wrong: ReadonlyMap<string, string>;
  readonly scope: Scope;
}

const Content = createContext<FormContent>({ kinds: [], wrong: new Map(), scope: {} });
export const FormProvider = Content.Provider;
export const useForm = () => useContext(Content);

/** The fields of an opening that say whose the record is. */
function belongsBy(type: string, kinds: readonly KindInfo[], to: string): boolean {
  return kinds.some(
    ({ opens, record, schema }) =>
      opens &&
      record === type &&
      Object.entries(schema.properties ?? {}).some(
        ([name, property]) => schema.required?.includes(name) && follow(property, schema).record === to,
      ),
  );
}

/** What records of a type belong to, and so are looked for in: a case, a defendant, or nothing. */
export function homeOf(type: string, kinds: readonly KindInfo[]): "case" | "defendant" | undefined {
  if (belongsBy(type, kinds, "case")) return "case";
  return belongsBy(type, kinds, "defendant") ? "defendant" : undefined;
}

/** The record within which those of a type are offered; `missing` where it has to be chosen first. */
export function withinOf(
  type: string,
  { kinds, scope }: Pick<FormContent, "kinds" | "scope">,
): { within: string | undefined; missing: boolean } {
  const home = homeOf(type, kinds);
  if (home === undefined) return { within: undefined, missing: false };
  const within = (home === "defendant" ? scope.defendant : undefined) ?? scope.case ?? scope.defendant;
  return { within, missing: within === undefined };
}

/** The element of the field at a path. */
export const idOf = (path: string) => `field-${path.replaceAll(".", "-")}`;
