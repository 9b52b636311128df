import { expect, it } from "vitest";
import { codeOf } from "../testing/acts.ts";
import { onEveryServer } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";

onEveryServer("a ledger's time zone", (open) => {
  it("is the one it was made with, whatever the next process would take", async () => {
    const { ledger, again } = await open(testKinds, { timeZone: "Pacific/Auckland" });
    expect(ledger.timeZone).toBe("Pacific/Auckland");
    const second = await again({ timeZone: undefined });
    expect(second.timeZone).toBe("Pacific/Auckland");
    await second.close();
    expect(await codeOf(again({ timeZone: "UTC" }))).toBe("time-zone-differs");
  });

  it("is this machine's where none is given", async () => {
    const { ledger } = await open(testKinds, { timeZone: undefined });
    expect(ledger.timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
