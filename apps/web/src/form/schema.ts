/** Reads the JSON Schema of a kind: labels in two languages, references followed, variants told apart. */
import type { KindInfo, Schema } from "../docket/index.ts";
import type { Language } from "../language/dates.ts";

export type Json = string | number | boolean | null | undefined | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const NONE: Schema = {};

/** The schema of a kind's body; one without fields where the server knows no such kind. */
export function schemaOf(kinds: readonly KindInfo[], name: string): Schema {
  return kinds.find(({ kind }) => kind === name)?.schema ?? NONE;
}

/** The schema that a `$ref` into `$defs` means, keeping the labels given beside the reference. */
export function follow(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  if (!schema.$ref || !name) return withoutNull(schema);
  const { $ref: _, ...beside } = schema;
  const target = root.$defs?.[name];
  return target ? { ...follow(target, root), ...beside } : beside;
}

/** `anyOf: [x, null]` is an x that may be left out. */
function withoutNull(schema: Schema): Schema {
  const variants = schema.anyOf ?? schema.oneOf;
  const real = variants?.filter((variant) => variant.type !== "null");
  if (!variants || !real || real.length === variants.length || real.length !== 1) return schema;
  const { anyOf: _, oneOf: __, ...beside } = schema;
  return { ...real[0], ...beside };
}

/** “supervisedReleaseMonths” as “Supervised release months”, for schemas without a title. */
export function humanize(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[-_]/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function titleOf(schema: Schema | undefined, language: Language): string | undefined {
  return language === "es" ? (schema?.titleEs ?? schema?.title) : schema?.title;
}

export const hintOf = (schema: Schema, language: Language): string | undefined =>
  language === "es" ? schema.descriptionEs : schema.description;

/** The ways a field may be filled, where the schema offers several. */
export function variantsOf(schema: Schema, root: Schema): Schema[] {
  return (schema.oneOf ?? schema.anyOf ?? []).map((variant) => follow(variant, root));
}

/** The constant that tells one variant from the others, such as `kind: "months"`. */
export function markOf(variant: Schema): { name: string; value: string } | undefined {
  for (const [name, property] of Object.entries(variant.properties ?? {})) {
    if (typeof property.const === "string") return { name, value: property.const };
    if (property.enum?.length === 1 && typeof property.enum[0] === "string")
      return { name, value: property.enum[0] };
  }
  return undefined;
}

/** Which variant a value follows; several constants may share one variant's enum. */
export function variantFor(value: Json, variants: readonly Schema[]): number {
  const at = variants.findIndex((variant) => {
    const properties = Object.entries(variant.properties ?? {});
    if (!isObject(value)) return properties.length === 0;
    return (
      properties.every(([name, property]) => {
        if (property.const !== undefined) return value[name] === property.const;
        if (property.enum && value[name] !== undefined)
          return property.enum.some((item) => item === value[name]);
        return true;
      }) &&
      Object.keys(value).every(
        (name) => variant.properties?.[name] !== undefined || value[name] === undefined,
      )
    );
  });
  return Math.max(0, at);
}

/** An empty value of the schema's shape, with its constants filled in. */
export function blankOf(schema: Schema, root: Schema): Json {
  const followed = follow(schema, root);
  if (followed.const !== undefined) return followed.const;
  if (followed.enum?.length === 1) return followed.enum[0];
  if (followed.type === "array") return [];
  if (followed.type === "object" || followed.properties) {
    const required = followed.required ?? [];
    return Object.fromEntries(
      Object.entries(followed.properties ?? {})
        .filter(([name]) => required.includes(name))
        .map(([name, property]) => [name, blankOf(property, root)]),
    );
  }
  return undefined;
}
