/** Cases as people look at them: the list, the page, where each defendant stands. */
export {
  type ArrestLine,
  type CaseStanding,
  caseStandings,
  type CountLine,
  type DefendantLine,
  type SentenceLine,
  tallyOf,
} from "./case-standing.ts";
export {
  type CaseCursor,
  type CaseFilter,
  caseNotThere,
  type CasePage,
  casePage,
  type CaseRow,
  type CaseSort,
  knownIn,
  listCases,
  sorts,
} from "./cases.ts";
