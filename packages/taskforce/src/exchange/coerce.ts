/** CSV knows only text: this reads a body's text as what its kind's schema asks for, and leaves what it cannot read to the schema. */

interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

const YES = new Set(["true", "yes", "sí", "si", "1"]);
const NO = new Set(["false", "no", "0"]);

function coerceText(text: string, node: SchemaNode): unknown {
  if (node.type === "integer" || node.type === "number")
    return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (node.type === "boolean") {
    const word = text.toLowerCase();
    return YES.has(word) ? true : NO.has(word) ? false : text;
  }
  // A list is written with semicolons, because commas part the columns.
  if (node.type === "array") return text.split(";").map((item) => coerce(item.trim(), node.items ?? {}));
  return text;
}

/** The value as the schema node asks for it. */
export function coerce(value: unknown, node: SchemaNode): unknown {
  const branches = node.anyOf ?? node.oneOf;
  if (typeof value === "string")
    return branches
      ? coerceText(value, branches.find(({ type }) => type !== "null") ?? {})
      : coerceText(value, node);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const shapes = branches ?? [node];
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const shape = shapes.find(({ properties }) => properties?.[name])?.properties?.[name];
      return [name, shape ? coerce(member, shape) : member];
    }),
  );
}
