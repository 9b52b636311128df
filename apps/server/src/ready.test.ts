/** The first page's figures are judged before anybody asks for them, and again once more was recorded. */
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { measures } from "@joint-docket/taskforce/results";
import { kinds } from "@joint-docket/taskforce/pure";
import { expect, it } from "vitest";
import type { Desk } from "./desk.ts";
import { keepReady } from "./ready.ts";

onEveryServer("the first page's figures", (open) => {
  it("are judged once the record rests, once for each state of it, and no more once it is stopped", async () => {
    const { ledger } = await open(kinds);
    let reads = 0;
    const read: Desk["read"] = (work) => {
      reads += 1;
      return ledger.read(clerk, work);
    };
    const ready = keepReady({ ledger, read } as Desk);
    const all = Object.keys(measures).length;
    const judged = (times: number) => expect.poll(() => reads, { timeout: 30_000 }).toBe(times * all);
    await judged(1);
    await ledger.append(clerk, [{ kind: "case.opened", body: { title: "Boat", taskForce: "yes" } }]);
    await judged(2);
    await ready.stop();
    await ledger.append(clerk, [{ kind: "case.opened", body: { title: "Truck", taskForce: "yes" } }]);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(reads).toBe(2 * all);
  });
});
