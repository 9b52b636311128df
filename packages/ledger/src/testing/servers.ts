/** Finds the servers that the suite runs over: one embedded server for the whole run, and a PostgreSQL server when one answers. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
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
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    await client.end();
    return rows[0]?.server_version.split(" ")[0];
  } catch {
    return undefined;
  }
}

/** The suite's own server need not survive a power cut; what does is tested on servers of its own. */
async function hurry(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("alter system set fsync = off");
  await client.query("select pg_reload_conf()");
  await client.end();
}

/** Vitest's global set-up. JD_TEST_DATABASE_URL names another server; `none` leaves it out. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "joint-docket-test-"));
  const embedded = await openEmbedded({ dataDir, mode: "own", purpose: "the test suite" });
  await hurry(embedded.adminUrl);
  const servers: TestServer[] = [{ name: "embedded", url: embedded.adminUrl }];
  const url = process.env.JD_TEST_DATABASE_URL ?? NEAR;
  const version = url === "none" ? undefined : await answers(url);
  if (version) servers.push({ name: `PostgreSQL ${version}`, url });
  process.stdout.write(`Databases under test: ${servers.map(({ name }) => name).join(" and ")}.\n`);
  if (!version)
    process.stdout.write(
      "No PostgreSQL server answered; set JD_TEST_DATABASE_URL to run the suite over one too.\n",
    );
  project.provide("servers", servers);
  return async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
