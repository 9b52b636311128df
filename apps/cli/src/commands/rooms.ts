/** jd organizations, jd assets, jd extraditions: the lists of the workbench's rooms, whole, as known now or on a day. */
import { localOperator } from "@joint-docket/taskforce/access";
import {
  listAssets,
  listExtraditions,
  listOrganizations,
  targetCategories,
  tiers,
} from "@joint-docket/taskforce/docket";
import { assetKinds, assetStates, extraditionSteps, sayMoney } from "@joint-docket/taskforce/pure";
import { type Command, oneOf, text, UsageError, type Values } from "../command.ts";
import { everyPage } from "../pages.ts";
import { table } from "../table.ts";

const knownOptions = { "as-known-on": { type: "string" }, basis: { type: "string" } } as const;
const KNOWN_HELP =
  "--as-known-on DATE   what a dated source had stated by then; with --basis recorded, what stood here by then";
/** One of these words, where the option was given. */
function maybe<T extends string>(name: string, values: Values, words: readonly T[]): T | undefined {
  const given = values[name];
  const [first] = words;
  if (given === undefined || first === undefined) return undefined;
  return oneOf(name, given, words, first);
}

function country(values: Values): string | undefined {
  const given = text(values.country);
  if (given !== undefined && !/^[A-Z]{2}$/.test(given))
    throw new UsageError(`“${given}” is no country: two capital letters, as in GT for Guatemala.`);
  return given;
}

const money = (sum: { minor: number; currency: string } | null | undefined) =>
  sum ? `${sayMoney(sum, "en")} ${sum.currency}` : "–";

export const organizations: Command = {
  name: "organizations",
  usage:
    "[--country CC] [--tier T] [--target CATEGORY] [--find WORDS] [--as-known-on DATE] [--basis recorded|attested]",
  summary: "Lists the organizations one may see.",
  help: [
    "--country CC         those that work in this country, by its two letters",
    `--tier T             those in which somebody holds this tier: ${tiers.join(", ")}`,
    `--target CATEGORY    those of which such a target is listed: ${targetCategories.join(", ")}`,
    "--find WORDS         words that all occur in its names or summary",
    KNOWN_HELP,
  ],
  options: {
    country: { type: "string" },
    tier: { type: "string" },
    target: { type: "string" },
    find: { type: "string" },
    ...knownOptions,
  },
  async run(work) {
    const { values, json, print } = work;
    const filter = {
      country: country(values),
      tier: maybe("tier", values, tiers),
      target: maybe("target", values, targetCategories),
      q: text(values.find),
    };
    const { items, cut } = await everyPage(work, ({ ledger, known }, paging) =>
      ledger.read(localOperator, (reader) => listOrganizations(reader, ledger.kinds, known, filter, paging)),
    );
    if (json) print(JSON.stringify({ organizations: items, cut }));
    else {
      const rows = items.map((row) => [
        row.name,
        row.kind,
        row.countries.join(" ") || "–",
        String(row.people),
        String(row.leaders),
        String(row.targets),
      ]);
      print(table(["organization", "kind", "countries", "people", "leaders", "targets"], rows));
      print(`${items.length} organizations.`);
    }
    return 0;
  },
};

export const assets: Command = {
  name: "assets",
  usage:
    "[--kind K] [--state S] [--currency CUR] [--find WORDS] [--as-known-on DATE] [--basis recorded|attested]",
  summary: "Lists the assets one may see, from seizure to the money realized.",
  help: [
    `--kind K             ${Object.keys(assetKinds).join(", ")}`,
    `--state S            ${assetStates.join(", ")}`,
    "--currency CUR       valued, forfeited or realized in this currency; nothing is converted",
    "--find WORDS         words that all occur in its description",
    KNOWN_HELP,
  ],
  options: {
    kind: { type: "string" },
    state: { type: "string" },
    currency: { type: "string" },
    find: { type: "string" },
    ...knownOptions,
  },
  async run(work) {
    const { values, json, print } = work;
    const filter = {
      kind: maybe("kind", values, Object.keys(assetKinds) as (keyof typeof assetKinds)[]),
      state: maybe("state", values, assetStates),
      currency: text(values.currency),
      q: text(values.find),
    };
    const { items, cut } = await everyPage(work, ({ ledger, known }, paging) =>
      ledger.read(localOperator, (reader) => listAssets(reader, ledger.kinds, known, filter, paging)),
    );
    if (json) print(JSON.stringify({ assets: items, cut }));
    else {
      const rows = items.map((row) => [
        row.occurred ?? "–",
        row.kind,
        row.state,
        money(row.value),
        row.realizations.map(({ body }) => money(body.realized)).join(", ") || "–",
        row.description ?? "–",
        row.case?.title ?? "–",
      ]);
      print(table(["held", "kind", "state", "value", "realized", "asset", "case"], rows));
      print(`${items.length} assets.`);
    }
    return 0;
  },
};

export const extraditions: Command = {
  name: "extraditions",
  usage: "[--country CC] [--step STEP] [--as-known-on DATE] [--basis recorded|attested]",
  summary: "Lists the extraditions one may see, with the step each has reached.",
  help: [
    "--country CC         the country asked, by its two letters",
    `--step STEP          ${extraditionSteps.join(", ")}, or open`,
    KNOWN_HELP,
  ],
  options: { country: { type: "string" }, step: { type: "string" }, ...knownOptions },
  async run(work) {
    const { values, json, print } = work;
    const filter = {
      country: country(values),
      step: maybe("step", values, [...extraditionSteps, "open"] as const),
    };
    const { items, cut } = await everyPage(work, ({ ledger, known, today }, paging) =>
      ledger.read(localOperator, (reader) =>
        listExtraditions(reader, ledger.kinds, known, today, filter, paging),
      ),
    );
    if (json) print(JSON.stringify({ extraditions: items, cut }));
    else {
      const rows = items.map((row) => [
        row.country,
        row.step,
        row.occurred ?? "–",
        row.openDays === null ? "–" : String(row.openDays),
        row.defendantName ?? "–",
        row.case?.title ?? "–",
      ]);
      print(table(["country", "step", "requested", "days open", "defendant", "case"], rows));
      print(`${items.length} extraditions.`);
    }
    return 0;
  },
};
