/** jd figures: a figure of ours from draft to publication, run again, held against today, withdrawn. */
import { randomUUID } from "node:crypto";
import { isId, type Appended, type Ledger } from "@joint-docket/ledger";
import { localOperator } from "@joint-docket/taskforce/access";
import {
  againstToday,
  differencesCsv,
  differenceTitles,
  draftFigure,
  type Figure,
  figureOf,
  figureStates,
  listFigures,
  type Outcome,
  publishFigure,
  rerun,
  reviewFigure,
  tokenOfPin,
  withdrawFigure,
} from "@joint-docket/taskforce/published";
import { type Command, frameOptions, frameOf, oneOf, text, UsageError, type Work } from "../command.ts";
import { table } from "../table.ts";

const MOST_LISTED = 200;

function figureIn({ positionals }: Work): string {
  const id = positionals[1] ?? "";
  if (!isId(id)) throw new UsageError("Name a figure by its identifier, as jd figures lists them.");
  return id.toLowerCase();
}

function declared({ values }: Work): string {
  const by = text(values.by);
  if (by === undefined)
    throw new UsageError("Say who acts, with --by “Name”: it is recorded as declared, not verified.");
  return by;
}

async function tell(work: Work, ledger: Ledger, done: string, { entries }: Appended): Promise<number> {
  const [one] = entries;
  // The next checkpoint covers this act as well; what is recorded must not look lost for want of this one.
  await ledger.checkpoints.tick().catch(() => undefined);
  if (work.json) work.print(JSON.stringify({ figure: one?.subject, entry: one?.id }));
  else work.print(`${done}: figure ${one?.subject} (entry ${one?.id}).`);
  return 0;
}

type Act = (work: Work, ledger: Ledger) => Promise<number>;

const list: Act = async (work, ledger) => {
  const { values, json, print } = work;
  const all = [...figureStates, "all"] as const;
  const state = oneOf("state", values.state, all, "all");
  const { items } = await ledger.read(localOperator, (reader) =>
    listFigures(reader, state === "all" ? figureStates : [state], undefined, MOST_LISTED),
  );
  if (json) print(JSON.stringify(items));
  else if (items.length === 0)
    print("There are no figures yet. Draft one: jd figures draft arrests --by “Name”.");
  else
    print(
      table(
        ["figure", "state", "sentence", "drafted by"],
        items.map(({ figure, state: now, sentence, by }) => [figure, now, sentence.en, by]),
      ),
    );
  return 0;
};

/** What leaves of a figure: everything but the position it is pinned to. */
function shown({ figure, course, drafted, pinned }: Figure, ledger: Ledger) {
  const { cut, counted, ...rest } = pinned;
  return {
    figure,
    draft: drafted.id,
    state: course.state,
    sentence: drafted.body.sentence,
    by: drafted.body.by,
    ...rest,
    counted,
    cut: tokenOfPin(ledger, pinned),
    root: cut.root,
    day: cut.day,
    reviewedBy: course.review?.body.by ?? null,
    publishedBy: course.published?.body.by ?? null,
    withdrawnBy: course.withdrawn?.body.by ?? null,
  };
}

const show: Act = async (work, ledger) => {
  const one = shown(await figureOf(ledger, localOperator, figureIn(work)), ledger);
  if (work.json) work.print(JSON.stringify(one));
  else
    work.print(
      [
        one.sentence.en,
        "",
        `state     ${one.state}`,
        `drafted   by ${one.by} (declared, not verified)`,
        `reviewed  ${one.reviewedBy ? `by ${one.reviewedBy} (declared, not verified)` : "–"}`,
        `published ${one.publishedBy ? `by ${one.publishedBy} (declared, not verified)` : "–"}`,
        `withdrawn ${one.withdrawnBy ? `by ${one.withdrawnBy} (declared, not verified)` : "–"}`,
        `measure   ${one.measure} version ${one.version}: ${one.definition.en}`,
        `behind it ${one.entries} entries in ${one.cases} cases; digest ${one.counted.digest}`,
        `root      ${one.root}`,
        `see it    jd results --measure ${one.measure} --basis ${one.frame.basis} --population ${one.frame.population} --since ${one.frame.since ?? "none"} --cut ${one.cut}`,
      ].join("\n"),
    );
  return 0;
};

const draft: Act = async (work, ledger) => {
  const measure = work.positionals[1];
  if (measure === undefined)
    throw new UsageError("Name the measure, such as: jd figures draft arrests --by “Name”.");
  const by = declared(work);
  const note = text(work.values.note);
  const asked = { measure, by, note, frame: frameOf(work.values) };
  return tell(work, ledger, "Drafted", await draftFigure(ledger, localOperator, asked, randomUUID()));
};

const review: Act = async (work, ledger) => {
  const figure = figureIn(work);
  const { values } = work;
  if ((values.approve === true) === (values.return === true))
    throw new UsageError("Say either --approve or --return.");
  const standing = await figureOf(ledger, localOperator, figure);
  const remarks = text(values.remarks);
  const asked = {
    figure,
    draft: text(values.draft) ?? standing.drafted.id,
    verdict: values.approve === true ? ("approved" as const) : ("returned" as const),
    by: declared(work),
    ...(remarks === undefined ? {} : { remarks }),
  };
  return tell(work, ledger, "Reviewed", await reviewFigure(ledger, localOperator, asked, randomUUID()));
};

const publish: Act = async (work, ledger) => {
  const figure = figureIn(work);
  const standing = await figureOf(ledger, localOperator, figure);
  const asked = { figure, draft: text(work.values.draft) ?? standing.drafted.id, by: declared(work) };
  return tell(work, ledger, "Published", await publishFigure(ledger, localOperator, asked, randomUUID()));
};

const withdraw: Act = async (work, ledger) => {
  const because = text(work.values.reason);
  if (because === undefined) throw new UsageError("Say why, with --reason “…”.");
  const asked = { figure: figureIn(work), because, by: declared(work) };
  return tell(work, ledger, "Withdrawn", await withdrawFigure(ledger, localOperator, asked, randomUUID()));
};

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  same: "The same digits from the same entries.",
  emptied: "The same digits, but for entries that were lawfully emptied since:",
  "emptied-unproved":
    "Entries were lawfully emptied since; which of these the figure counted can no longer be proved:",
  "definition-changed": "The measure is defined otherwise today; both values stand here.",
  differs: "It does not come out the same, and nothing explains it. Run jd verify.",
};

const again: Act = async (work, ledger) => {
  const { pinned } = await figureOf(ledger, localOperator, figureIn(work));
  const found = await rerun(ledger, localOperator, pinned);
  if (work.json)
    work.print(JSON.stringify({ published: pinned.value, pinnedVersion: pinned.version, ...found }));
  else {
    work.print(`${OUTCOMES[found.outcome]}\npublished ${pinned.value}, comes out ${found.value ?? "–"}`);
    for (const { entry, by } of found.lost) work.print(`  entry ${entry}${by ? `, emptied by ${by}` : ""}`);
  }
  return found.outcome === "differs" ? 1 : 0;
};

const difference: Act = async (work, ledger) => {
  const { pinned } = await figureOf(ledger, localOperator, figureIn(work));
  const found = await againstToday(ledger, localOperator, pinned);
  const { rerun: outcome, ...rest } = found;
  if (work.json) work.print(JSON.stringify({ ...rest, outcome: outcome.outcome }));
  else if (work.values.csv === true) work.print(differencesCsv(found.items).trimEnd());
  else {
    work.print(`published ${found.published}; today (${found.day}) ${found.today ?? "–"}`);
    const sign = (change: number | null) =>
      change === null ? "" : change > 0 ? `+${change}` : String(change);
    if (found.items.length > 0)
      work.print(
        table(
          ["change", "why", "entry", "in place of", "because of"],
          found.items.map(({ change, reason, entry, instead, because }) => [
            sign(change),
            differenceTitles[reason].en,
            entry ?? "",
            instead ?? "",
            because ?? "",
          ]),
        ),
      );
  }
  return 0;
};

const acts: Readonly<Record<string, Act>> = {
  list,
  show,
  draft,
  review,
  publish,
  withdraw,
  rerun: again,
  difference,
};

export const figures: Command = {
  name: "figures",
  usage: "[ACT] [FIGURE or MEASURE] [--by NAME] …",
  summary:
    "Published figures: drafts, reviews, publishes and withdraws them, runs them again, itemises the difference to today.",
  help: [
    "list [--state drafted|returned|approved|published|withdrawn]   figures, newest first (what is done without an act)",
    "show FIGURE          what it is pinned to and who did what",
    "draft MEASURE        counts the measure in a frame and pins it: --as-known-on or --cut, --basis, --population and",
    "                     --since as in jd results; --note “…” for whoever reads it",
    "review FIGURE        --approve or --return, with --remarks “…”; by another person than the drafter",
    "publish FIGURE       what was approved, after running it again",
    "withdraw FIGURE      --reason “…”",
    "rerun FIGURE         the same digits at any time, purged entries named; exit code 1 where it differs",
    "difference FIGURE    what changed since, entry by entry; --csv for a file",
    "--by NAME            who acts. Recorded as declared, not verified: this installation has no sign-in yet",
    "--draft ENTRY        the draft that was looked at; left out, the one that stands",
  ],
  options: {
    ...frameOptions,
    by: { type: "string" },
    note: { type: "string" },
    state: { type: "string" },
    draft: { type: "string" },
    approve: { type: "boolean" },
    return: { type: "boolean" },
    remarks: { type: "string" },
    reason: { type: "string" },
    csv: { type: "boolean" },
  },
  async run(work) {
    const [name = "list"] = work.positionals;
    const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
    if (!act) throw new UsageError(`“${name}” is none of ${Object.keys(acts).join(", ")}.`);
    return work.withInstallation(({ ledger }) => act(work, ledger));
  },
};
