/** What cases, organizations, assets and extraditions have in common where they are answered. */
import { certainties } from "@joint-docket/ledger";
import { deeds, tiers } from "@joint-docket/taskforce/docket";
import { assetKinds, assetStates, extraditionSteps } from "@joint-docket/taskforce/pure";
import { bases } from "@joint-docket/taskforce/results";
import { z } from "zod";
import { asKnown, sourceLine } from "./shapes.ts";

/** What was known on a day is asked on a basis, as of results; without a day, and at a cut, all that was recorded. */
export const asKnownOnBasis = { ...asKnown, basis: z.enum(bases).default("attested") };

export const one = z.object({ id: z.uuid().toLowerCase() });
export const certainty = z.enum(certainties);
const money = z.object({ minor: z.int(), currency: z.string() });
export const sum = money.nullable();
const quantity = z.object({ amount: z.number(), unit: z.string() }).nullable();

export const citedSource = sourceLine.extend({ entries: z.int() });

export const caseName = z
  .object({ id: z.uuid(), title: z.string(), district: z.string().nullable() })
  .meta({ id: "CaseName" });
export const organizationName = z.object({ id: z.uuid(), name: z.string() }).meta({ id: "OrganizationName" });

/** What an entry of a kind says; its fields are those that /api/kinds gives for the kind. */
export const bodyOf = (kind: string) =>
  z.record(z.string(), z.unknown()).meta({ description: `As /api/kinds describes ${kind}` });

export const stepOf = (kind: string) =>
  z.object({ entry: z.uuid(), occurred: z.string().nullable(), certainty, body: bodyOf(kind) });

export const partOf = (kind: string) => stepOf(kind).extend({ id: z.uuid() });

const assetFields = {
  id: z.uuid(),
  entry: z.uuid(),
  of: z.uuid().meta({ description: "The case" }),
  kind: z.enum(Object.keys(assetKinds) as [keyof typeof assetKinds]),
  hold: z.string(),
  state: z.enum(assetStates),
  description: z.string().nullable(),
  drug: z.string().nullable(),
  quantity,
  value: sum,
  valuedOn: z.string().nullable(),
  occurred: z.string().nullable().meta({ description: "When it came to be held" }),
  certainty,
  defendant: z.uuid().nullable(),
  district: z.string().nullable(),
  country: z.string().nullable(),
  claims: z.array(stepOf("asset.claimed")),
  orders: z.array(stepOf("asset.forfeited")),
  realizations: z.array(stepOf("asset.realized")),
};
export const assetLine = z.object(assetFields).meta({ id: "AssetLine" });
const named = {
  case: caseName.nullable(),
  defendantName: z.string().nullable(),
  synthetic: z.boolean().meta({ description: "Whether a program made it up" }),
};
export const assetRow = z.object({ ...assetFields, ...named }).meta({ id: "AssetRow" });
export const through = z.array(z.enum(["role", "link"]));
export const assetThrough = z.object({ ...assetFields, ...named, through }).meta({ id: "AssetThrough" });

const extraditionFields = {
  id: z.uuid(),
  entry: z.uuid(),
  of: z.uuid().meta({ description: "The case" }),
  country: z.string(),
  form: z.string(),
  step: z.enum(extraditionSteps),
  occurred: z.string().nullable().meta({ description: "When the country was asked" }),
  certainty,
  defendant: z.uuid().nullable(),
  person: z.uuid().nullable(),
  decisions: z.array(stepOf("extradition.decided")),
  surrenders: z.array(stepOf("extradition.surrendered")),
};
export const extraditionLine = z.object(extraditionFields).meta({ id: "ExtraditionLine" });
export const extraditionRow = z
  .object({
    ...extraditionFields,
    ...named,
    openDays: z
      .int()
      .nullable()
      .meta({ description: "Whole days since the request, where it is open and the day is known" }),
  })
  .meta({ id: "ExtraditionRow" });

export const tier = z.enum(tiers);

const roleFields = {
  id: z.uuid(),
  entry: z.uuid(),
  organization: z.uuid(),
  defendant: z.uuid().nullable(),
  person: z.uuid().nullable(),
  tier: tier.nullable(),
  part: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  certainty,
  source: sourceLine.nullable(),
};
export const roleLine = z.object(roleFields).meta({ id: "RoleLine" });
export const roleIn = z.object({ ...roleFields, in: organizationName.nullable() }).meta({ id: "RoleIn" });

const deedLine = z.object({ entry: z.uuid(), occurred: z.string().nullable() }).nullable();
export const personLine = z
  .object({
    id: z.uuid(),
    defendants: z.array(z.object({ id: z.uuid(), designation: z.string(), case: caseName.nullable() })),
    roles: z.array(roleLine),
    tier: tier.nullable(),
    done: z.object(
      Object.fromEntries(deeds.map((deed) => [deed, deedLine])) as Record<
        (typeof deeds)[number],
        typeof deedLine
      >,
    ),
    standing: z
      .boolean()
      .meta({ description: "Neither arrested nor convicted, sentenced or surrendered, as far as recorded" }),
  })
  .meta({ id: "PersonLine", description: "One person, in however many cases; never a name" });
