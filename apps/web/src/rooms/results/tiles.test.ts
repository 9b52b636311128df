import { districts } from "@joint-docket/taskforce/reference/pure";
import { describe, expect, it } from "vitest";
import { COLUMNS, ROWS, tilesOf } from "./tiles.ts";

describe("the map of districts", () => {
  const tiles = tilesOf(districts.map(({ key }) => key));

  it("has a tile for every district, inside the map and on no other", () => {
    expect(tiles.map(({ key }) => key).sort()).toEqual(districts.map(({ key }) => key).sort());
    for (const one of tiles) {
      expect(one.x >= 0 && one.x + one.width <= COLUMNS + 1e-9 && one.y + one.height <= ROWS + 1e-9).toBe(
        true,
      );
      for (const other of tiles)
        if (other !== one)
          expect(
            one.x + one.width <= other.x + 1e-9 ||
              other.x + other.width <= one.x + 1e-9 ||
              one.y + one.height <= other.y + 1e-9 ||
              other.y + other.height <= one.y + 1e-9,
            `${one.key} and ${other.key}`,
          ).toBe(true);
    }
  });

  it("puts northern districts above southern ones and western ones before eastern ones", () => {
    const at = (key: string) => tiles.find((tile) => tile.key === key);
    expect(at("ALN")?.y).toBeLessThan(at("ALS")?.y ?? 0);
    expect(at("TNW")?.x).toBeLessThan(at("TNE")?.x ?? 0);
    expect(at("TXN")?.y).toBeLessThan(at("TXS")?.y ?? 0);
    expect(at("TXW")?.x).toBeLessThan(at("TXS")?.x ?? 0);
  });
});
