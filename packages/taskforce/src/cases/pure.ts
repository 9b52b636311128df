/** The door to cases for whatever must also run in the browser. */
export { type CaseOpened, caseOpened } from "./kinds/case-opened.ts";
export { type DefendantJoined, defendantJoined } from "./kinds/defendant-joined.ts";
export { country, district, isAbroad, sayCountry, sayDistrict } from "./place.ts";
export { caseOfDefendant, entriesOf } from "./standing.ts";
