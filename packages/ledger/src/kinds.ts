/** The kinds a ledger knows: looked up by name, their schemas walked for references, old bodies brought up to date. */
import { z } from "zod";
import { coreKinds } from "./core-kinds.ts";
import type { Kind } from "./kind.ts";
import { defineRefusal } from "./refusal.ts";

export const kindUnknown = defineRefusal<{ kind: string }>({
  code: "kind-unknown",
  status: 422,
  en: {
    sentence: ({ kind }) => `“${kind}” is not a kind of entry this ledger knows.`,
    remedy: () => "See the list of kinds under /api/kinds or `jd kinds`.",
  },
  es: {
    sentence: ({ kind }) => `«${kind}» no es una clase de asiento que este registro conozca.`,
    remedy: () => "Vea la lista de clases en /api/kinds o con `jd kinds`.",
  },
});

export const kindVersionUnknown = defineRefusal<{ kind: string; version: number }>({
  code: "kind-version-unknown",
  status: 500,
  en: {
    sentence: ({ kind, version }) =>
      `The ledger holds ${kind} in version ${version}, which this program cannot read.`,
    remedy: () => "Run the newer program that wrote it; nothing was changed.",
  },
  es: {
    sentence: ({ kind, version }) =>
      `El registro contiene ${kind} en la versión ${version}, que este programa no puede leer.`,
    remedy: () => "Use el programa más nuevo que lo escribió; no se cambió nada.",
  },
});

/** A reference found in a body: where, to which type of record, and to which one. */
export interface Reference {
  readonly field: string;
  readonly record: string;
  readonly id: string;
}

type Step = string | typeof EACH;
const EACH = Symbol("each element");

interface ReferencePath {
  readonly steps: readonly Step[];
  readonly record: string;
}

interface SchemaNode {
  readonly record?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
}

function walk(node: SchemaNode, steps: readonly Step[], found: ReferencePath[]): void {
  if (typeof node.record === "string") found.push({ steps, record: node.record });
  for (const [name, child] of Object.entries(node.properties ?? {})) walk(child, [...steps, name], found);
  if (node.items) walk(node.items, [...steps, EACH], found);
  for (const branch of [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])])
    walk(branch, steps, found);
}

function follow(value: unknown, path: ReferencePath, step: number, field: string, found: Reference[]): void {
  if (value === undefined || value === null) return;
  const next = path.steps[step];
  if (next === undefined) {
    if (typeof value === "string") found.push({ field, record: path.record, id: value });
  } else if (next === EACH) {
    if (Array.isArray(value))
      value.forEach((item, index) => follow(item, path, step + 1, `${field}[${index}]`, found));
  } else if (typeof value === "object") {
    const inner = (value as Record<string, unknown>)[next];
    follow(inner, path, step + 1, field === "" ? next : `${field}.${next}`, found);
  }
}

/** Puts a value at a reference's path such as `counts[0]` or `claim.source`. */
function replaceAt(body: unknown, field: string, value: string): void {
  const steps = field.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
  const last = steps.pop() as string;
  let place = body as Record<string, unknown>;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  place[last] = value;
}

/** The JSON Schema of a kind's body (draft 2020-12), as forms and importers read it. */
export function bodySchema(kind: Kind): Record<string, unknown> {
  return z.toJSONSchema(kind.schema, { io: "input", reused: "inline" }) as Record<string, unknown>;
}

export class Kinds {
  readonly all: readonly Kind[];
  readonly #byName: ReadonlyMap<string, Kind>;
  readonly #paths: ReadonlyMap<string, readonly ReferencePath[]>;

  constructor(kinds: readonly Kind[]) {
    this.all = [...coreKinds, ...kinds];
    this.#byName = new Map(this.all.map((kind) => [kind.kind, kind]));
    if (this.#byName.size !== this.all.length) throw new Error("Two kinds bear one name.");
    this.#paths = new Map(
      this.all.map((kind) => {
        const found: ReferencePath[] = [];
        walk(bodySchema(kind) as SchemaNode, [], found);
        return [kind.kind, found];
      }),
    );
  }

  /** The kind of this name. Refuses `kind-unknown`. */
  named(name: string): Kind {
    const kind = this.#byName.get(name);
    if (!kind) throw kindUnknown({ kind: name, field: "kind", value: name });
    return kind;
  }

  knows(name: string): boolean {
    return this.#byName.has(name);
  }

  /** Every reference to a record in a body of the current version; a record named twice is named once. */
  references(kind: Kind, body: unknown): Reference[] {
    const found: Reference[] = [];
    for (const path of this.#paths.get(kind.kind) ?? []) follow(body, path, 0, "", found);
    const seen = new Set<string>();
    return found.filter(({ field, record, id }) => {
      const place = `${field} ${record} ${id}`;
      return seen.has(place) ? false : seen.add(place);
    });
  }

  /** The body with every reference in it turned into what `to` gives for it; the body given stays as it was. */
  referring(kind: Kind, body: unknown, to: (reference: Reference) => string): unknown {
    const copy = structuredClone(body);
    for (const reference of this.references(kind, body)) replaceAt(copy, reference.field, to(reference));
    return copy;
  }

  /** A body of any version as the current version reads it. Refuses `kind-version-unknown`. */
  current(kind: Kind, version: number, body: unknown): unknown {
    let read = body;
    for (let v = version; v < kind.version; v++) {
      const step = kind.earlier?.[v];
      if (!step) throw kindVersionUnknown({ kind: kind.kind, version });
      read = step.up(read as never);
    }
    if (version > kind.version) throw kindVersionUnknown({ kind: kind.kind, version });
    return read;
  }
}
