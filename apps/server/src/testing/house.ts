/** Opens the interface over a ledger of the tests and asks it; every answer is held against the interface's own document. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kind, Ledger, OpenOptions } from "@joint-docket/ledger";
import type { onEveryServer, TestLedger } from "@joint-docket/ledger/testing";
import { gate } from "@joint-docket/taskforce/access";
import { kinds } from "@joint-docket/taskforce/pure";
import { expect } from "vitest";
import { type App, buildApp } from "../app.ts";
import { type Config, readConfig } from "../config.ts";
import { makeDesk } from "../desk.ts";
import { loadPublicRecord } from "../installation.ts";
import { Contract } from "./contract.ts";

type Open = Parameters<Parameters<typeof onEveryServer>[1]>[0];
export type Method = "GET" | "HEAD" | "POST" | "DELETE" | "PUT" | "PATCH" | "OPTIONS";

export interface Asked {
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly payload?: string | Buffer | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly from?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The answer's JSON; undefined where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export interface House {
  readonly app: App;
  readonly ledger: Ledger;
  readonly opened: TestLedger;
  readonly contract: Contract;
  /** The server's log. */
  readonly log: string[];
  ask(method: Method, address: string, asked?: Asked): Promise<Answer>;
  get(address: string): Promise<Answer>;
  /** Records a draft under a key of its own. */
  record(draft: object): Promise<{ entry: string; subject: string; cut: { before: string; after: string } }>;
  close(): Promise<void>;
}

const PUBLIC_RECORD = readConfig({}).publicRecord;
let keys = 0;

/** What no answer may hold: stacks, paths of the program, the database's own words, positions. */
const INSIDE = [
  /\n\s+at /,
  /\.ts:\d+|\.js:\d+/,
  /node_modules/,
  /syntax error|violates|does not exist|relation "|column "|invalid input syntax|invalid byte sequence/i,
  /\bselect\b.*\bfrom\b|insert into/i,
  /(ledger|docket)\.[a-z]+_?[a-z]* /,
  /"seq"|"since":\s*\d|"until":\s*\d/,
];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The interface over a fresh ledger, with the public record in it where `full`. */
export async function openHouse(
  open: Open,
  {
    full = false,
    config = {},
    ...changes
  }: { full?: boolean; config?: Partial<Config> } & Partial<OpenOptions> = {},
): Promise<House> {
  const opened = await open(kinds as readonly Kind[], { gate, ...changes });
  const { ledger } = opened;
  if (full) await loadPublicRecord(ledger, PUBLIC_RECORD, () => undefined);
  const dataDir = mkdtempSync(join(tmpdir(), "joint-docket-house-"));
  const log: string[] = [];
  const installation = {
    ledger,
    database: "server" as const,
    embedded: undefined,
    close: () => ledger.close(),
  };
  const app = await buildApp(
    makeDesk({ ...readConfig({}), dataDir, ...config }, installation, (line) => log.push(line)),
  );
  const contract = new Contract((await app.inject("/api/openapi.json")).json());

  async function ask(method: Method, address: string, asked: Asked = {}): Promise<Answer> {
    const payload = asked.payload ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
    const response = await app.inject({
      method,
      url: address,
      remoteAddress: asked.from ?? "127.0.0.1",
      headers: {
        host: "127.0.0.1:4810",
        ...(payload === undefined ? {} : { "content-type": "application/json" }),
        ...asked.headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const text = response.payload;
    const answer = { status: response.statusCode, headers: response.headers, text, json: parsed(text) };
    contract.hold(method, address, answer);
    if (!address.startsWith("/api/openapi.json") && !address.startsWith("/api/kinds"))
      for (const inside of INSIDE) expect(text, `${method} ${address}`).not.toMatch(inside);
    return answer;
  }

  return {
    app,
    ledger,
    opened,
    contract,
    log,
    ask,
    get: (address) => ask("GET", address),
    async record(draft) {
      keys += 1;
      const answer = await ask("POST", "/api/entries", {
        body: draft,
        headers: { "idempotency-key": `house-key-${keys}` },
      });
      expect(answer.status, answer.text).toBe(201);
      return answer.json;
    },
    async close() {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The problem an answer is: its status and its code, with a sentence and a remedy. */
export function problemIn({ status, headers, json, text }: Answer): { status: number; code: string } {
  expect(headers["content-type"], text).toMatch(/^application\/problem\+json/);
  expect(json).toMatchObject({
    type: `urn:joint-docket:problem:${json.code}`,
    title: expect.stringMatching(/^[A-Z]/),
    status,
    code: expect.stringMatching(/^[a-z]+(-[a-z]+)+$/),
    detail: expect.stringMatching(/^.+[.!]$/s),
    remedy: expect.stringMatching(/^.+\S$/s),
  });
  return { status, code: json.code };
}
