/** The interface's own description: valid OpenAPI 3.1, every route in it, every route's problems in it. */
import { Validator } from "@seriousme/openapi-schema-validator";
import { onEveryServer } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse } from "./testing/house.ts";

const COMMON = ["400", "403", "404", "409", "422", "500", "503"];
const OF_WRITES = ["413", "507"];

onEveryServer("the interface's document", (open) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(open);
  });
  afterAll(() => house.close());

  it("is valid by OpenAPI 3.1's own schema", async () => {
    expect(house.contract.document.openapi).toBe("3.1.0");
    const { valid, errors } = await new Validator().validate(
      structuredClone(house.contract.document) as never,
    );
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it("holds every route there is, and no other", () => {
    const routes = house.app
      .printRoutes({ commonPrefix: false, includeHooks: false })
      .split("\n")
      .flatMap((line) => {
        const found = /\S+ \(([A-Z, ]+)\)/.exec(line);
        return found ? [found[1] ?? ""] : [];
      });
    const verbs = routes.flatMap((methods) => methods.split(", ")).filter((verb) => verb !== "HEAD");
    const inFiles = verbs.length - house.contract.operations.length;
    // Besides the interface there are only the workbench's files, where they were built.
    expect([0, 1]).toContain(inFiles);
    for (const { method, path } of house.contract.operations)
      expect(
        house.app.hasRoute({
          method: method.toUpperCase() as "GET",
          url: path.replaceAll(/\{(\w+)\}/g, ":$1"),
        }),
        `${method} ${path}`,
      ).toBe(true);
  });

  it("says of each route what it is for, what it takes, and how it may fail", () => {
    const tags = new Set(house.contract.document.tags.map(({ name }) => name));
    for (const { method, path, operation } of house.contract.operations) {
      const route = `${method} ${path}`;
      expect(operation.operationId, route).toMatch(/^[a-z]+[A-Z]\w+$/);
      expect(operation.summary, route).toMatch(/^[A-Z]/);
      expect(operation.tags?.length, route).toBe(1);
      expect(tags, route).toContain(operation.tags?.[0]);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = (operation.parameters ?? []).filter((one) => one.in === "path");
      expect(named.map(({ name }) => name).sort(), route).toEqual(inPath.sort());
      const writes = method !== "get";
      for (const status of [...COMMON, ...(writes ? OF_WRITES : [])]) {
        const content = operation.responses[status]?.content ?? {};
        expect(Object.keys(content), `${route} ${status}`).toEqual(["application/problem+json"]);
        expect(content["application/problem+json"], `${route} ${status}`).toEqual({
          schema: { $ref: "#/components/schemas/Problem" },
        });
      }
      const well = Object.keys(operation.responses).filter((status) => status < "300");
      expect(well.length, route).toBe(1);
      const answer = operation.responses[well[0] as string];
      expect(Object.keys(answer?.content ?? {}).length, route).toBeGreaterThan(0);
    }
    const names = house.contract.operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it("gives out no position and no count that a reader's rights could not bound", () => {
    const named = (value: unknown): string[] =>
      value === null || typeof value !== "object"
        ? []
        : Object.entries(value).flatMap(([name, inner]) => [
            ...(name === "properties" && inner !== null ? Object.keys(inner as object) : []),
            ...named(inner),
          ]);
    for (const { path, method, operation } of house.contract.operations) {
      // The proof of the ledger speaks of positions; a duty of its own will guard it.
      if (operation.tags?.[0] === "ledger") continue;
      const schema = named(operation.responses);
      for (const name of ["seq", "position", "size", "head"])
        expect(schema, `${method} ${path}`).not.toContain(name);
    }
    const { schemas } = house.contract.document.components;
    for (const [name, schema] of Object.entries(schemas))
      if (!name.startsWith("Verification")) expect(named(schema), name).not.toContain("seq");
  });
});
