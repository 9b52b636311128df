/** What of a body stays in the house: fields that their kind marks `inside`, such as the position a figure is pinned to. */
import { bodySchema, type Kind } from "@joint-docket/ledger";

interface Node {
  readonly inside?: boolean;
  readonly properties?: Readonly<Record<string, Node>>;
}

const schemas = new WeakMap<Kind, Node>();

function schemaOf(kind: Kind): Node {
  const known = schemas.get(kind) ?? (bodySchema(kind) as Node);
  schemas.set(kind, known);
  return known;
}

function without(value: unknown, { properties = {} }: Node): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const field = properties[name] ?? {};
      return field.inside === true ? [] : [[name, without(inner, field)]];
    }),
  );
}

/** The body as it may leave. */
export function shownBody(kind: Kind, body: unknown): unknown {
  return without(body, schemaOf(kind));
}
