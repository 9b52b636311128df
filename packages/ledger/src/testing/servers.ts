/** Finds the servers that the suite runs over: one embedded server for the whole run, and a PostgreSQL server when one answers. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "../embedded/index.ts";

export interface TestServer {
  readonly name: string;
  /** Owner's address of a database from which others can be made. */
  readonly url: string;
}

declare module "vitest" {
  interface ProvidedContext {
    servers: TestServer[];
  }
}

const NEAR = "postgres://postgres@127.0.0.1:5432/postgres";

async function answers(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("show server_version");
    await client.end();
    return rows[0]?.version?.split(" ")[0];
  } catch {
    return undefined;
  }
}

/** Vitest's global set-up. JD_TEST_DATABASE_URL names another server; `none` leaves it out. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "joint-docket-test-"));
  const embedded = await openEmbedded({ dataDir, mode: "own", purpose: "the test suite" });
  const servers: TestServer[] = [{ name: "embedded", url: embedded.adminUrl }];
  const url = process.env.JD_TEST_DATABASE_URL ?? NEAR;
  const version = url === "none" ? undefined : await answers(url);
  if (version) servers.push({ name: `PostgreSQL ${version}`, url });
  process.stdout.write(`Databases under test: ${servers.map(({ name }) => name).join(" and ")}.\n`);
  if (!version) process.stdout.write("No PostgreSQL server answered; set JD_TEST_DATABASE_URL to run the suite over one too.\n");
  project.provide("servers", servers);
  return async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
