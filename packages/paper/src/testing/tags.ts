/** Reads the structure of a printed document back out of its bytes, so that tests can see what a screen reader is told. */
import { inflateSync } from "node:zlib";

export interface Tag {
  readonly type: string;
  readonly scope: string | undefined;
  readonly actual: string | undefined;
  readonly children: readonly Tag[];
}

export interface Printed {
  readonly catalog: string;
  readonly title: string;
  readonly pages: number;
  readonly tags: readonly Tag[];
  /** The drawing instructions of each page. */
  readonly contents: readonly string[];
}

/** Reads what `print` writes: every object by itself, nothing encrypted. */
export function readTags(bytes: Uint8Array): Printed {
  const text = Buffer.from(bytes).toString("latin1");
  const objects = new Map<number, { head: string; stream: Buffer | undefined }>();
  for (const found of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = "", whole = ""] = found;
    const [head = "", stream] = whole.split(/\nstream\n/);
    const raw = stream === undefined ? undefined : Buffer.from(stream.replace(/\nendstream$/, ""), "latin1");
    objects.set(Number(number), { head, stream: raw });
  }
  const heads = [...objects.values()].map(({ head }) => head);
  const one = (pattern: RegExp) => heads.find((head) => pattern.test(head)) ?? "";
  const tagOf = (reference: number): Tag => {
    const head = objects.get(reference)?.head ?? "";
    const kids = /\/K \[([^\]]*)\]/.exec(head)?.[1] ?? "";
    return {
      type: /\/S \/(\w+)/.exec(head)?.[1] ?? "?",
      scope: /\/Scope \/(\w+)/.exec(head)?.[1],
      actual: /\/ActualText/.test(head) ? "given" : undefined,
      children: [...kids.matchAll(/(?:^|\s)(\d+) 0 R/g)].flatMap(([, kid]) =>
        /\/S \//.test(objects.get(Number(kid))?.head ?? "") ? [tagOf(Number(kid))] : [],
      ),
    };
  };
  const root = /\/K \[(\d+) 0 R\]/.exec(one(/\/Type \/StructTreeRoot/))?.[1];
  const contents = heads
    .filter((head) => /\/Type \/Page\b/.test(head))
    .map((head) => {
      const stream = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.stream;
      return stream ? inflateSync(stream).toString("latin1") : "";
    });
  return {
    catalog: one(/\/Type \/Catalog/),
    title: objects.get(Number(/\/Title (\d+) 0 R/.exec(one(/\/Producer/))?.[1]))?.head ?? "",
    pages: contents.length,
    tags: root === undefined ? [] : [tagOf(Number(root))],
    contents,
  };
}
