/** Bounds of imprecise dates: the first and last day that they may mean. */

const daysIn = (month) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

export function startOf(date) {
  const [start] = date.split("/");
  if (start.length === 4) return `${start}-01-01`;
  return start.length === 7 ? `${start}-01` : start;
}

export function endOf(date) {
  const end = date.split("/").at(-1);
  if (end.length === 4) return `${end}-12-31`;
  return end.length === 7 ? `${end}-${daysIn(end)}` : end;
}

/** Some time from the one date to the other, where both are known and in order. */
export function between(from, to) {
  if (!from || !to) return undefined;
  const [a, b] = [startOf(from), endOf(to)];
  if (a > b) return undefined;
  return a === b ? a : `${a}/${b}`;
}
