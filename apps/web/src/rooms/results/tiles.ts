/** Where each federal district stands on our own map: a square for each state, roughly where it lies, parted among its districts. */

/** Column and row of each state's square, west to east and north to south. */
const STATES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  AK: [0, 0],
  ME: [10, 0],
  VT: [9, 1],
  NH: [10, 1],
  WA: [0, 1],
  MT: [2, 1],
  ND: [3, 1],
  MN: [4, 1],
  WI: [5, 1],
  MI: [6, 1],
  NY: [8, 1],
  OR: [0, 2],
  ID: [1, 2],
  WY: [2, 2],
  SD: [3, 2],
  IA: [4, 2],
  IL: [5, 2],
  IN: [6, 2],
  OH: [7, 2],
  PA: [8, 2],
  MA: [9, 2],
  RI: [10, 2],
  CA: [0, 3],
  NV: [1, 3],
  CO: [2, 3],
  NE: [3, 3],
  MO: [4, 3],
  KY: [5, 3],
  WV: [6, 3],
  MD: [7, 3],
  NJ: [8, 3],
  CT: [9, 3],
  UT: [1, 4],
  NM: [2, 4],
  KS: [3, 4],
  AR: [4, 4],
  TN: [5, 4],
  VA: [6, 4],
  DC: [7, 4],
  DE: [8, 4],
  AZ: [1, 5],
  OK: [3, 5],
  LA: [4, 5],
  MS: [5, 5],
  AL: [6, 5],
  NC: [7, 5],
  TX: [3, 6],
  GA: [6, 6],
  SC: [7, 6],
  HI: [0, 6],
  FL: [7, 7],
  GU: [0, 7],
  MP: [1, 7],
  PR: [9, 7],
  VI: [10, 7],
};

export const COLUMNS = 11;
export const ROWS = 8;

export interface Tile {
  readonly key: string;
  /** In squares: 0.5 is half a square. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Northern above southern; western before eastern; the middle between them. */
const DOWN = "NMCS";
const ACROSS = "WMCNE";

function parts(
  directions: readonly string[],
): { direction: string; x: number; y: number; w: number; h: number }[] {
  const number = directions.length;
  if (number === 4) {
    const order = [...directions].sort((a, b) => "NEWCS".indexOf(a) - "NEWCS".indexOf(b));
    return order.map((direction, at) => ({
      direction,
      x: (at % 2) / 2,
      y: at < 2 ? 0 : 0.5,
      w: 0.5,
      h: 0.5,
    }));
  }
  const isDown = directions.includes("S");
  const along = isDown ? DOWN : ACROSS;
  const order = [...directions].sort((a, b) => along.indexOf(a) - along.indexOf(b));
  return order.map((direction, at) =>
    isDown
      ? { direction, x: 0, y: at / number, w: 1, h: 1 / number }
      : { direction, x: at / number, y: 0, w: 1 / number, h: 1 },
  );
}

/** The tiles of these districts, by their keys: a state's two letters and, where it has several, a direction. */
export function tilesOf(keys: readonly string[]): Tile[] {
  const byState = new Map<string, string[]>();
  for (const key of keys) {
    const state = key.slice(0, 2);
    byState.set(state, [...(byState.get(state) ?? []), key.slice(2)]);
  }
  return [...byState].flatMap(([state, directions]) => {
    const place = STATES[state];
    if (!place) return [];
    return parts(directions).map(({ direction, x, y, w, h }) => ({
      key: state + direction,
      x: place[0] + x,
      y: place[1] + y,
      width: w,
      height: h,
    }));
  });
}
