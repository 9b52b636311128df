/** The 94 federal judicial districts (28 USC 81–131 and the territories' acts) in all their code systems. */
import { districtRows } from "./districts.generated.ts";

export interface District {
  /** State and direction, as LIONS file names use it: `TXS`, `NM`. */
  readonly key: string;
  readonly name: { readonly en: string; readonly es: string };
  /** As citations write it: `S.D. Tex.` */
  readonly citation: string;
  readonly state: string;
  readonly direction: string;
  readonly circuit: string;
  readonly codes: Readonly<Record<CodeSystem, string>>;
  /** Whether it lies on the south-west border. */
  readonly swBorder: boolean;
}

/** CM/ECF court, PACER court, Federal Judicial Center, Sentencing Commission district and circuit-district. Leading zeros count. */
export const codeSystems = ["cmecf", "pacer", "fjc", "ussc", "circdist"] as const;
export type CodeSystem = (typeof codeSystems)[number];

export const districts: readonly District[] = districtRows.map(
  ([key, en, es, citation, state, direction, circuit, cmecf, pacer, fjc, ussc, circdist, swBorder]) => ({
    key,
    name: { en, es },
    citation,
    state,
    direction,
    circuit,
    codes: { cmecf, pacer, fjc, ussc, circdist },
    swBorder,
  }),
);

const byKey = new Map(districts.map((district) => [district.key, district]));

export function districtByKey(key: string): District | undefined {
  return byKey.get(key);
}

/** By a code of one system, exactly as it writes it: `00` and `0` differ. */
export function districtByCode(system: CodeSystem, code: string): District | undefined {
  return districts.find(({ codes }) => codes[system] === code);
}

/** Letters and digits alone, without accents. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "");
}

/** `SDTX`, as U.S. Attorneys' Offices shorten their district: the direction, D, and the state. */
const officeForm = ({ direction, state }: District) => `${direction}D${state}`;

const byForm = new Map(
  districts.flatMap((district) =>
    [
      district.key,
      district.codes.cmecf,
      officeForm(district),
      district.citation,
      district.name.en,
      district.name.es,
    ].map((form) => [plain(form), district] as const),
  ),
);

/**
 * By any form that can mean only one: `TXS`, `txsd`, `SDTX`, `S.D. Tex.`, `Southern District of Texas`. Case, dots
 * and spaces do not matter. The numbers of the other systems overlap, so for those use `districtByCode`.
 */
export function findDistrict(text: string): District | undefined {
  return byForm.get(plain(text));
}
