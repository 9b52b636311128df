/** Holds answers against the OpenAPI document: a status it does not name or a body of another shape fails the test. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: object;
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, object>> }>
  >;
}

export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly tags: readonly { readonly name: string }[];
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface Described {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly json: unknown;
}

const pointer = (part: string) => part.replaceAll("~", "~0").replaceAll("/", "~1");

export class Contract {
  readonly document: Document;
  readonly operations: readonly Described[];
  /** Operations that were answered well, by their identifiers. */
  readonly answered = new Set<string>();
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: Document) {
    this.document = document;
    this.operations = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({ method, path, operation })),
    );
    this.#ajv.addSchema(document, "interface");
  }

  /** Operations under these paths, or under any other where `but` is said, that no test of this file has had answered well. */
  unanswered(paths: readonly string[], but = false): string[] {
    const isUnder = (path: string) => paths.some((one) => path === one || path.startsWith(`${one}/`));
    return this.operations
      .filter(({ path }) => isUnder(path) !== but)
      .flatMap(({ operation }) => operation.operationId ?? [])
      .filter((id) => !this.answered.has(id));
  }

  described(method: string, address: string): Described | undefined {
    const [path = ""] = address.split("?");
    const fits = this.operations.filter(
      (one) =>
        one.method === method.toLowerCase() &&
        new RegExp(`^${one.path.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(path),
    );
    // /entries/check is itself, not an entry.
    return fits.find((one) => one.path === path) ?? fits[0];
  }

  #validator(where: string): ValidateFunction {
    let compiled = this.#compiled.get(where);
    if (!compiled) {
      compiled = this.#ajv.compile({ $ref: `interface#${where}` });
      this.#compiled.set(where, compiled);
    }
    return compiled;
  }

  /** Fails where the answer is not one that the document promises of this address. */
  hold(method: string, address: string, { status, headers, text, json }: Answered): void {
    const found = this.described(method, address);
    // What is no address, or fails before it is looked at, is a problem all the same; the tests look at that.
    if (!found || method === "HEAD") return;
    const { path, operation } = found;
    const promised = operation.responses[status];
    const about = `${method} ${path} answered ${status}: ${text.slice(0, 500)}`;
    expect(Object.keys(operation.responses), about).toContain(String(status));
    const type = String(headers["content-type"]).split(";")[0] as string;
    expect(Object.keys(promised?.content ?? {}), about).toContain(type);
    if (status < 300 && operation.operationId) this.answered.add(operation.operationId);
    if (!type.endsWith("json")) return;
    const validate = this.#validator(
      ["", "paths", path, found.method, "responses", String(status), "content", type, "schema"]
        .map(pointer)
        .join("/"),
    );
    if (!validate(json)) expect.fail(`${about}\n${JSON.stringify(validate.errors?.slice(0, 5), null, 1)}`);
  }
}
