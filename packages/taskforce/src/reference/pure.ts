/** Reference data for the browser too: districts, countries, agencies, the task force by date, fiscal years. */
export { type Agency, agencies, agencyByKey } from "./agencies.ts";
export { countries, type Country, countryByAlpha2, countryByCode, countryName } from "./countries.ts";
export {
  type CodeSystem,
  codeSystems,
  type District,
  districtByCode,
  districtByKey,
  districts,
  findDistrict,
} from "./districts.ts";
export { firstFiscalYear, fiscalYearBounds, fiscalYearOf, fiscalYearsOf } from "./fiscal-year.ts";
export {
  type ComponentJoined,
  type Joined,
  type TaskForce,
  taskForce,
  taskForceAsOf,
  taskForceBegan,
} from "./task-force.ts";
