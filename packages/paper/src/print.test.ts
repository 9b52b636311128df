/** What is printed can be read without being seen: title, language, headings in order, table headers, nothing untagged. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Paper } from "./paper.ts";
import { print } from "./print.ts";
import { readTags, type Tag } from "./testing/tags.ts";

const made = new Date("2024-05-31T12:00:00Z");
const paper = (blocks: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  title: "Hoja de datos",
  language: "es",
  author: "Joint Docket",
  foot: "Según se sabía el 31 de mayo de 2024",
  made,
  blocks,
  ...more,
});

const heading: Block = { is: "heading", level: 1, text: "Resultados" };
const table = (rows: number): Block => ({
  is: "table",
  caption: "Arrestos por año",
  columns: [
    { title: "Año", share: 1 },
    { title: "Arrestos", share: 1, number: true },
  ],
  rows: Array.from({ length: rows }, (_, at) => [`Año ${at}`, String(at)]),
});

const under = (tags: readonly Tag[]): Tag[] => tags.flatMap((tag) => [tag, ...under(tag.children)]);

test("a document says its title, its language and that it is tagged", async () => {
  const { catalog, title } = readTags(await print(paper([heading])));
  expect(catalog).toMatch(/\/Lang \(es-US\)/);
  expect(catalog).toMatch(/\/MarkInfo /);
  expect(catalog).toMatch(/\/StructTreeRoot /);
  expect(title).toBe("(Hoja de datos)");
  const text = Buffer.from(await print(paper([heading]))).toString("latin1");
  expect(text).toMatch(/\/DisplayDocTitle true/);
  expect(text).toMatch(/\/Marked true/);
  expect(text).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  expect(text).not.toMatch(/\/BaseFont \/Helvetica/);
});

test("parts have the tags of what they mean, in the order they stand", async () => {
  const { tags } = readTags(
    await print(
      paper([
        heading,
        { is: "notice", text: "Registro sintético." },
        { is: "list", items: ["uno", "dos"] },
        { is: "heading", level: 2, text: "Por año" },
        table(2),
        { is: "text", text: "Nada más." },
      ]),
    ),
  );
  const [root] = tags;
  expect(root?.type).toBe("Document");
  expect(root?.children.map(({ type }) => type)).toEqual(["H1", "P", "L", "H2", "Table", "P"]);
  expect(root?.children[2]?.children.map(({ children }) => children.map(({ type }) => type))).toEqual([
    ["Lbl", "LBody"],
    ["Lbl", "LBody"],
  ]);
  const [caption, head, body] = root?.children[4]?.children ?? [];
  expect([caption?.type, head?.type, body?.type]).toEqual(["Caption", "THead", "TBody"]);
  expect(head?.children[0]?.children.map(({ type, scope }) => [type, scope])).toEqual([
    ["TH", "Column"],
    ["TH", "Column"],
  ]);
  for (const row of body?.children ?? [])
    expect(row.children.map(({ type, scope }) => [type, scope])).toEqual([
      ["TH", "Row"],
      ["TD", undefined],
    ]);
});

test("a table over several pages has its headers once among the tags, and on every page for the eye", async () => {
  const { tags, pages } = readTags(await print(paper([heading, table(120)])));
  expect(pages).toBeGreaterThan(2);
  const all = under(tags);
  expect(all.filter(({ scope }) => scope === "Column")).toHaveLength(2);
  expect(all.filter(({ scope }) => scope === "Row")).toHaveLength(120);
});

test("a text longer than a page goes on to the next ones", async () => {
  const { pages, tags } = readTags(
    await print(paper([{ is: "text", text: "palabra ".repeat(3000) }, heading])),
  );
  expect(pages).toBeGreaterThan(2);
  expect(under(tags).map(({ type }) => type)).toEqual(["Document", "P", "H1"]);
});

test("a sign that the face does not have is shown as missing and told as it is", async () => {
  const { tags } = readTags(
    await print(
      paper([
        { is: "text", text: "漢字" },
        { is: "text", text: "señal" },
      ]),
    ),
  );
  expect(tags[0]?.children.map(({ actual }) => actual)).toEqual(["given", undefined]);
});

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ is: fc.constant("text" as const), text: words }),
  fc.record({ is: fc.constant("notice" as const), text: words }),
  fc.record({ is: fc.constant("list" as const), items: fc.array(words, { minLength: 1, maxLength: 4 }) }),
  fc.integer({ min: 0, max: 60 }).map(table),
);

test("whatever is printed: nothing drawn is outside a tag or an artifact, and the same document gives the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
      const document = paper(blocks, { mark: "Registro sintético" });
      const bytes = await print(document);
      expect(Buffer.from(await print(document)).equals(bytes)).toBe(true);
      for (const content of readTags(bytes).contents) {
        let depth = 0;
        for (const line of content.split("\n")) {
          if (/ (BDC|BMC)$/.test(line)) depth += 1;
          else if (line === "EMC") depth -= 1;
          else if (/(Tj|TJ|\bS|\bf)$/.test(line)) expect(depth, line).toBe(1);
        }
        expect(depth).toBe(0);
      }
    }),
    { numRuns: 25 },
  );
});
