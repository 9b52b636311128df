/** What is likely to be recorded next, from what was recorded just now: arrest, charge, outcome, sentence, forfeiture. */
import type { AboutWhat } from "../../form/index.ts";

export interface RecordedNow {
  readonly kind: string;
  /** The record it speaks of, and what that belongs to. */
  readonly subject: string;
  readonly case?: string | undefined;
  readonly defendant?: string | undefined;
  readonly source?: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Step {
  /** A kind of entry, or one of the forms for several. */
  readonly form: string;
  readonly about: AboutWhat;
}

type After = (made: RecordedNow) => readonly Step[];

/** Forms opened about the case and the defendant of what was recorded. */
const inCase =
  (...forms: readonly string[]): After =>
  (made) =>
    forms.map((form) => ({ form, about: { case: made.case, defendant: made.defendant } }));

/** Forms that go on with the very record. */
const onIt =
  (...forms: readonly string[]): After =>
  ({ subject, case: its }) =>
    forms.map((form) => ({ form, about: { subject, case: its } }));

const both =
  (...afters: readonly After[]): After =>
  (made) =>
    afters.flatMap((after) => after(made));

const after: Readonly<Record<string, After>> = {
  "case.opened": both(
    ({ subject }) => [{ form: "case.docketed", about: { subject } }],
    ({ subject }) =>
      ["defendant.joined", "charges", "venture.described", "asset.seized"].map((form) => ({
        form,
        about: { case: subject },
      })),
  ),
  "defendant.joined": ({ subject, case: its }) =>
    ["arrest.made", "charges"].map((form) => ({ form, about: { case: its, defendant: subject } })),
  "arrest.made": both(
    (made) => (made.body["place"] === "foreign" ? inCase("extradition.requested")(made) : []),
    inCase("charges", "asset.seized"),
  ),
  "charge.filed": inCase("plea", "verdict"),
  "charge.disposed": (made) =>
    String(made.body["outcome"]).startsWith("convicted") ? inCase("sentence.imposed")(made) : [],
  "sentence.imposed": both(inCase("asset.seized"), onIt("sentence.amended", "judgment.vacated")),
  "asset.seized": onIt("asset.forfeited", "asset.claimed"),
  "asset.claimed": onIt("asset.forfeited"),
  "asset.forfeited": onIt("asset.realized"),
  "extradition.requested": onIt("extradition.decided"),
  "extradition.decided": onIt("extradition.surrendered"),
  "organization.described": ({ subject }) =>
    ["role.held", "target.listed", "link.asserted"].map((form) => ({
      form,
      about: { organization: subject },
    })),
};

/** How many are offered at once. */
const MOST = 8;

/** The next steps, each form once and about what was recorded last, with the source of what was recorded, which is likely to say them too. */
export function nextSteps(recorded: readonly RecordedNow[]): Step[] {
  const seen = new Set<string>();
  return recorded
    .toReversed()
    .flatMap((made) =>
      (after[made.kind]?.(made) ?? []).map(({ form, about }) => ({
        form,
        about: { ...about, source: made.source },
      })),
    )
    .filter(({ form }) => (seen.has(form) ? false : seen.add(form)))
    .slice(0, MOST);
}
