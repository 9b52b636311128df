/** Spanish has a third plural form, for whole millions, that reads like the ordinary one. */

type Words = { readonly [key: string]: string | Words };

/** The catalogue with a `_many` beside every `_other`. */
export function withMany(words: Words): Words {
  const all: Record<string, string | Words> = {};
  for (const [key, value] of Object.entries(words)) {
    all[key] = typeof value === "string" ? value : withMany(value);
    if (key.endsWith("_other")) all[key.replace(/_other$/, "_many")] = value;
  }
  return all;
}
