/** Reference data over HTTP: districts, countries, agencies. */
import { agencies, countries, countryName, districts, taskForce } from "@joint-docket/taskforce/reference";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { bilingual, readProblems } from "../shapes.ts";

const joined = z.object({ since: z.string(), source: z.string() }).nullable();

export function referenceRoutes(_desk: Desk): FastifyPluginAsyncZod {
  const since = (list: typeof taskForce.districts, key: string) => {
    const found = list.find((one) => one.key === key);
    return found ? { since: found.since, source: found.source } : null;
  };
  return async (app) => {
    app.get(
      "/reference/districts",
      {
        schema: {
          operationId: "listDistricts",
          summary: "The 94 judicial districts with their codes, and since when each is the task force's",
          tags: ["reference"],
          response: {
            200: z.array(
              z.object({
                key: z.string(),
                citation: z.string(),
                name: bilingual,
                state: z.string(),
                circuit: z.string(),
                swBorder: z.boolean(),
                codes: z.record(z.string(), z.string()),
                taskForce: joined,
              }),
            ),
            ...readProblems,
          },
        },
      },
      async () =>
        districts.map(({ direction: _direction, ...district }) => ({
          ...district,
          taskForce: since(taskForce.districts, district.key),
        })),
    );
    app.get(
      "/reference/countries",
      {
        schema: {
          operationId: "listCountries",
          summary: "Countries by ISO 3166-1, and since when each is named in the task force's work",
          tags: ["reference"],
          response: {
            200: z.array(
              z.object({
                alpha2: z.string(),
                alpha3: z.string(),
                numeric: z.string(),
                name: bilingual,
                taskForce: joined,
              }),
            ),
            ...readProblems,
          },
        },
      },
      async () =>
        countries.map((country) => ({
          ...country,
          name: { en: countryName(country.alpha2, "en"), es: countryName(country.alpha2, "es") },
          taskForce: since(taskForce.countries, country.alpha2),
        })),
    );
    app.get(
      "/reference/agencies",
      {
        schema: {
          operationId: "listAgencies",
          summary: "Agencies and components, with how sure each row is",
          tags: ["reference"],
          response: {
            200: z.array(
              z.object({
                key: z.string(),
                name: bilingual,
                acronym: z.string().nullable(),
                parent: z.string().nullable(),
                certainty: z.string(),
                taskForce: joined,
              }),
            ),
            ...readProblems,
          },
        },
      },
      async () =>
        agencies.map((agency) => ({ ...agency, taskForce: since(taskForce.components, agency.key) })),
    );
  };
}
