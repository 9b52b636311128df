/** Which cells of a break-down are not shown, so that a count of one or two people cannot be read from it nor worked out from its total. */

/** Counts below this may identify people: one or two of a country are not shown. An installation may ask for more. */
export const LEAST_SHOWN = 3;

/**
 * Of each cell whether it is hidden; undefined where the whole break-down must be left out, its headings included.
 * `least` is the smallest count that is shown. Where cells are hidden, their total must leave open what each of them is, even
 * to a reader who knows these rules: so the smallest of the others are hidden with them, all that are equally small, until
 * the hidden ones are not all the same. The rules do not look at a cell's place, so whatever stands in one hidden cell may
 * then stand in another.
 */
export function hiddenAmong(counts: readonly number[], least: number): readonly boolean[] | undefined {
  const hidden = counts.map((count) => count > 0 && count < least);
  if (!hidden.includes(true)) return hidden;
  for (;;) {
    const inside = new Set(counts.filter((_, at) => hidden[at]));
    if (inside.size > 1) return hidden;
    const outside = counts.filter((count, at) => count > 0 && !hidden[at]);
    if (outside.length === 0) return undefined;
    const smallest = Math.min(...outside);
    counts.forEach((count, at) => {
      if (count === smallest) hidden[at] = true;
    });
  }
}
