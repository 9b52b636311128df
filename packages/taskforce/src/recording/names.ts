/** What a record is called where somebody chooses one: a few plain words and how it stands, never an identifier. */
import {
  bodySchema,
  type Entry,
  type Kind,
  type Kinds,
  type Language,
  type Standing,
  type StandingRecord,
} from "@joint-docket/ledger";
import { type AssetSeized, assetState, sayQuantity } from "../assets/pure.ts";
import { type CaseOpened, docketsOf, sayCountry } from "../cases/pure.ts";
import { type ChargeFiled, countOutcome, sayMoney, sayTerm, sentenceNow } from "../court/pure.ts";
import { districtByKey } from "../reference/pure.ts";
import { quote, sayList, sayNumber, sayWhenKnown, type Words } from "../sources/pure.ts";

/** Where a count or an asset stands, for forms that offer only some of them. */
const states = {
  open: { en: "no outcome yet", es: "sin resultado todavía" },
  convicted: { en: "convicted, not sentenced", es: "con condena, sin sentencia" },
  "convicted-and-sentenced": { en: "convicted and sentenced", es: "con condena y sentencia" },
  acquitted: { en: "acquitted", es: "con absolución" },
  dismissed: { en: "dismissed", es: "desestimado" },
  named: { en: "named for forfeiture", es: "señalado para decomiso" },
  "notice-posted": { en: "notice posted", es: "con aviso fijado" },
  restrained: { en: "restrained", es: "inmovilizado" },
  seized: { en: "seized", es: "incautado" },
  claimed: { en: "claimed", es: "reclamado" },
  ordered: { en: "forfeiture ordered, not final", es: "decomiso ordenado, no definitivo" },
  forfeited: { en: "forfeited", es: "decomisado" },
  realized: { en: "realized", es: "con producto obtenido" },
} satisfies Words;
export type RecordState = keyof typeof states;

/** What a record is called in one language: the name itself, and what tells it from others of that name. */
export interface Called {
  readonly name: string;
  readonly detail: string;
}

export interface Named {
  readonly en: Called;
  readonly es: Called;
  readonly state: RecordState | null;
}

interface Opening extends Entry {
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a telling may look at; `choices` are the words of the choices that the opening made. */
interface Told {
  readonly opening: Opening;
  readonly record: StandingRecord;
  readonly standing: Standing;
  readonly choices: readonly string[];
}

type Telling = (told: Told, language: Language) => Called;

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const joined = (parts: readonly (string | undefined | false)[]) =>
  parts.filter((part) => typeof part === "string" && part !== "").join(" · ");
const when = (occurred: string | undefined, language: Language) => sayWhenKnown(occurred, language).trim();

function countState(standing: Standing, id: string): RecordState {
  const { state } = countOutcome(standing, id);
  if (state !== "convicted") return state;
  const sentenced = standing
    .mentioning(id)
    .some((one) => sentenceNow(one)?.counts.includes(id) === true && !sentenceNow(one)?.vacated);
  return sentenced ? "convicted-and-sentenced" : "convicted";
}

function stateOf(record: StandingRecord, standing: Standing): RecordState | null {
  if (record.type === "count") return countState(standing, record.id);
  return record.type === "asset" ? (assetState(record) ?? null) : null;
}

const tellCount: Telling = ({ opening, record, standing }, language) => {
  const { number, wording, statutes } = opening.body as unknown as ChargeFiled;
  const es = language === "es";
  const label = number === undefined ? (es ? "Cargo" : "Count") : `${es ? "Cargo" : "Count"} ${number}`;
  return {
    name: wording === undefined ? label : `${label}: ${quote(wording, language)}`,
    detail: joined([
      states[countState(standing, record.id)][language],
      statutes.length > 0 &&
        sayList(
          statutes.map(({ citation }) => citation),
          language,
        ),
      when(opening.occurred, language),
    ]),
  };
};

const tellAsset: Telling = ({ opening, record, choices: [kind = ""] }, language) => {
  const { description, quantity, value } = opening.body as unknown as AssetSeized;
  return {
    name: description === undefined ? upper(kind) : `${upper(kind)}: ${quote(description, language)}`,
    detail: joined([
      value && sayMoney(value.amount, language),
      quantity && sayQuantity(quantity, language),
      states[assetState(record) ?? "named"][language],
      when(opening.occurred, language),
    ]),
  };
};

const tellCase: Telling = ({ opening, record }, language) => {
  const { title, district } = opening.body as unknown as CaseOpened;
  const dockets = docketsOf(record).map(({ number }) => number);
  return {
    name: title,
    detail: joined([
      ...dockets,
      district !== undefined && (districtByKey(district)?.name[language] ?? district),
    ]),
  };
};

const tellSentence: Telling = ({ opening, record }, language) => {
  const now = sentenceNow(record);
  const es = language === "es";
  const count = now?.counts.length ?? 0;
  const counts = es ? (count === 1 ? "cargo" : "cargos") : count === 1 ? "count" : "counts";
  return {
    name: now ? upper(sayTerm(now.term, language)) : "",
    detail: joined([
      `${sayNumber(count, language)} ${counts}`,
      when(opening.occurred, language),
      now?.vacated !== undefined && (es ? "anulada" : "vacated"),
    ]),
  };
};

interface ChoiceNode {
  readonly choices?: Words;
}

/** Drawn once for each kind: a page of records asks over and over. */
const fields = new WeakMap<Kind, readonly (readonly [string, Words])[]>();

function choiceFields(kind: Kind): readonly (readonly [string, Words])[] {
  const drawn = fields.get(kind);
  if (drawn) return drawn;
  const { properties = {} } = bodySchema(kind) as { properties?: Record<string, ChoiceNode> };
  const found = Object.entries(properties).flatMap(([field, { choices }]) =>
    choices ? [[field, choices] as const] : [],
  );
  fields.set(kind, found);
  return found;
}

/** The words of the choices that the opening made, such as the kind of asset, in the order of its schema. */
function choicesOf(kinds: Kinds, { kind, body }: Opening, language: Language): string[] {
  return choiceFields(kinds.named(kind)).flatMap(([field, choices]) => {
    const word = choices[String(body[field])]?.[language];
    return word === undefined || word === "" ? [] : [word];
  });
}

const TITLES = ["title", "name", "designation"];

/** Any other record: its title and the choices that its opening made. */
const tellAny: Telling = ({ opening: { body, occurred }, choices }, language) => {
  const title = TITLES.map((field) => body[field]).find((value) => typeof value === "string");
  const country = typeof body.country === "string" ? sayCountry(body.country, language) : undefined;
  const publisher = typeof body.publisher === "string" ? body.publisher : undefined;
  const dated = typeof body.dated === "string" ? body.dated : occurred;
  const words = [country, ...choices].filter((part) => part !== undefined);
  const [first = "", ...others] = words;
  const [name, rest] = typeof title === "string" ? [title, words] : [upper(first), others];
  return { name, detail: joined([publisher, ...rest, when(dated, language)]) };
};

const tellings: Readonly<Record<string, Telling>> = {
  case: tellCase,
  count: tellCount,
  asset: tellAsset,
  sentence: tellSentence,
};

/** What a standing record is called, in both languages, and how it stands. */
export function nameOf(kinds: Kinds, record: StandingRecord, standing: Standing): Named | undefined {
  const opening = record.entries.find(({ kind }) => kinds.named(kind).opens) as Opening | undefined;
  if (!opening) return undefined;
  const called = (language: Language) => {
    const told = { opening, record, standing, choices: choicesOf(kinds, opening, language) };
    const found = (tellings[record.type] ?? tellAny)(told, language);
    return found.name === ""
      ? { ...found, name: kinds.named(opening.kind).sentence[language](opening) }
      : found;
  };
  return { en: called("en"), es: called("es"), state: stateOf(record, standing) };
}
