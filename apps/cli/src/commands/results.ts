/** jd results: how many, since when, as known on which day, says who. */
import { localOperator } from "@joint-docket/taskforce/access";
import {
  answers,
  everything,
  framed,
  measureNamed,
  type MeasureAnswer,
  measures,
  parseFrame,
  populationTitles,
  reasonTitles,
} from "@joint-docket/taskforce/results";
import { type Command, text, type Work } from "../command.ts";

const claimed = {
  exactly: "",
  "more-than": "more than ",
  "at-least": "at least ",
  about: "about ",
  under: "under ",
  "just-under": "just under ",
  worded: "",
};

function tell({ measure, totals, unknownCases, reported }: MeasureAnswer, { print }: Work): void {
  print(`${measure.title.en}: ${totals.value} (${totals.entries} entries in ${totals.cases} cases)`);
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

export const results: Command = {
  name: "results",
  usage:
    "[--as-known-on DATE | --cut TOKEN] [--basis attested|recorded] [--measure NAME] [--population record|task-force] [--since DATE|none]",
  summary:
    "Counts arrests, convictions and people sentenced, with the entries behind each and the ones left out.",
  help: [
    "--as-known-on DATE  what was known by the end of that day",
    "--cut TOKEN         what was seen at a cut, as commands print it: the same figures on any later day",
    "--basis             attested (default): a dated source had stated it; recorded: this ledger knew it",
    "--population        record (default): all cases; task-force: those a source calls the task force's",
    "--since             first day counted; default 2021-06-01, none counts from the beginning",
  ],
  options: {
    "as-known-on": { type: "string" },
    cut: { type: "string" },
    basis: { type: "string" },
    measure: { type: "string" },
    population: { type: "string" },
    since: { type: "string" },
  },
  async run(work) {
    const { values, json, print, withInstallation } = work;
    const query = parseFrame({
      asKnownOn: text(values["as-known-on"]),
      cut: text(values.cut),
      basis: text(values.basis),
      population: text(values.population),
      since: text(values.since),
    });
    const named = text(values.measure);
    const asked = named === undefined ? Object.values(measures) : [measureNamed(named)];
    await withInstallation(async ({ ledger }) => {
      const { frame, cut } = await framed(ledger, query);
      const token = ledger.cut.seal(cut);
      await ledger.read(localOperator, async (reader) => {
        const found = await answers(reader, frame, asked);
        if (!json) {
          print(
            `${populationTitles[frame.population].en}; ${frame.basis}${frame.knownOn === null ? "" : ` by ${frame.knownOn}`}; since ${frame.since ?? "the beginning"}.`,
          );
          for (const answer of found) tell(answer, work);
          return;
        }
        const listed = [];
        for (const { measure, totals, unknownCases, reported } of found) {
          const judged = await everything(reader, measure, frame);
          listed.push({
            measure: measure.name,
            version: measure.version,
            value: totals.value,
            unit: measure.unit.en,
            basis: frame.basis,
            population: frame.population,
            populationUnknownCases: unknownCases,
            cut: token,
            entries: judged.filter(({ reason }) => reason === null).map(({ entry }) => entry),
            leftOut: judged
              .filter(({ reason }) => reason !== null)
              .map(({ entry, reason, because }) => ({ entry, reason, because })),
            reported: reported.map(({ claim, value, asOf, source }) => ({ claim, value, asOf, source })),
          });
        }
        print(JSON.stringify(listed));
      });
    });
    return 0;
  },
};
