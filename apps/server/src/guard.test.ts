/** Who may write until people are enrolled: this machine alone, from this server's own pages, whatever a browser is led to believe. */
import { request as httpRequest } from "node:http";
import { type AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { onEveryServer } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, type Method, openHouse, problemIn } from "./testing/house.ts";

const ABSENT = "00000000-0000-4000-8000-000000000001";
const body = { kind: "source.described", body: { title: "A report", sourceKind: "press" } };

/** Every address that writes, or might. */
const WRITES: readonly [Method, string][] = [
  ["POST", "/api/entries"],
  ["POST", "/api/entries/check"],
  ["POST", "/api/imports"],
  ["DELETE", `/api/imports/${ABSENT}`],
  ["POST", "/api/ledger/verify"],
  ["PUT", "/api/entries"],
  ["PATCH", "/api/status"],
  ["POST", "/"],
];

const ELSEWHERE: readonly [string, { from?: string; headers?: Record<string, string> }][] = [
  ["another machine", { from: "192.0.2.7" }],
  ["another machine, by IPv6", { from: "2001:db8::7" }],
  [
    "another machine that claims to be this one",
    { from: "192.0.2.7", headers: { "x-forwarded-for": "127.0.0.1" } },
  ],
  ["a page of another origin", { headers: { origin: "https://elsewhere.example" } }],
  ["a page of another port of this machine", { headers: { origin: "http://127.0.0.1:3000" } }],
  ["a page of another name of this machine", { headers: { origin: "http://localhost:4810" } }],
  ["a page over another scheme", { headers: { origin: "https://127.0.0.1:4810" } }],
  ["a page that hides its origin", { headers: { origin: "null" } }],
  ["a page of another site, by the browser's word", { headers: { "sec-fetch-site": "cross-site" } }],
  ["a page of a neighboring site", { headers: { "sec-fetch-site": "same-site" } }],
  ["a proxy on this machine", { headers: { "x-forwarded-for": "192.0.2.7" } }],
  ["a proxy that says so by the standard", { headers: { forwarded: "for=192.0.2.7" } }],
];

/** Names that resolve to this machine because somebody else's name server says so. */
const FOREIGN_NAMES = ["rebound.example:4810", "127.0.0.1.example:4810", "evil-localhost", "192.0.2.7:4810"];

const NEAR: readonly [string, { from?: string; headers?: Record<string, string> }][] = [
  ["a command", {}],
  [
    "this server's own page",
    { headers: { origin: "http://127.0.0.1:4810", "sec-fetch-site": "same-origin" } },
  ],
  ["its page under another name", { headers: { host: "localhost:4810", origin: "http://localhost:4810" } }],
  ["its page by IPv6", { from: "::1", headers: { host: "[::1]:4810", origin: "http://[::1]:4810" } }],
  ["an address as IPv6 writes it", { from: "::ffff:127.0.0.1" }],
];

onEveryServer("until people are enrolled", (open) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(open);
  });
  afterAll(() => house.close());

  for (const [who, asked] of ELSEWHERE)
    it(`${who} reads and may not write`, async () => {
      for (const [method, address] of WRITES) {
        const headers = { ...asked.headers, "idempotency-key": "elsewhere-1" };
        const answer = await house.ask(method, address, { ...asked, headers, body });
        expect(problemIn(answer), `${method} ${address}`).toEqual({
          status: 403,
          code: "write-from-elsewhere",
        });
      }
      expect((await house.ledger.cut.now()).size).toBe(0);
      expect((await house.ask("GET", "/api/status", asked)).status).toBe(200);
    });

  it("asked for under another name, it neither takes nor tells anything", async () => {
    for (const host of FOREIGN_NAMES)
      for (const [method, address] of [...WRITES, ["GET", "/api/cases"], ["GET", "/"]] as const) {
        const headers = { host, "idempotency-key": "another-name" };
        const answer = await house.ask(method, address, {
          headers,
          body: method === "GET" ? undefined : body,
        });
        expect(problemIn(answer), `${host} ${method} ${address}`).toEqual({
          status: 403,
          code: "host-not-ours",
        });
      }
  });

  it("open to a network by HOST, it is read under any name and written under its own alone", async () => {
    const wide = await openHouse(open, { config: { host: "0.0.0.0" } });
    for (const host of FOREIGN_NAMES) {
      expect((await wide.ask("GET", "/api/status", { headers: { host } })).json).toMatchObject({
        canWrite: false,
      });
      for (const [method, address] of WRITES) {
        const answer = await wide.ask(method, address, {
          headers: { host, "idempotency-key": "another-name" },
          body,
        });
        expect(problemIn(answer), `${host} ${method} ${address}`).toEqual({
          status: 403,
          code: "write-from-elsewhere",
        });
      }
    }
    expect((await wide.ledger.cut.now()).size).toBe(0);
    await wide.close();
  });

  for (const [who, asked] of NEAR)
    it(`${who} on this machine may write`, async () => {
      const { size } = await house.ledger.cut.now();
      const headers = { ...asked.headers, "idempotency-key": `near-${who}` };
      expect((await house.ask("POST", "/api/entries", { ...asked, headers, body })).status).toBe(201);
      expect((await house.ledger.cut.now()).size).toBe(size + 1);
    });

  it("a real connection to an address of this machine's network is elsewhere", async ({ skip }) => {
    const outward = Object.values(networkInterfaces())
      .flat()
      .find((one) => one !== undefined && !one.internal && one.family === "IPv4")?.address;
    if (outward === undefined) skip("this machine has no address but its own; connect it to a network");
    await house.app.listen({ host: "0.0.0.0", port: 0 });
    const { port } = house.app.server.address() as AddressInfo;
    const status = await new Promise((resolve, reject) => {
      const asking = httpRequest(
        {
          host: outward,
          port,
          method: "POST",
          path: "/api/entries/check",
          headers: { host: `127.0.0.1:${port}` },
        },
        (answer) => resolve(answer.resume().statusCode),
      );
      asking.on("error", reject).end();
    });
    expect(status).toBe(403);
  });

  it("answers let no other page, frame or script near", async () => {
    for (const address of ["/api/status", "/api/nothing", "/api/cases/%zz", "/"]) {
      const { headers } = await house.ask("GET", address, {
        headers: { origin: "https://elsewhere.example" },
      });
      expect(headers["content-security-policy"], address).toContain("default-src 'self'");
      expect(headers["content-security-policy"], address).toContain("frame-ancestors 'none'");
      expect(headers["x-content-type-options"], address).toBe("nosniff");
      expect(headers["cross-origin-resource-policy"], address).toBe("same-origin");
      expect(
        Object.keys(headers).filter((name) => name.startsWith("access-control")),
        address,
      ).toEqual([]);
    }
  });
});
