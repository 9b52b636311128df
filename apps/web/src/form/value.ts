/** What a form holds and what is sent: numbers, sums and dates stay as they are typed until they are read. */
import type { Schema } from "../docket/index.ts";
import { type Amount, minorOf, numberOf, typedOf } from "./amount.ts";
import { follow, isObject, type Json, type JsonObject, variantFor, variantsOf } from "./schema.ts";
import { understood } from "./understood.ts";

/** Something that the form itself cannot read, at its field. */
export type Fault = { readonly path: string } & (
  | Exclude<Amount, { readonly minor: number }>
  | { readonly fault: "dateEither"; readonly either: readonly [string, string] }
  /** What is said only once somebody tries to record. */
  | { readonly fault: "reasonMissing" | "chooseRecord" }
);

export interface Read {
  readonly value: Json;
  readonly faults: readonly Fault[];
}

export const within = (path: string, name: string | number) =>
  path === "" ? String(name) : `${path}.${name}`;

/** Money has two properties and nothing else; it is typed as one sum with its currency. */
export function isMoney({ properties = {} }: Schema): boolean {
  return Object.keys(properties).sort().join() === "currency,minor";
}

const isNumber = ({ type }: Schema) => type === "integer" || type === "number";

/** What a form holds for a value that stands, ready to be changed. */
export function stateOf(given: Schema, root: Schema, value: Json): Json {
  const schema = follow(given, root);
  if (value === undefined || value === null) return undefined;
  const variants = variantsOf(schema, root);
  if (variants.length > 1) return stateOf(variants[variantFor(value, variants)] ?? {}, root, value);
  if (isMoney(schema) && isObject(value)) {
    const currency = String(value["currency"]);
    return { typed: typedOf(Number(value["minor"]), currency), currency };
  }
  if (Array.isArray(value)) return value.map((item) => stateOf(schema.items ?? {}, root, item));
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [
        name,
        stateOf(schema.properties?.[name] ?? {}, root, field),
      ]),
    );
  }
  return typeof value === "number" && isNumber(schema) ? String(value) : value;
}

function readMoney(state: JsonObject, path: string): Read {
  const typed = String(state["typed"] ?? "").trim();
  const currency = String(state["currency"] ?? "")
    .trim()
    .toUpperCase();
  if (typed === "") return { value: undefined, faults: [] };
  const amount = minorOf(typed, currency);
  const sum = (minor: Json) => (currency === "" ? { minor } : { minor, currency });
  return "minor" in amount
    ? { value: sum(amount.minor), faults: [] }
    : { value: sum(typed), faults: [{ ...amount, path: within(path, "minor") }] };
}

function readText(schema: Schema, typed: string, path: string): Read {
  const text = typed.trim();
  if (text === "") return { value: undefined, faults: [] };
  // What is no number is sent as typed, so that the server can name it in its answer.
  if (isNumber(schema)) return { value: numberOf(text) ?? text, faults: [] };
  if (schema.format !== "imprecise-date") return { value: text, faults: [] };
  const meant = understood(text);
  if (meant && "either" in meant)
    return { value: text, faults: [{ path, fault: "dateEither", either: meant.either }] };
  return { value: meant?.date ?? text, faults: [] };
}

/** What a form's state says, by its schema. What is left blank is left out; a required list that is empty says “none”. */
export function readState(given: Schema, root: Schema, state: Json, required = true, path = ""): Read {
  const schema = follow(given, root);
  const variants = variantsOf(schema, root);
  if (variants.length > 1)
    return isObject(state)
      ? readState(variants[variantFor(state, variants)] ?? {}, root, state, required, path)
      : { value: undefined, faults: [] };
  if (isMoney(schema)) return readMoney(isObject(state) ? state : {}, path);
  if (schema.properties) return readGroup(schema, root, isObject(state) ? state : {}, required, path);
  if (schema.type === "array") {
    const items = follow(schema.items ?? {}, root);
    const read = (Array.isArray(state) ? state : []).map((item, index) =>
      readState(items, root, item, false, within(path, index)),
    );
    // A row left blank stays in its place, so that what is said of a row is said of the right one.
    const value = read.map((one) => one.value ?? (items.properties ? {} : ""));
    const none = value.length === 0 && !required;
    return { value: none ? undefined : value, faults: read.flatMap(({ faults }) => faults) };
  }
  return typeof state === "string"
    ? readText(schema, state, path)
    : { value: state ?? undefined, faults: [] };
}

function readGroup(schema: Schema, root: Schema, state: JsonObject, required: boolean, path: string): Read {
  const fields = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const needed = schema.required?.includes(name) ?? false;
    return [name, readState(property, root, state[name], needed, within(path, name))] as const;
  });
  const told = fields.filter(([, { value }]) => value !== undefined);
  const faults = fields.flatMap(([, read]) => read.faults);
  // A group of which nothing is filled in is left out as a whole; its required lists say nothing by themselves.
  const blank = told.every(([, { value }]) => Array.isArray(value) && value.length === 0);
  if (blank && !required) return { value: undefined, faults };
  return { value: Object.fromEntries(told.map(([name, { value }]) => [name, value])), faults };
}
