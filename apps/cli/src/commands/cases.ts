/** jd cases: the list of cases. */
import { findDistrict } from "@joint-docket/taskforce/reference/pure";
import { localOperator } from "@joint-docket/taskforce/access";
import { listCases } from "@joint-docket/taskforce/docket";
import { type Command, oneOf, text, UsageError } from "../command.ts";
import { everyPage } from "../pages.ts";
import { table } from "../table.ts";

function districtOf(wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const found = findDistrict(wanted);
  if (!found) throw new UsageError(`“${wanted}” is no district (such as TXS or "S.D. Tex.").`);
  return found.key;
}

const FILTERS = ["district", "task-force", "status", "find"];

/** `district=TXS,status=charged` as the options of these names. */
function filtersIn(written: string | undefined): Record<string, string> {
  if (written === undefined) return {};
  return Object.fromEntries(
    written.split(",").map((filter) => {
      const [name = "", ...value] = filter.split("=");
      if (!FILTERS.includes(name.trim()) || value.length === 0)
        throw new UsageError(
          `“${filter}” is no filter; name one of ${FILTERS.join(", ")}, as in district=TXS.`,
        );
      return [name.trim(), value.join("=").trim()];
    }),
  );
}

export const cases: Command = {
  name: "cases",
  usage:
    "[--filter NAME=VALUE] [--district D] [--task-force yes|no|unknown] [--status S] [--find WORDS] [--as-known-on DATE] [--basis recorded|attested]",
  summary: "Lists the cases one may see.",
  help: [
    "--filter NAME=VALUE  the same filters by one name, parted by commas: district=TXS,status=charged",
    "--find WORDS         words that all occur in the title or summary",
    "--as-known-on DATE   cases that a dated source had stated by then; with --basis recorded, that stood here by then",
  ],
  options: {
    filter: { type: "string" },
    district: { type: "string" },
    "task-force": { type: "string" },
    status: { type: "string" },
    find: { type: "string" },
    "as-known-on": { type: "string" },
    basis: { type: "string" },
  },
  async run(work) {
    const { values: given, json, print } = work;
    const values = { ...filtersIn(text(given.filter)), ...given };
    const filter = {
      district: districtOf(text(values.district)),
      taskForce:
        values["task-force"] === undefined
          ? undefined
          : oneOf("task-force", values["task-force"], ["yes", "no", "unknown"] as const, "unknown"),
      status: text(values.status),
      q: text(values.find),
    };
    const { items, cut } = await everyPage(work, ({ ledger, known }, paging) =>
      ledger.read(localOperator, (reader) => listCases(reader, ledger.kinds, known, filter, paging)),
    );
    if (json) print(JSON.stringify({ cases: items, cut }));
    else {
      const rows = items.map((row) => [
        row.announced ?? "–",
        row.district ?? "–",
        row.taskForce,
        row.status ?? "–",
        String(row.defendants),
        String(row.convicted),
        String(row.sentenced),
        `${row.synthetic ? "[synthetic] " : ""}${row.title}`,
      ]);
      print(
        table(
          ["announced", "district", "task force", "status", "defendants", "convicted", "sentenced", "case"],
          rows,
        ),
      );
      const synthetic = items.filter((row) => row.synthetic).length;
      print(
        `${items.length} cases${synthetic === 0 ? "" : `, ${synthetic} of them synthetic: made up by a program`}.`,
      );
    }
    return 0;
  },
};
