/** The workbench's own description of answers (apps/web/src/docket/shapes) is held against the interface's document. */
import { readdirSync, readFileSync } from "node:fs";
import { certainties } from "@joint-docket/ledger";
import { expect, it } from "vitest";
import { buildApp } from "./app.ts";
import { readConfig, ROOT } from "./config.ts";
import { makeDesk } from "./desk.ts";
import type { Installation } from "./installation.ts";
import { type Type, Types } from "./testing/types.ts";

interface Node {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Node[];
  oneOf?: Node[];
  items?: Node;
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  required?: string[];
}

const app = await buildApp(makeDesk(readConfig({}), { ledger: {} } as Installation));
await app.ready();
const document = app.swagger() as unknown as {
  paths: Record<
    string,
    Record<
      string,
      { operationId: string; responses: Record<string, { content: Record<string, { schema: Node }> }> }
    >
  >;
  components: { schemas: Record<string, Node> };
};
const SHAPES = `${ROOT}apps/web/src/docket/shapes/`;
const shapes = readdirSync(SHAPES)
  .filter((file) => file !== "index.ts")
  .map((file) => readFileSync(`${SHAPES}${file}`, "utf8"))
  .join("\n");
const types = new Types(shapes);

function answerOf(operation: string): Node {
  const found = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === operation);
  const [, answer] = Object.entries(found?.responses ?? {}).find(([status]) => status < "300") ?? [];
  const schema = answer?.content["application/json"]?.schema;
  if (!schema) throw new Error(`The document knows no answer of ${operation}.`);
  return schema;
}

/** The ways a value may be, each without references and choices. */
function ways(node: Node): Node[] {
  if (node.$ref) return ways(document.components.schemas[node.$ref.split("/").at(-1) ?? ""] as Node);
  const choices = node.anyOf ?? node.oneOf;
  if (choices) return choices.flatMap(ways);
  if (Array.isArray(node.type)) return node.type.flatMap((type) => ways({ ...node, type }));
  return node.enum ? node.enum.map((value) => ({ type: node.type ?? "string", const: value })) : [node];
}

const PLAIN: Record<string, string> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

/** Where the type promises another thing than the document, a line each. */
function differences(type: Type, node: Node, path: string): string[] {
  const promised = types.alternatives(type);
  if (promised.some((one) => one.is === "name" && one.name === "unknown")) return [];
  return ways(node).flatMap((way) => {
    const found = promised.map((one) => differencesOf(one, way, path));
    return found.toSorted((a, b) => a.length - b.length)[0] ?? [];
  });
}

function differencesOf(type: Type, way: Node, path: string): string[] {
  const said = String(way.type);
  const other = [`${path}: the document says ${way.const === undefined ? said : String(way.const)}`];
  if (way.type === undefined) return [];
  if (said === "array")
    return type.is === "list" ? differences(type.item, way.items ?? {}, `${path}[]`) : other;
  if (said === "object")
    return type.is === "object" ? differencesIn(type, way, path) : inRecord(type, way, path);
  // Where the document leaves a word open, the workbench may know which words there are.
  if (type.is === "literal")
    return said === "string" && (way.const ?? type.value) === type.value ? [] : other;
  return type.is === "name" && type.name === (PLAIN[said] ?? said) ? [] : other;
}

function inRecord(type: Type, { additionalProperties: inner }: Node, path: string): string[] {
  const [, value] = type.is === "name" && type.name === "Record" ? type.of : [];
  if (!value) return [`${path}: the document says object`];
  return typeof inner === "object" ? differences(value, inner, `${path}.*`) : [];
}

function differencesIn(
  type: Type & { is: "object" },
  { properties, required }: Node,
  path: string,
): string[] {
  if (!properties) return [];
  return [...types.membersOf(type)].flatMap(([name, { optional, type: member }]) => {
    const inner = properties[name];
    if (!inner) return [`${path}.${name}: never sent`];
    const missing = !optional && !required?.includes(name) ? [`${path}.${name}: not always sent`] : [];
    return [...missing, ...differences(member, inner, `${path}.${name}`)];
  });
}

const named = (name: string, ...of: Type[]): Type => ({ is: "name", name, of });
const totalledOf = (name: string) => named("Totalled", named(name));
const pageOf = (name: string) => named("Page", named(name));

it.each<[string, Type]>([
  ["showStatus", named("Status")],
  ["showResults", named("Results")],
  ["showHistory", named("History")],
  ["listCounted", pageOf("CountedEntry")],
  ["listLeftOut", pageOf("LeftOutEntry")],
  ["listCases", named("CaseList")],
  ["showCase", named("CasePage")],
  ["listEntries", pageOf("TimelineItem")],
  ["showEntry", named("EntryPage")],
  ["listKinds", { is: "list", item: named("KindInfo") }],
  ["startImport", named("ImportRun")],
  ["showImport", named("ImportRun")],
  ["showLedger", named("LedgerHead")],
  ["verifyLedger", named("Verification")],
  ["listAssets", totalledOf("AssetRow")],
  ["showAsset", named("AssetPage")],
  ["listExtraditions", totalledOf("ExtraditionRow")],
  ["showExtradition", named("ExtraditionPage")],
  ["listOrganizations", totalledOf("OrganizationRow")],
  ["showOrganization", named("OrganizationPage")],
  ["showLinks", named("Links")],
  ["checkAct", named("Judgments")],
  ["recordAct", named("RecordedAct")],
  ["listCountries", { is: "list", item: named("Country") }],
  ["listFigures", named("FigureList")],
  ["showFigure", named("FigurePage")],
  ["rerunFigure", named("FigureRerun")],
  ["compareFigure", named("FigureDifference")],
  ["draftFigure", named("FigureMade")],
  ["showFactSheet", named("FactSheet")],
  ["listDistricts", { is: "list", item: named("District") }],
])("what the workbench reads of %s is what is sent", (operation, type) => {
  expect(differences(type, answerOf(operation), "answer")).toEqual([]);
});

it("what the workbench reads of a problem is what is sent", () => {
  expect(
    differences(named("ProblemBody"), document.components.schemas["Problem"] as Node, "problem"),
  ).toEqual([]);
});

it("the workbench knows the certainties there are", () => {
  const [, listed = ""] = /certainties = \[(.*)\]/.exec(shapes) ?? [];
  expect(JSON.parse(`[${listed}]`)).toEqual(certainties);
});
