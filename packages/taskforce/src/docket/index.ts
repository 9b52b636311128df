/** Cases, organizations, assets and extraditions as people look at them: the lists, the pages, what is linked with what. */
export type { AssetLine } from "./asset-lines.ts";
export {
  type AssetFilter,
  assetNotThere,
  type AssetPage,
  assetPage,
  type AssetRow,
  type AssetTotal,
  assetTotals,
  listAssets,
} from "./assets.ts";
export {
  type CaseStanding,
  caseStandings,
  type DefendantLine,
  defendantLines,
  tallyOf,
} from "./case-standing.ts";
export {
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
export { amongst, type ArrestLine, type CountLine, type SentenceLine } from "./court-lines.ts";
export type { ExtraditionLine } from "./extradition-lines.ts";
export {
  extraditionCountries,
  type ExtraditionFilter,
  extraditionNotThere,
  type ExtraditionPage,
  extraditionPage,
  type ExtraditionRow,
  type ExtraditionSort,
  extraditionSorts,
  listExtraditions,
} from "./extraditions.ts";
export { type LinkLine, type LinkNode, MOST_NODES, type Neighbourhood, neighbourhood } from "./links.ts";
export type { Cursor } from "./listed.ts";
export {
  type OrganizationPage,
  organizationPage,
  organizationPeople,
  type TargetLine,
  type TierTally,
} from "./organization-page.ts";
export {
  listOrganizations,
  type OrganizationFilter,
  organizationNotThere,
  type OrganizationRow,
  targetCategories,
} from "./organizations.ts";
export { deeds, type PersonLine, tiers } from "./people.ts";
