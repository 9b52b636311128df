/** Reference data says what its sources say. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tryBounds } from "@joint-docket/ledger/pure";
import { describe, expect, it } from "vitest";
import {
  agencies,
  agencyByKey,
  codeSystems,
  countries,
  countryByAlpha2,
  countryByCode,
  countryName,
  districtByCode,
  districtByKey,
  districts,
  findDistrict,
  fiscalYearBounds,
  fiscalYearOf,
  fiscalYearsOf,
  taskForce,
  taskForceAsOf,
  taskForceBegan,
} from "./index.ts";

const folder = new URL("../../../../data/reference/", import.meta.url);

it("the modules are what data/reference makes", () => {
  const script = fileURLToPath(new URL("generate.mjs", folder));
  expect(spawnSync(process.execPath, [script, "--check"]).status).toBe(0);
});

describe("the districts", () => {
  it("are 94, each code unique in its system", () => {
    expect(districts).toHaveLength(94);
    for (const system of codeSystems)
      expect(new Set(districts.map(({ codes }) => codes[system])).size).toBe(94);
    for (const of of ["key", "citation"] as const)
      expect(new Set(districts.map((district) => district[of])).size).toBe(94);
    for (const language of ["en", "es"] as const)
      expect(new Set(districts.map(({ name }) => name[language])).size).toBe(94);
  });

  it("have the codes of the table, to the letter", () => {
    const [head = "", ...lines] = readFileSync(new URL("districts.csv", folder), "utf8")
      .trim()
      .split(/\r?\n/);
    const columns = head.split(",");
    for (const line of lines) {
      const row = Object.fromEntries(line.split(",").map((value, i) => [columns[i], value]));
      expect(districtByKey(row["district_key"] ?? "")).toMatchObject({
        name: { en: row["name"] },
        circuit: row["circuit"],
        swBorder: row["sw_border"] === "1",
        codes: {
          cmecf: row["court_id"],
          pacer: row["pacer_court_id"],
          fjc: row["fjc_idb_code"],
          ussc: row["ussc_district"],
          circdist: row["ussc_circdist"],
        },
      });
    }
  });

  it("are found by any form that means only one", () => {
    const forms = ["TXS", "txsd", "SDTX", "S.D. Tex.", "s. d. tex", "Southern District of Texas"];
    for (const form of [...forms, "Distrito Sur de Texas"]) expect(findDistrict(form)?.key).toBe("TXS");
    expect(findDistrict("D.N.M.")?.key).toBe("NM");
    expect(findDistrict("N.D.N.Y.")?.key).toBe("NYN");
    expect(findDistrict("Distrito de Nuevo Mexico")?.key).toBe("NM");
    for (const none of ["41", "ZZ", "", "Texas", "Distrito de Texas"])
      expect(findDistrict(none)).toBeUndefined();
  });

  it("share no form, so that none is found in another's place", () => {
    for (const { key, codes, citation, name, direction, state } of districts) {
      for (const form of [key, codes.cmecf, citation, name.en, name.es, `${direction}D${state}`])
        expect([form, findDistrict(form)?.key]).toEqual([form, key]);
    }
  });

  it("are told apart by system where numbers overlap, leading zeros kept", () => {
    expect(districtByCode("fjc", "00")?.key).toBe("ME");
    expect(districtByCode("fjc", "0")).toBeUndefined();
    expect(districtByCode("ussc", "41")?.key).toBe("TXS");
    expect(districtByCode("circdist", "41")?.key).not.toBe("TXS");
    expect(districtByCode("pacer", "nowhere")).toBeUndefined();
    expect(districtByKey("txs")).toBeUndefined();
  });

  it("are cited as courts cite them", () => {
    const cited = ["CAS", "WVS", "MP", "DC", "GU", "NCE", "PR"].map((key) => districtByKey(key)?.citation);
    expect(cited).toEqual([
      "S.D. Cal.",
      "S.D.W. Va.",
      "D.N. Mar. I.",
      "D.D.C.",
      "D. Guam",
      "E.D.N.C.",
      "D.P.R.",
    ]);
  });

  it("on the south-west border are five", () => {
    const border = districts.filter(({ swBorder }) => swBorder).map(({ key }) => key);
    expect(border.sort()).toEqual(["AZ", "CAS", "NM", "TXS", "TXW"]);
  });
});

describe("the task force", () => {
  it("grows by dated statements", () => {
    const keys = (day: string) => taskForceAsOf(day).districts.map(({ key }) => key);
    expect(keys("2022-06-29")).toEqual([]);
    expect(keys("2022-06-30")).toEqual(["TXS", "TXW", "AZ", "CAS"]);
    expect(keys("2023-03-15")).not.toContain("NM");
    expect(keys("2023-03-16")).toContain("NM");
    expect(keys("2025-09-03")).not.toContain("VT");
    expect(keys("2025-09-04")).toHaveLength(8);
    expect(taskForceAsOf("2024-06-10").countries.map(({ key }) => key)).toEqual(["MX", "GT", "SV", "HN"]);
    expect(taskForceAsOf("2024-06-11").countries).toHaveLength(6);
  });

  it("of a month is that of its first day", () => {
    expect(taskForceAsOf("2022-06").districts).toEqual([]);
    expect(taskForceAsOf("2022-07").districts).toHaveLength(4);
    expect(() => taskForceAsOf("2022-13")).toThrow(/not a date/);
  });

  it("is led by one section; agents of three agencies came later", () => {
    expect(taskForce.components.filter(({ part }) => part === "lead").map(({ key }) => key)).toEqual([
      "hrsp",
    ]);
    const before = new Set(taskForceAsOf("2025-09-03").components.map(({ key }) => key));
    const after = taskForceAsOf("2025-09-04").components.map(({ key }) => key);
    expect(after.filter((key) => !before.has(key))).toEqual(["dhs", "fbi", "dea", "atf"]);
  });

  it("names places and agencies that are known, each with its statement", () => {
    for (const { key } of taskForce.districts) expect(districtByKey(key)?.key).toBe(key);
    for (const { key } of taskForce.countries) expect(countryByAlpha2(key)?.alpha2).toBe(key);
    for (const { key } of taskForce.components) expect(agencyByKey(key)?.key).toBe(key);
    for (const { since, source } of Object.values(taskForce).flat()) {
      expect(tryBounds(since)?.from.localeCompare(`${taskForceBegan}-01`)).not.toBe(-1);
      expect(source).toMatch(/^https?:/);
    }
  });
});

describe("the countries of ISO 3166-1", () => {
  it("are 249, each code of its own form and unique", () => {
    expect(countries).toHaveLength(249);
    const forms = { alpha2: /^[A-Z]{2}$/, alpha3: /^[A-Z]{3}$/, numeric: /^\d{3}$/ };
    for (const field of ["alpha2", "alpha3", "numeric"] as const) {
      expect(new Set(countries.map((country) => country[field])).size).toBe(249);
      for (const country of countries) expect(country[field]).toMatch(forms[field]);
    }
  });

  it("are found by each code and named in both languages", () => {
    for (const code of ["GT", "GTM", "320"]) expect(countryByCode(code)?.name.en).toBe("Guatemala");
    expect(countryByCode("8")).toBeUndefined();
    expect(countryByCode("008")?.alpha2).toBe("AL");
    expect(countryByAlpha2("GTM")).toBeUndefined();
    expect([countryName("MX", "en"), countryName("MX", "es")]).toEqual(["Mexico", "México"]);
    expect(countryName("ZZ", "en")).toBe("ZZ");
    for (const { alpha2, name } of countries) {
      expect(name.en.length).toBeGreaterThan(alpha2.length);
      expect(name.es.length).toBeGreaterThan(alpha2.length);
    }
  });
});

describe("the agencies", () => {
  it("stand under agencies, and none under itself", () => {
    expect(new Set(agencies.map(({ key }) => key)).size).toBe(agencies.length);
    for (const agency of agencies) {
      const above: string[] = [];
      for (let at: string | null = agency.key; at !== null; at = agencyByKey(at)?.parent ?? null) {
        expect(above).not.toContain(at);
        expect(agencyByKey(at)).toBeDefined();
        above.push(at);
      }
    }
    expect(agencyByKey("usbp")?.parent).toBe("cbp");
    expect(agencyByKey("kgb")).toBeUndefined();
  });

  it("that were read have the address; the others are marked as general knowledge", () => {
    for (const { certainty, source, since } of agencies) {
      if (certainty === "read") expect(source).toMatch(/^https?:/);
      else expect([source, since]).toEqual([null, null]);
      if (since !== null) expect(tryBounds(since)).toBeDefined();
    }
  });
});

describe("a fiscal year", () => {
  it("runs from October to September", () => {
    expect(fiscalYearOf("2024-05-31")).toBe(2024);
    expect(fiscalYearOf("2024-09-30")).toBe(2024);
    expect(fiscalYearOf("2024-10-01")).toBe(2025);
    expect(fiscalYearOf("2024-10")).toBe(2025);
    expect(fiscalYearOf("2023-10/2024-09")).toBe(2024);
    expect(fiscalYearBounds(2024)).toEqual({ from: "2023-10-01", to: "2024-09-30" });
  });

  it("is not guessed for a date that may lie in two", () => {
    expect(fiscalYearOf("2024")).toBeUndefined();
    expect(fiscalYearsOf("2024")).toEqual([2024, 2025]);
    expect(fiscalYearsOf("2022-09-30/2024-10-01")).toEqual([2022, 2023, 2024, 2025]);
    expect(() => fiscalYearOf("2024-02-30")).toThrow(/not a date/);
  });

  it("before 1977 is not told, because it began on another day", () => {
    expect(fiscalYearOf("1976-10-01")).toBe(1977);
    expect(fiscalYearOf("1976-09-30")).toBeUndefined();
    expect(fiscalYearsOf("1976")).toEqual([]);
  });

  it("holds the days of its bounds and no others", () => {
    for (const year of [1977, 2000, 2024]) {
      const { from, to } = fiscalYearBounds(year);
      expect([fiscalYearOf(from), fiscalYearOf(to)]).toEqual([year, year]);
    }
  });
});
