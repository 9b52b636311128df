/** Reference data says what its sources say. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { agencies, codeSystems, countries, countryByAlpha2, countryName, districtByCode, districtByKey, districts, findDistrict, fiscalYearBounds, fiscalYearOf, taskForceAsOf } from "./index.ts";

it("the modules are what data/reference makes", () => {
  const script = fileURLToPath(new URL("../../../../data/reference/generate.mjs", import.meta.url));
  expect(spawnSync(process.execPath, [script, "--check"]).status).toBe(0);
});

it("there are 94 districts, each code unique in its system", () => {
  expect(districts).toHaveLength(94);
  for (const system of codeSystems) expect(new Set(districts.map(({ codes }) => codes[system])).size).toBe(94);
  expect(new Set(districts.map(({ citation }) => citation)).size).toBe(94);
});

it("a district is found by any form that means only one", () => {
  for (const form of ["TXS", "txsd", "S.D. Tex.", "Southern District of Texas", "Distrito Sur de Texas"]) expect(findDistrict(form)?.key).toBe("TXS");
  expect(findDistrict("D.N.M.")?.key).toBe("NM");
  expect(findDistrict("N.D.N.Y.")?.key).toBe("NYN");
  expect(findDistrict("41")).toBeUndefined();
  expect(findDistrict("ZZ")).toBeUndefined();
});

it("codes keep their leading zeros", () => {
  expect(districtByCode("fjc", "00")?.key).toBe("ME");
  expect(districtByCode("fjc", "0")).toBeUndefined();
  expect(districtByKey("TXW")?.circuit).toBe("5");
});

it("five districts lie on the south-west border", () => {
  expect(districts.filter(({ swBorder }) => swBorder).map(({ key }) => key).sort()).toEqual(["AZ", "CAS", "NM", "TXS", "TXW"]);
});

it("the task force grows by dated statements", () => {
  const keys = (day: string) => taskForceAsOf(day).districts.map(({ key }) => key);
  expect(keys("2022-06-29")).toEqual([]);
  expect(keys("2022-06-30")).toEqual(["TXS", "TXW", "AZ", "CAS"]);
  expect(keys("2023-03-16")).toContain("NM");
  expect(keys("2025-09-03")).not.toContain("VT");
  expect(keys("2025-09-04")).toHaveLength(8);
  expect(taskForceAsOf("2024-06-10").countries).toHaveLength(4);
  expect(taskForceAsOf("2024-06-11").countries.map(({ key }) => key)).toContain("CO");
  for (const { source } of taskForceAsOf("2026-01-01").components) expect(source).toMatch(/^https?:/);
});

it("ISO 3166-1 has 249 entries, named in both languages", () => {
  expect(countries).toHaveLength(249);
  for (const field of ["alpha2", "alpha3", "numeric"] as const) expect(new Set(countries.map((country) => country[field])).size).toBe(249);
  expect(countryByAlpha2("GT")).toEqual({ alpha2: "GT", alpha3: "GTM", numeric: "320" });
  expect([countryName("MX", "en"), countryName("MX", "es")]).toEqual(["Mexico", "México"]);
  expect(countryName("ZZ", "en")).toBe("ZZ");
});

it("every agency's parent is an agency", () => {
  const keys = new Set(agencies.map(({ key }) => key));
  for (const { parent } of agencies) if (parent !== null) expect(keys).toContain(parent);
});

it("a fiscal year runs from October to September", () => {
  expect(fiscalYearOf("2024-09-30")).toBe(2024);
  expect(fiscalYearOf("2024-10-01")).toBe(2025);
  expect(fiscalYearOf("2024-10")).toBe(2025);
  expect(fiscalYearOf("2024")).toBeUndefined();
  expect(fiscalYearOf("2023-10/2024-09")).toBe(2024);
  expect(fiscalYearBounds(2024)).toEqual({ from: "2023-10-01", to: "2024-09-30" });
});
