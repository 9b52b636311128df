/** How much of a figure each federal district has, on our own map: one tile a district, its number in it, each a link to its entries. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Frame, Known } from "../../address/index.ts";
import { type Broken, type Group, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { COLUMNS, ROWS, type Tile, tilesOf } from "./tiles.ts";
import { useValue } from "./values.ts";

const SIDE = 64;
const GAP = 2;

interface TileProps {
  tile: Tile;
  name: string;
  broken: Broken;
  group: Group | undefined;
  /** 0 to 1 of the darkest. */
  shade: number;
  asked: Omit<Frame, keyof Known>;
}

function DistrictTile({ tile, name, broken, group, shade, asked }: TileProps) {
  const { t } = useWords();
  const value = useValue();
  const [x, y] = [tile.x * SIDE + GAP / 2, tile.y * SIDE + GAP / 2];
  const [width, height] = [tile.width * SIDE - GAP, tile.height * SIDE - GAP];
  const isWhole = tile.width === 1 && tile.height === 1;
  const said = group ? value(broken.measure, group) : "";
  const drawn = (
    <>
      <rect x={x} y={y} width={width} height={height} rx={3} style={{ fillOpacity: 0.08 + shade * 0.82 }} />
      <text
        x={x + width / 2}
        y={y + height / 2 + (isWhole ? -5 : 4)}
        className={shade > 0.5 ? "on-dark" : undefined}
      >
        {isWhole || !group ? tile.key : said}
      </text>
      {isWhole && group ? (
        <text x={x + width / 2} y={y + height / 2 + 13} className={shade > 0.5 ? "value on-dark" : "value"}>
          {said}
        </text>
      ) : null}
    </>
  );
  if (!group) return <g className="tile is-empty">{drawn}</g>;
  return (
    <Link
      to="/results/$measure"
      params={{ measure: broken.measure.measure }}
      search={{ ...asked, district: tile.key }}
      className="tile"
    >
      <title>{t("broken.open", { value: said, group: name })}</title>
      {drawn}
    </Link>
  );
}

export function DistrictMap({ broken, asked }: { broken: Broken; asked: Omit<Frame, keyof Known> }) {
  const { t, say } = useWords();
  const districts = useQuery(queries.districts());
  if (!districts.data) return null;
  const byKey = new Map(broken.groups.map((group) => [group.key[0], group]));
  const most = Math.max(1, ...broken.groups.map(({ value }) => value ?? 0));
  const names = new Map(districts.data.map(({ key, name }) => [key, say(name)]));
  return (
    <figure className="chart district-map">
      <div className="scroller" tabIndex={0} role="region" aria-label={t("trend.map")}>
        <svg
          viewBox={`0 0 ${COLUMNS * SIDE} ${ROWS * SIDE}`}
          role="group"
          aria-labelledby="district-map-words"
        >
          {tilesOf(districts.data.map(({ key }) => key)).map((tile) => (
            <DistrictTile
              key={tile.key}
              tile={tile}
              name={names.get(tile.key) ?? tile.key}
              broken={broken}
              group={byKey.get(tile.key)}
              shade={(byKey.get(tile.key)?.value ?? 0) / most}
              asked={asked}
            />
          ))}
        </svg>
      </div>
      <figcaption className="small muted" id="district-map-words">
        {t("trend.mapWords")}
      </figcaption>
    </figure>
  );
}
