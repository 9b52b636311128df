/** Describes each source once, and turns a statement of one into a row. */
import { BESIDE, KNOWN, publisherOf, sourceKey, UNADDRESSED } from "./sources.mjs";

/** Leaves out what is null or undefined. */
export function known(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
}

/** A row in the order of the format's fields. */
export function rowOf({ key, kind, subject, occurred, source, attestedAt, certainty, note, body }) {
  return known({ key, kind, subject, occurred, source, attestedAt, certainty, note: note || undefined, body });
}

export function sourceRegister(add) {
  const described = new Map();
  const describe = (key, { certainty, note, ...body }) => {
    if (!described.has(key)) {
      add(rowOf({ key, kind: "source.described", certainty, note, body: known(body) }));
      described.set(key, body.dated ?? null);
    }
    return { key, dated: described.get(key) };
  };
  return {
    /** The source at an address; what is known by hand goes before what the facts' fields say. */
    at(url, { title, sourceKind, dated }) {
      const by = KNOWN[url] ?? {};
      return describe(sourceKey(url), { title, publisher: publisherOf(url), url, sourceKind, ...by, dated: by.dated ?? dated });
    },
    /** A source whose address is left out or not known. */
    named(key, body) {
      return describe(key, body);
    },
    /** One described before. */
    of(key) {
      if (!described.has(key)) throw new Error(`${key} is not described before it is used`);
      return { key, dated: described.get(key) };
    },
    besides() {
      for (const { url, ...body } of BESIDE) describe(sourceKey(url), { publisher: publisherOf(url), url, ...body });
      for (const { key, ...body } of UNADDRESSED) describe(key, body);
    },
  };
}
