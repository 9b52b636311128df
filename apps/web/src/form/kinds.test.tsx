/** A form for every kind there is: each draws all its fields, and what is typed into it is what the kind takes. */
import { bodySchema } from "@joint-docket/ledger/pure";
import { kinds } from "@joint-docket/taskforce/pure";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { initReactI18next } from "react-i18next/initReactI18next";
import { beforeAll, describe, expect, it } from "vitest";
import type { KindInfo, Schema } from "../docket/index.ts";
import { en } from "../language/en.ts";
import { es } from "../language/es.ts";
import { FormProvider } from "./context.ts";
import { KindFields } from "./KindFields.tsx";
import { planKind, startOf } from "./kindPlan.ts";
import { follow, type Json, titleOf, variantsOf } from "./schema.ts";
import { readState, stateOf, isMoney } from "./value.ts";

const byHand = kinds.filter(({ composed }) => !composed);
const infos: KindInfo[] = kinds.map((kind) => ({
  kind: kind.kind,
  version: kind.version,
  record: kind.record,
  opens: kind.opens,
  composed: kind.composed ?? false,
  title: kind.title,
  schema: bodySchema(kind) as Schema,
}));
const infoOf = (name: string) => infos.find(({ kind }) => kind === name) as KindInfo;
const SOURCE = infoOf("source.described").schema;
const ID = "6f1b0c1e-2d6a-4c57-9b5e-0a4a6f3c2b11";

/** What somebody would type into a field of this shape; `every` fills in what may be left out too. */
function typed(given: Schema, root: Schema, every: boolean): Json {
  const schema = follow(given, root);
  const [variant] = variantsOf(schema, root);
  if (variant) return typed(variant, root, every);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (isMoney(schema)) return { typed: "1,234.56", currency: "usd" };
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(([name]) => every || schema.required?.includes(name))
        .map(([name, property]) => [name, typed(property, root, every)]),
    );
  if (schema.type === "array") return [typed(schema.items ?? {}, root, every)];
  if (schema.type === "boolean") return true;
  if (schema.format === "imprecise-date") return "June 2021";
  if (schema.format === "uuid") return ID;
  if (schema.format === "uri") return "https://www.justice.gov/";
  if (schema.offers) return schema.offers === "districts" ? "TXS" : "GT";
  if (schema.type === "integer" || schema.type === "number") return String(Math.max(schema.minimum ?? 1, 1));
  if (schema.pattern === "^[0-9a-f]{64}$") return "0f".repeat(32);
  return schema.pattern === undefined ? " Some words " : "5:24-cr-00123";
}

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    resources: { en: { translation: en }, es: { translation: es } },
    interpolation: { escapeValue: false },
  });
});

/** Every title that a schema gives to a field or a group; rows of a list appear only when there are some. */
function titles(given: Schema, root: Schema, language: "en" | "es"): string[] {
  const schema = follow(given, root);
  return Object.values(schema.properties ?? {}).flatMap((property) => {
    const own = titleOf(property, language);
    return [
      ...(own === undefined ? [] : [own]),
      ...(isMoney(follow(property, root)) ? [] : titles(property, root, language)),
    ];
  });
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("'", "&#x27;").replaceAll('"', "&quot;");

describe.each(byHand)("the form of $kind", (kind) => {
  const info = infoOf(kind.kind);

  it.each([
    ["only what is required", false],
    ["everything", true],
  ])("takes %s, typed as people type it, and shows it again as it was kept", (_, every) => {
    const state = typed(info.schema, info.schema, every);
    const { value, faults } = readState(info.schema, info.schema, state);
    expect(faults).toEqual([]);
    const parsed = kind.schema.safeParse(value);
    expect(parsed.error?.issues ?? []).toEqual([]);
    const kept = parsed.data as Json;
    const again = readState(info.schema, info.schema, stateOf(info.schema, info.schema, kept));
    expect(again).toEqual({ value: kept, faults: [] });
  });

  it("begins blank, and then sends nothing that nobody typed", () => {
    const { drafts, faults } = planKind(info, SOURCE, startOf(info, {}));
    expect(faults).toEqual([]);
    expect(drafts).toHaveLength(1);
    const said = JSON.stringify(drafts[0]?.draft.body).replaceAll(/"\w+":(\[\]|\{\})/g, "");
    expect(said.replaceAll(/[{},]/g, "")).toBe("");
  });

  it.each(["en", "es"] as const)("draws every field with its name (%s)", async (language) => {
    await i18next.changeLanguage(language);
    for (const state of [
      startOf(info, {}),
      { ...startOf(info, {}), body: typed(info.schema, info.schema, true) },
    ]) {
      const drawn = renderToStaticMarkup(
        <QueryClientProvider client={new QueryClient()}>
          <FormProvider value={{ kinds: infos, wrong: new Map(), scope: { case: ID, defendant: ID } }}>
            <KindFields kind={info} state={state} onChange={() => undefined} />
          </FormProvider>
        </QueryClientProvider>,
      );
      for (const title of titles(info.schema, info.schema, language)) expect(drawn).toContain(escaped(title));
      // No word is missing from the catalogue, and no identifier stands where words should.
      expect(drawn).not.toMatch(/>(form|money|case|person)\.\w+</);
      expect(drawn).not.toContain(`>${ID}<`);
    }
  });
});
