/** The seams: what the gate refuses is not done, what it is told of is what happened, and a failing audit undoes the write. */
import { expect, it } from "vitest";
import type { Gate } from "./gate.ts";
import { defineRefusal } from "./refusal.ts";
import { codeOf, openFolder, record, standingTitles } from "./testing/acts.ts";
import { clerk, onEveryServer } from "./testing/index.ts";
import { testKinds } from "./testing/kinds.ts";

const forbidden = defineRefusal({
  code: "test-forbidden",
  status: 403,
  en: { sentence: () => "Not here.", remedy: () => "Ask." },
  es: { sentence: () => "Aquí no.", remedy: () => "Pregunte." },
});

/** A gate that refuses what it is set to refuse, and remembers what it was asked and told. */
function watching() {
  const asked: string[] = [];
  const told: string[] = [];
  const state = { refuse: "", fail: "" };
  const gate: Gate = {
    decide: (_actor, verb, { kinds = [] }) => {
      asked.push([verb, ...kinds].join(" "));
      if (state.refuse === verb) throw forbidden({});
    },
    audit: async (_actor, verb, { kinds = [], entries = [] }) => {
      told.push([verb, ...kinds, entries.length].join(" "));
      if (state.fail === verb) throw forbidden({});
    },
  };
  return { gate, asked, told, state };
}

onEveryServer("the gate", (open) => {
  it("is asked with the verb and kind of every act, and told of it", async () => {
    const { gate, asked, told } = watching();
    const { ledger } = await open(testKinds, { gate });
    const blue = await openFolder(ledger, "Blue");
    const azure = await openFolder(ledger, "Azure", { replaces: blue.id, reason: "misread" });
    const page = await openFolder(ledger, "Green");
    await record(ledger, { kind: "entry.withdrawn", body: { withdraws: page.id }, reason: "never" });
    await ledger.purge(clerk, { entry: azure.id, authority: "an order", reason: "ordered" });
    await standingTitles(ledger);
    expect(asked).toEqual([
      "append folder.opened",
      "correct folder.opened",
      "append folder.opened",
      "withdraw entry.withdrawn",
      "purge",
      "read",
    ]);
    expect(told).toEqual([
      "append folder.opened 1",
      "append folder.opened 1",
      "append folder.opened 1",
      "append entry.withdrawn 1",
      "purge 2",
      "read 0",
    ]);
  });

  it("keeps what it refuses from being done, and says nothing of what is there", async () => {
    const { gate, told, state } = watching();
    const { ledger } = await open(testKinds, { gate });
    const blue = await openFolder(ledger, "Blue");
    for (const [refuse, act] of [
      ["append", () => openFolder(ledger, "Green")],
      ["correct", () => openFolder(ledger, "Azure", { replaces: blue.id, reason: "misread" })],
      // Whether there is such an entry is not for the refused to know.
      ["correct", () => openFolder(ledger, "Azure", { replaces: crypto.randomUUID(), reason: "misread" })],
      [
        "withdraw",
        () => record(ledger, { kind: "entry.withdrawn", body: { withdraws: blue.id }, reason: "x" }),
      ],
      ["purge", () => ledger.purge(clerk, { entry: blue.id, authority: "an order", reason: "ordered" })],
      ["read", () => standingTitles(ledger)],
    ] as const) {
      state.refuse = refuse;
      expect(await codeOf(act()), refuse).toBe("test-forbidden");
    }
    state.refuse = "append";
    const [outcome] = (await ledger.appendEach(clerk, [{ kind: "folder.opened", body: { title: "Green" } }]))
      .outcomes;
    expect(outcome && "refusal" in outcome && outcome.refusal.code).toBe("test-forbidden");
    state.refuse = "";
    expect(told).toEqual(["append folder.opened 1"]);
    expect(await standingTitles(ledger)).toEqual(["Blue"]);
  });

  it("undoes a write, and withholds an answer, that could not be audited", async () => {
    const { gate, state } = watching();
    const { ledger } = await open(testKinds, { gate });
    const blue = await openFolder(ledger, "Blue");
    state.fail = "append";
    expect(await codeOf(openFolder(ledger, "Green"))).toBe("test-forbidden");
    state.fail = "purge";
    expect(
      await codeOf(ledger.purge(clerk, { entry: blue.id, authority: "an order", reason: "ordered" })),
    ).toBe("test-forbidden");
    state.fail = "read";
    expect(await codeOf(standingTitles(ledger))).toBe("test-forbidden");
    state.fail = "";
    expect(await standingTitles(ledger)).toEqual(["Blue"]);
    expect(await ledger.verify()).toMatchObject({ ok: true, entries: 1 });
  });
});
