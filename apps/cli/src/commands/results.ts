/** jd results: how many, since when, as known on which day, says who. */
import { localOperator } from "@joint-docket/taskforce/access";
import { csvOf } from "@joint-docket/taskforce/published";
import {
  answers,
  type Breakdown,
  breakdowns,
  breakdownTitles,
  brokenDown,
  everything,
  framed,
  type Group,
  type MeasureAnswer,
  measureAsked,
  measureNames,
  measureOfSum,
  measures,
  parseBreakdowns,
  populationTitles,
  reasonTitles,
  sayGroup,
  saySum,
  sumsOf as sumKinds,
  tableOf,
} from "@joint-docket/taskforce/results";
import { type Command, frameOf, frameOptions, oneOf, text, UsageError, type Work } from "../command.ts";
import { table } from "../table.ts";

const MADE_UP = "made up by a program, not real cases";

const claimed = {
  exactly: "",
  "more-than": "more than ",
  "at-least": "at least ",
  about: "about ",
  under: "under ",
  "just-under": "just under ",
  worded: "",
};

/** “24.1 percent (27 of 112)”, “$1,200”, or a count. */
function sayValue({ measure, totals }: MeasureAnswer): string {
  const { value, ratio, sums } = totals;
  if (measure.counts === "percent") {
    const [part, whole] = ratio ? [ratio.part, ratio.whole] : [0, 0];
    const made = measure.grows ? `${whole} to ${part}` : `${part} of ${whole}`;
    return value === null ? `nothing to compare with (${made})` : `${value} percent (${made})`;
  }
  const [sum] = sums;
  return measure.counts !== "number" && sum ? saySum(sum).en : String(value);
}

function tell(answer: MeasureAnswer, { print }: Work): void {
  const { measure, totals, unknownCases, synthetic, reported } = answer;
  print(`${measure.title.en}: ${sayValue(answer)} (${totals.entries} entries in ${totals.cases} cases)`);
  if (measure.counts === "number")
    for (const sum of totals.sums) print(`           ${saySum(sum).en} (${sum.entries} entries)`);
  if (synthetic > 0) print(`    ${String(synthetic).padStart(6)} of these entries are synthetic: ${MADE_UP}`);
  for (const { reason, entries } of totals.leftOut)
    print(`    ${String(entries).padStart(6)} left out: ${reasonTitles[reason].en.toLowerCase()}`);
  for (const { claim, asOf, source } of reported) {
    print(
      `    reported: ${claimed[claim.operator]}${claim.value ?? claim.wording ?? ""}${asOf === null ? ", day not known" : ` as of ${asOf}`} (${source?.title ?? "no source"})`,
    );
  }
  if (unknownCases > 0)
    print(`    of ${unknownCases} cases no source says whether they are the task force's`);
}

/** The break-down as a table. */
function tellGroups(by: readonly Breakdown[], groups: readonly Group[], { print }: Work): void {
  const said = groups.map(({ key, value, ratio, sums, entries }) => [
    ...by.map((one, at) => sayGroup(one, key[at] ?? null).en),
    value === null ? "–" : String(value),
    ...(ratio ? [`${ratio.part}`, `${ratio.whole}`] : []),
    String(entries),
    sums.map((sum) => saySum(sum).en).join("; "),
  ]);
  const ratio = groups.some((group) => group.ratio !== null) ? ["part", "whole"] : [];
  print(table([...by.map((one) => breakdownTitles[one].en), "value", ...ratio, "entries", "sums"], said));
}

/** The sums of a figure in the shape that `--json` prints. */
function sumsOf(sums: Group["sums"]) {
  return sums.map((sum) => ({ ...sum }));
}

function year(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{4}$/.test(value))
    throw new UsageError(`--${name} takes a fiscal year, such as 2020; not “${value}”.`);
  return Number(value);
}

export const results: Command = {
  name: "results",
  usage:
    "[--as-known-on DATE | --cut TOKEN] [--basis attested|recorded] [--measure NAME [--by GROUPS] [--csv] [--sum value|quantity] [--of NAME --base-year YEAR]] [--population record|task-force] [--since DATE|none] [--until DATE]",
  summary:
    "Counts arrests, convictions, sentences, seizures and the rest, with the entries behind each and the ones left out.",
  help: [
    "--as-known-on DATE  what was known by the end of that day",
    "--cut TOKEN         what was seen at a cut, as commands print it: the same figures on any later day",
    "--basis             attested (default): a dated source had stated it; recorded: this ledger knew it",
    "--population        record (default): all cases; task-force: those a source calls the task force's",
    "--since, --until    first and last day counted; default since 2021-06-01, none counts from the beginning",
    `--measure           ${measureNames.join(", ")};`,
    "                    any number of months in sentences-of-120-months-or-more; sums in seizures-in-USD or",
    "                    forfeitures-in-kilograms; growth-since with --of NAME and --base-year YEAR",
    `--by                with --measure: ${breakdowns.join(", ")}; several with commas`,
    "--csv               with --measure: the break-down or, without --by, every entry counted and left out, as CSV",
    "--sum               with seizures or forfeitures: their one sum, refused where there are several units",
    "--base-year         with growth-since: the fiscal year it grows from; --later-year: the one compared with it,",
    "                    which is the last one that has ended where left out",
  ],
  options: {
    ...frameOptions,
    until: { type: "string" },
    measure: { type: "string" },
    by: { type: "string" },
    csv: { type: "boolean" },
    sum: { type: "string" },
    of: { type: "string" },
    "base-year": { type: "string" },
    "later-year": { type: "string" },
  },
  async run(work) {
    const { values, json, print, withInstallation } = work;
    const query = frameOf(values);
    const named = text(values.measure);
    const [asked, of] = [text(values.by), text(values.of)];
    const sum = values.sum === undefined ? undefined : oneOf("sum", values.sum, sumKinds, "value");
    const years = {
      baseYear: year("base-year", text(values["base-year"])),
      laterYear: year("later-year", text(values["later-year"])),
    };
    if (named === undefined && (asked !== undefined || sum !== undefined || values.csv === true))
      throw new UsageError("--by, --csv and --sum are of one measure: name it with --measure.");
    await withInstallation(async ({ ledger }) => {
      const { frame, cut } = await framed(ledger, query);
      const token = ledger.cut.seal(cut);
      await ledger.read(localOperator, async (reader) => {
        const wanted =
          named === undefined
            ? Object.values(measures)
            : [measureAsked({ measure: named, of, ...years }, cut.seen.day)];
        const [first] = wanted;
        const chosen = first && sum !== undefined ? [await measureOfSum(reader, first, frame, sum)] : wanted;
        const [one] = chosen;
        const by = one && asked !== undefined ? parseBreakdowns(one, asked) : [];
        if (one && values.csv === true) {
          const { headings, rows } = await tableOf(reader, one, frame, by);
          print(csvOf(headings, rows).trimEnd());
          return;
        }
        const found = await answers(reader, frame, chosen);
        const groups = one && by.length > 0 ? await brokenDown(reader, one, frame, by) : [];
        if (!json) {
          print(
            `${populationTitles[frame.population].en}; ${frame.basis}${frame.knownOn === null ? "" : ` by ${frame.knownOn}`}; since ${frame.since ?? "the beginning"}${frame.until == null ? "" : ` until ${frame.until}`}.`,
          );
          for (const answer of found) tell(answer, work);
          if (by.length > 0) tellGroups(by, groups, work);
          return;
        }
        const listed = [];
        for (const { measure, totals, unknownCases, synthetic, reported } of found) {
          const judged = await everything(reader, measure, frame);
          listed.push({
            measure: measure.grows ? "growth-since" : measure.name,
            ...(measure.grows
              ? { of: measure.grows.of, baseYear: measure.grows.base, laterYear: measure.grows.later }
              : {}),
            version: measure.version,
            value: totals.value,
            unit: measure.unit.en,
            ...(totals.ratio ? { ratio: totals.ratio } : {}),
            ...(totals.sums.length > 0 ? { sums: sumsOf(totals.sums) } : {}),
            basis: frame.basis,
            population: frame.population,
            populationUnknownCases: unknownCases,
            synthetic,
            cut: token,
            entries: judged.filter(({ reason }) => reason === null).map(({ entry }) => entry),
            leftOut: judged
              .filter(({ reason }) => reason !== null)
              .map(({ entry, reason, because }) => ({ entry, reason, because })),
            reported: reported.map(({ claim, value, asOf, source }) => ({ claim, value, asOf, source })),
            ...(by.length > 0
              ? {
                  by,
                  groups: groups.map(({ key, value, ratio, sums, entries, cases }) => ({
                    key,
                    value,
                    ...(ratio ? { ratio } : {}),
                    ...(sums.length > 0 ? { sums: sumsOf(sums) } : {}),
                    entries,
                    cases,
                  })),
                }
              : {}),
          });
        }
        print(JSON.stringify(listed));
      });
    });
    return 0;
  },
};
