/** A request sent twice is recorded once, whatever happened in between. */
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Draft } from "../entry.ts";
import { codeOf, count, standingTitles } from "../testing/acts.ts";
import { clerk, onEveryServer } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";

const blue: Draft = { kind: "folder.opened", body: { title: "Blue" } };

onEveryServer("a request with an idempotency key", (open) => {
  it("is answered with its first outcome when it comes again, from any server", async () => {
    const { ledger, again } = await open(testKinds);
    const first = await ledger.append(clerk, [blue], "key");
    await ledger.append(clerk, [{ ...blue, body: { title: "Between" } }]);
    expect(await ledger.append(clerk, [blue], "key")).toEqual(first);
    expect(await (await again()).append(clerk, [blue], "key")).toEqual(first);
    expect(await standingTitles(ledger)).toEqual(["Blue", "Between"]);
  });

  it("is refused where the key belongs to another request", async () => {
    const { ledger } = await open(testKinds);
    await ledger.append(clerk, [blue], "key");
    expect(await codeOf(ledger.append(clerk, [{ ...blue, note: "and more" }], "key"))).toBe(
      "idempotency-key-reused",
    );
    expect(await standingTitles(ledger)).toEqual(["Blue"]);
  });

  it("is told by what was asked for, where its drafts hold identities made for one try", async () => {
    const { ledger } = await open(testKinds);
    const asked = { title: "Blue" };
    const tried = (request: unknown) =>
      ledger.append(clerk, [{ ...blue, opensAs: randomUUID() }], "key", request);
    const first = await tried(asked);
    expect(await tried({ ...asked })).toEqual(first);
    expect(await codeOf(tried({ title: "Red" }))).toBe("idempotency-key-reused");
    expect(await standingTitles(ledger)).toEqual(["Blue"]);
  });

  it("is recorded once when twelve copies arrive at two servers together", async () => {
    const { ledger, again, asOwner } = await open(testKinds);
    const other = await again();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 ? ledger : other).append(clerk, [blue], "key")),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await asOwner(async (client) => expect(await count(client, "ledger.entry")).toBe(1));
  });

  it("may be tried again after a refusal, since nothing was recorded", async () => {
    const { ledger } = await open(testKinds);
    expect(await codeOf(ledger.append(clerk, [{ ...blue, body: { title: "" } }], "key"))).toBe(
      "body-invalid",
    );
    expect((await ledger.append(clerk, [blue], "key")).after).toBe(1);
  });

  it("leaves the same key free for everybody else", async () => {
    const { ledger } = await open(testKinds);
    await ledger.append(clerk, [blue], "key");
    expect((await ledger.append({ ...clerk, id: "another-clerk" }, [blue], "key")).after).toBe(2);
  });
});
