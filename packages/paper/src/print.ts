/** Prints a document as PDF that can be read without being seen: tagged, in its language, with headings and table headers. */
import Pdf from "pdfkit";
import { faces, setIn } from "./faces.ts";
import type { Block, Column, Paper } from "./paper.ts";

type Doc = InstanceType<typeof Pdf>;
type Element = ReturnType<Doc["struct"]>;
type Face = "plain" | "strong";

/** Points, 72 to the inch: a letter page with margins of an inch, a line less at the foot. */
const MARGIN = 60;
const FOOT = 44;
const INK = "#1b1b1b";
const QUIET = "#565c65";
const RULE = "#a9aeb1";
const BAR = "#005ea2";
const PAD = 4;

interface Setting {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  readonly before: number;
  readonly after: number;
}

const TEXT: Setting = { face: "plain", size: 10, colour: INK, before: 0, after: 7 };
const SETTINGS = {
  1: { face: "strong", size: 20, colour: INK, before: 0, after: 8 },
  2: { face: "strong", size: 13, colour: INK, before: 12, after: 5 },
  3: { face: "strong", size: 11, colour: INK, before: 8, after: 4 },
  text: TEXT,
  quiet: { ...TEXT, size: 9, colour: QUIET },
  cell: { ...TEXT, size: 9, after: 0 },
  head: { ...TEXT, face: "strong", size: 9, colour: QUIET, after: 0 },
  caption: { ...TEXT, face: "strong", size: 10, before: 6, after: 4 },
} as const satisfies Record<string | number, Setting>;

class Press {
  readonly #doc: Doc;
  readonly #paper: Paper;
  readonly #root: Element;
  readonly #has: (sign: number) => boolean;
  #y = MARGIN;

  constructor(paper: Paper) {
    const { plain, strong } = faces();
    this.#paper = paper;
    this.#doc = new Pdf({
      size: "LETTER",
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: FOOT + 20 },
      pdfVersion: "1.7",
      // The types of the library do not know this one yet.
      subset: "PDF/UA" as never,
      tagged: true,
      displayTitle: true,
      lang: paper.language === "es" ? "es-US" : "en-US",
      bufferPages: true,
      info: {
        Title: paper.title,
        Author: paper.author,
        Producer: "Joint Docket",
        Creator: "Joint Docket",
        CreationDate: paper.made,
        ModDate: paper.made,
      },
    });
    this.#doc.registerFont("plain", plain).registerFont("strong", strong);
    this.#doc.font("plain");
    // The library keeps the face it opened to itself; what signs the face has is known nowhere else.
    const { font } = Reflect.get(this.#doc, "_font") as {
      font: { hasGlyphForCodePoint(sign: number): boolean };
    };
    this.#has = (sign) => font.hasGlyphForCodePoint(sign);
    this.#root = this.#doc.struct("Document");
    this.#doc.addStructure(this.#root);
  }

  get #width(): number {
    return this.#doc.page.width - 2 * MARGIN;
  }

  get #bottom(): number {
    return this.#doc.page.height - FOOT - 20;
  }

  #use({ face, size, colour }: Setting): void {
    this.#doc.font(face).fontSize(size).fillColor(colour);
  }

  #height(text: string, setting: Setting, width: number): number {
    this.#use(setting);
    return this.#doc.heightOfString(this.#set(text), { width, lineGap: 1.5 });
  }

  #set(text: string): string {
    return setIn(text, this.#has);
  }

  /** Goes to the next page unless so much has room. */
  #room(height: number): boolean {
    if (this.#y + height <= this.#bottom) return false;
    this.#doc.addPage();
    this.#y = MARGIN;
    return true;
  }

  #element(parent: Element, type: string, options: object = {}): Element {
    const element = this.#doc.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Sets text at a place as the content of an element of its own. */
  #write(
    parent: Element,
    type: string,
    text: string,
    setting: Setting,
    at: Place,
    options: object = {},
  ): void {
    const shown = this.#set(text);
    const element = this.#element(parent, type, shown === text ? options : { ...options, actual: text });
    const content = this.#doc.markStructureContent(type);
    this.#draw(shown, setting, at);
    this.#doc.endMarkedContent();
    element.add(content);
    element.end();
  }

  #draw(shown: string, setting: Setting, { x, y, width, number }: Place): void {
    this.#use(setting);
    this.#doc.text(shown, x, y, {
      width,
      lineGap: 1.5,
      align: number ? "right" : "left",
      ...(number ? { features: ["tnum"] } : {}),
    });
  }

  /** What is there for the eye alone. */
  #artifact(draw: () => void, attached?: "Top" | "Bottom"): void {
    this.#doc.markContent(
      "Artifact",
      attached ? { type: "Pagination", attached: [attached] } : { type: "Layout" },
    );
    draw();
    this.#doc.endMarkedContent();
  }

  #line(y: number, colour = RULE): void {
    this.#artifact(() =>
      this.#doc
        .lineWidth(0.5)
        .strokeColor(colour)
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + this.#width, y)
        .stroke(),
    );
  }

  #paragraph(type: string, text: string, setting: Setting, keep = 0): void {
    const height = this.#height(text, setting, this.#width);
    if (this.#y > MARGIN) this.#y += setting.before;
    this.#room(height + keep);
    const { page } = this.#doc;
    this.#write(this.#root, type, text, setting, { x: MARGIN, y: this.#y, width: this.#width });
    // A text longer than a page goes on by itself.
    this.#y = (this.#doc.page === page ? this.#y + height : this.#doc.y) + setting.after;
  }

  #notice(text: string): void {
    const width = this.#width - 14;
    const height = this.#height(text, SETTINGS.text, width);
    this.#room(height + 8);
    this.#artifact(() => this.#doc.rect(MARGIN, this.#y, 3, height + 4).fill(BAR));
    this.#write(this.#root, "P", text, SETTINGS.text, { x: MARGIN + 14, y: this.#y + 2, width });
    this.#y += height + 14;
  }

  #list(items: readonly string[]): void {
    const list = this.#element(this.#root, "L");
    for (const text of items) {
      const width = this.#width - 14;
      const height = this.#height(text, SETTINGS.text, width);
      this.#room(height);
      const item = this.#element(list, "LI");
      this.#write(item, "Lbl", "•", SETTINGS.text, { x: MARGIN, y: this.#y, width: 12 });
      this.#write(item, "LBody", text, SETTINGS.text, { x: MARGIN + 14, y: this.#y, width });
      item.end();
      this.#y += height + 3;
    }
    list.end();
    this.#y += 5;
  }

  #table({ caption, columns, rows }: Block & { is: "table" }): void {
    const places = placesOf(columns, this.#width);
    const heightOf = (cells: readonly string[], setting: Setting) =>
      Math.max(...cells.map((cell, at) => this.#height(cell, setting, (places[at] as Cell).width))) + 2 * PAD;
    const titles = columns.map(({ title }) => title);
    const headHeight = heightOf(titles, SETTINGS.head);
    const captionHeight =
      caption === undefined
        ? 0
        : this.#height(caption, SETTINGS.caption, this.#width) + SETTINGS.caption.after;
    const first = rows[0];
    if (this.#y > MARGIN && caption !== undefined) this.#y += SETTINGS.caption.before;
    this.#room(captionHeight + headHeight + (first ? heightOf(first, SETTINGS.cell) : 0));
    const table = this.#element(this.#root, "Table");
    if (caption !== undefined)
      this.#write(table, "Caption", caption, SETTINGS.caption, {
        x: MARGIN,
        y: this.#y,
        width: this.#width,
      });
    this.#y += captionHeight;
    const head = this.#element(table, "THead");
    this.#row(head, titles, places, SETTINGS.head, headHeight, () => ["TH", { scope: "Column" }]);
    head.end();
    const body = this.#element(table, "TBody");
    for (const cells of rows) {
      const height = heightOf(cells, SETTINGS.cell);
      // The headings again, for the eye alone: a reader of tags meets them once, where they belong.
      if (this.#room(height)) this.#repeat(titles, places, headHeight);
      this.#row(body, cells, places, SETTINGS.cell, height, (at) =>
        at === 0 ? ["TH", { scope: "Row" }] : ["TD", {}],
      );
    }
    body.end();
    table.end();
    this.#y += 10;
  }

  #row(
    parent: Element,
    cells: readonly string[],
    places: readonly Cell[],
    setting: Setting,
    height: number,
    kind: (at: number) => [string, object],
  ): void {
    const row = this.#element(parent, "TR");
    cells.forEach((cell, at) => {
      const { x, width, number } = places[at] as Cell;
      const [type, options] = kind(at);
      this.#write(row, type, cell, setting, { x: MARGIN + x, y: this.#y + PAD, width, number }, options);
    });
    row.end();
    this.#y += height;
    this.#line(this.#y);
  }

  #repeat(titles: readonly string[], places: readonly Cell[], height: number): void {
    this.#artifact(() =>
      titles.forEach((title, at) => {
        const { x, width, number } = places[at] as Cell;
        this.#draw(this.#set(title), SETTINGS.head, { x: MARGIN + x, y: this.#y + PAD, width, number });
      }),
    );
    this.#y += height;
    this.#line(this.#y);
  }

  #block(block: Block): void {
    switch (block.is) {
      case "heading":
        this.#doc.outline.addItem(this.#set(block.text));
        // A heading is not left alone at the foot of a page.
        return this.#paragraph(`H${block.level}`, block.text, SETTINGS[block.level], 60);
      case "text":
        return this.#paragraph("P", block.text, block.quiet ? SETTINGS.quiet : SETTINGS.text);
      case "notice":
        return this.#notice(block.text);
      case "list":
        return this.#list(block.items);
      case "table":
        return this.#table(block);
    }
  }

  /** Head and foot of every page, written last because only then the number of pages is known. */
  #margins(): void {
    const { foot, mark, language } = this.#paper;
    const { start, count } = this.#doc.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.#doc.switchToPage(page);
      this.#doc.page.margins.bottom = 0;
      const number = language === "es" ? `Página ${page + 1} de ${count}` : `Page ${page + 1} of ${count}`;
      const y = this.#doc.page.height - FOOT;
      this.#artifact(() => {
        this.#draw(this.#set(foot), SETTINGS.quiet, { x: MARGIN, y, width: this.#width - 90 });
        this.#draw(this.#set(number), SETTINGS.quiet, {
          x: MARGIN + this.#width - 90,
          y,
          width: 90,
          number: true,
        });
      }, "Bottom");
      if (mark !== undefined)
        this.#artifact(
          () => this.#draw(this.#set(mark), SETTINGS.head, { x: MARGIN, y: MARGIN / 2, width: this.#width }),
          "Top",
        );
    }
  }

  async print(): Promise<Uint8Array> {
    const pieces: Buffer[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      this.#doc
        .on("data", (piece: Buffer) => pieces.push(piece))
        .on("end", resolve)
        .on("error", reject);
    });
    for (const block of this.#paper.blocks) this.#block(block);
    this.#root.end();
    this.#margins();
    this.#doc.end();
    await ended;
    return Buffer.concat(pieces);
  }
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly number?: boolean;
}

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly number: boolean;
}

const GAP = 12;

function placesOf(columns: readonly Column[], width: number): Cell[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const usable = width - GAP * (columns.length - 1);
  let x = 0;
  return columns.map(({ share, number = false }) => {
    const cell = { x, width: (usable * share) / all, number };
    x += cell.width + GAP;
    return cell;
  });
}

/** The document as a tagged PDF; the same document gives the same bytes. */
export function print(paper: Paper): Promise<Uint8Array> {
  return new Press(paper).print();
}
