/** The door to cases for whatever must also run in the browser. */
export { docketKey, docketNumber, readDocketNumber } from "./docket-number.ts";
export { type CaseDocketed, caseDocketed } from "./kinds/case-docketed.ts";
export { type CaseOpened, caseOpened } from "./kinds/case-opened.ts";
export { type DefendantJoined, defendantJoined } from "./kinds/defendant-joined.ts";
export { requireInCase, requireSamePerson } from "./membership.ts";
export { country, district, isAbroad, sayCountry, sayDistrict } from "./place.ts";
export { caseOfDefendant, docketsOf, entriesOf } from "./standing.ts";
