/** The door to organizations for whatever must also run in the browser. */
export { type EndType, type LinkEnd, recordAt } from "./ends.ts";
export { type LinkAsserted, linkAsserted } from "./kinds/link-asserted.ts";
export { type OrganizationDescribed, organizationDescribed } from "./kinds/organization-described.ts";
export { type RoleHeld, roleHeld } from "./kinds/role-held.ts";
export { type TargetListed, targetListed } from "./kinds/target-listed.ts";
