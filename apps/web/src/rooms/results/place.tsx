/** One group of a broken-down figure, as the address names it: its entries alone are listed. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Frame } from "../../address/index.ts";
import { type Breakdown, breakdowns, type Group, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";

/** How the address writes a key that is not known. */
const NOT_KNOWN = "not-known";

/** The address parts that put the list back to all groups. */
export const NO_PLACE = Object.fromEntries(breakdowns.map((by) => [by, undefined])) as {
  [By in Breakdown]: undefined;
};

/** Takes an address apart into the group it names and the frame it is asked in. */
export function placeIn<Search extends queries.Place>(search: Search) {
  const of: queries.Place = {};
  const asked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(search)) {
    const by = breakdowns.find((one) => one === name);
    if (by === undefined) asked[name] = value;
    else if (typeof value === "string") of[by] = value;
  }
  return { of, asked: asked as Omit<Search, Breakdown> };
}

/** The address parts that name a group. */
export function placeOf(by: readonly Breakdown[], { key }: Pick<Group, "key">): queries.Place {
  return Object.fromEntries(by.map((one, at) => [one, key[at] ?? NOT_KNOWN]));
}

/** Says which group the list is of, and leads back to all of them. */
export function OneGroup({ measure, frame, of }: { measure: string; frame: Frame; of: queries.Place }) {
  const { t, say } = useWords();
  const by = breakdowns.filter((one) => of[one] !== undefined);
  const answer = useQuery({ ...queries.broken(measure, frame, by), enabled: by.length > 0 });
  if (by.length === 0) return null;
  const group = answer.data?.groups.find(({ key }) =>
    by.every((one, at) => (key[at] ?? NOT_KNOWN) === of[one]),
  );
  const titles = answer.data?.measure.breakdowns ?? [];
  const words = by.map((one, at) => {
    const title = titles.find((known) => known.by === one)?.title;
    const name = group?.titles[at];
    return `${title ? say(title) : one}: ${name ? say(name) : of[one]}`;
  });
  return (
    <p className="section-head">
      <strong>{words.join(" · ")}</strong>{" "}
      <Link
        to="/results/$measure"
        params={{ measure }}
        resetScroll={false}
        search={(before) => ({ ...before, ...NO_PLACE, cursor: undefined })}
      >
        {t("broken.all")}
      </Link>
    </p>
  );
}
