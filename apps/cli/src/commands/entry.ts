/** jd entry, correct, withdraw, purge: one entry, and what may be done to it. */
import { randomUUID } from "node:crypto";
import { isId, type Draft } from "@joint-docket/ledger";
import { localOperator } from "@joint-docket/taskforce/access";
import { entryPage } from "@joint-docket/taskforce/record";
import { syntheticMark } from "@joint-docket/taskforce/sources/pure";
import type { Installation } from "@joint-docket/server";
import { type Command, text, UsageError, type Values, type Work } from "../command.ts";

function idOf({ positionals }: Work): string {
  const [id = ""] = positionals;
  if (!isId(id))
    throw new UsageError(
      "Name an entry by its identifier, as jd results --json and the entry pages show it.",
    );
  return id.toLowerCase();
}

function reasonOf(values: Values): string {
  const reason = text(values.reason);
  if (reason === undefined) throw new UsageError("Say why, with --reason “…”.");
  return reason;
}

async function pageOf({ ledger }: Installation, id: string) {
  const now = await ledger.cut.now();
  return ledger.read(localOperator, (reader) => entryPage(reader, ledger.kinds, now.size, id));
}

async function record({ ledger }: Installation, draft: Draft) {
  const { entries, before, after } = await ledger.append(localOperator, [draft], randomUUID());
  // The next checkpoint covers this entry as well; what is recorded must not look lost for want of this one.
  await ledger.checkpoints.tick().catch(() => undefined);
  const seal = async (size: number) => ledger.cut.seal(await ledger.cut.at(size));
  return { entry: entries[0]?.id, cut: { before: await seal(before), after: await seal(after) } };
}

function tell({ json, print }: Work, done: string, answer: Awaited<ReturnType<typeof record>>): number {
  if (json) print(JSON.stringify(answer));
  else
    print(
      `${done}: entry ${answer.entry}.\nKnown before: jd results --cut ${answer.cut.before}\nKnown after:  jd results --cut ${answer.cut.after}`,
    );
  return 0;
}

export const entry: Command = {
  name: "entry",
  usage: "ENTRY",
  summary: "Shows one entry: what it says, its source, its history.",
  options: {},
  async run(work) {
    const id = idOf(work);
    const page = await work.withInstallation((installation) => pageOf(installation, id));
    const { seq: _seq, ...shown } = page;
    if (work.json) work.print(JSON.stringify(shown));
    else {
      const { view, body } = page;
      if (view.synthetic || page.belongsTo?.case.synthetic) work.print(`${syntheticMark.en}.\n`);
      work.print(`${view.sentence?.en ?? "This entry was lawfully emptied."}\n`);
      work.print(
        `kind      ${view.kind}@${page.version}\noccurred  ${view.occurred ?? "not known"}\nsource    ${view.source ? `${view.source.title} ${view.source.url ?? ""}` : "none"}`,
      );
      work.print(
        `attested  ${view.attestedAt ?? "not known"}\nrecorded  ${view.recordedAt} by ${view.actor ?? "–"}\ncertainty ${view.certainty ?? "–"}\nstate     ${view.state}\ncase      ${page.belongsTo?.case.title ?? "–"}`,
      );
      work.print(`\n${JSON.stringify(body, null, 2)}`);
    }
    return 0;
  },
};

/** `body.district=TXS` and the like; a value is read as JSON where it is JSON. */
function changed(base: Draft, assignments: readonly string[]): Draft {
  const draft = structuredClone(base) as unknown as Record<string, unknown>;
  for (const assignment of assignments) {
    const at = assignment.indexOf("=");
    if (at < 1)
      throw new UsageError(
        `“${assignment}” is not FIELD=VALUE, such as occurred=2024-05-28 or body.district=TXS.`,
      );
    const steps = assignment.slice(0, at).split(".");
    const last = steps.pop() as string;
    let place = draft;
    for (const step of steps) {
      if (!Object.hasOwn(place, step)) place[step] = {};
      const next = place[step];
      if (step === "__proto__" || next === null || typeof next !== "object")
        throw new UsageError(`“${assignment}”: there is nothing inside ${step} to change.`);
      place = next as Record<string, unknown>;
    }
    const value = valueOf(assignment.slice(at + 1));
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  return draft as unknown as Draft;
}

function valueOf(written: string): unknown {
  if (written === "") return undefined;
  try {
    return JSON.parse(written);
  } catch {
    return written;
  }
}

export const correct: Command = {
  name: "correct",
  usage: "ENTRY FIELD=VALUE … --reason “…”",
  summary: "Corrects an entry: a whole new one that replaces it; the old one stays readable.",
  help: [
    "Fields are occurred, source, attestedAt, certainty, note, and body.… ; an empty value takes a field away.",
    "For example: jd correct ENTRY occurred=2024-05-28 --reason “misread the release”",
  ],
  options: { reason: { type: "string" } },
  async run(work) {
    const id = idOf(work);
    const reason = reasonOf(work.values);
    const assignments = work.positionals.slice(1);
    if (assignments.length === 0) throw new UsageError("Say what changes, as FIELD=VALUE.");
    return tell(
      work,
      "Corrected",
      await work.withInstallation(async (installation) => {
        const { view, body, ownAttestedAt } = await pageOf(installation, id);
        const base: Draft = {
          kind: view.kind,
          body,
          replaces: id,
          reason,
          ...(view.occurred === null ? {} : { occurred: view.occurred }),
          ...(view.source === null ? {} : { source: view.source.id }),
          ...(ownAttestedAt === null ? {} : { attestedAt: ownAttestedAt }),
          ...(view.certainty === null || view.certainty === "stated" ? {} : { certainty: view.certainty }),
          ...(view.note === null ? {} : { note: view.note }),
        };
        return record(installation, changed(base, assignments));
      }),
    );
  },
};

export const withdraw: Command = {
  name: "withdraw",
  usage: "ENTRY --reason “…”",
  summary: "Withdraws an entry that should not have been recorded; it stays readable as withdrawn.",
  options: { reason: { type: "string" } },
  async run(work) {
    const id = idOf(work);
    const reason = reasonOf(work.values);
    return tell(
      work,
      "Withdrawn",
      await work.withInstallation((installation) =>
        record(installation, { kind: "entry.withdrawn", body: { withdraws: id }, reason }),
      ),
    );
  },
};

export const purge: Command = {
  name: "purge",
  usage: "ENTRY --authority “…” --reason “…” --yes",
  summary: "Empties an entry for good under a lawful order; its place in the ledger stays and says so.",
  help: [
    "The content and its salt are deleted; no answer, export or page of this product shows them again, and the value",
    "cannot be confirmed by guessing. Afterwards the tables that held them are rewritten, and it is said where that could",
    "not be done. PostgreSQL's write-ahead log holds the old bytes until its segments are used again; archived log,",
    "replicas, backups and exports made before hold them until their keeper deletes them.",
    "--authority  the law, rule or order that requires it",
    "--yes        required",
  ],
  options: { authority: { type: "string" }, reason: { type: "string" }, yes: { type: "boolean" } },
  async run(work) {
    const id = idOf(work);
    const reason = reasonOf(work.values);
    const authority = text(work.values.authority);
    if (authority === undefined) throw new UsageError("Name the law, rule or order, with --authority “…”.");
    if (work.values.yes !== true) throw new UsageError("This cannot be undone. Say --yes to carry it out.");
    const remains: string[] = [];
    const by = await work.withInstallation(({ ledger }) =>
      ledger.purge(localOperator, { entry: id, authority, reason }, (line) => remains.push(line)),
    );
    if (work.json) work.print(JSON.stringify({ entry: by, purges: id, remains }));
    else {
      work.print(`Emptied: entry ${id}; the purge is entry ${by}.`);
      for (const line of remains) work.print(line);
    }
    return 0;
  },
};
