/** A judgment vacated with its convictions, all the way: what the court may do next, and that list and figures agree on it. */
import type { Ledger } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { Docket } from "../results/fixtures/docket.ts";
import { evaluate, measures } from "../results/index.ts";
import { casePage, tallyOf } from "./index.ts";

onEveryServer("a conviction set aside", (open) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ({ ledger } = await open(kinds));
  });

  /** A docket of its own, with the number of people convicted and sentenced, as the figures and the case's page say. */
  async function begun() {
    const docket = new Docket(ledger);
    const before = await figures();
    const story = await docket.whole();
    const said = async () => {
      const now = await figures();
      const size = await docket.size();
      const page = await ledger.read(clerk, (reader) =>
        casePage(reader, ledger.kinds, { size, attestedBy: null }, story.inCase.record),
      );
      const { convicted, sentenced } = tallyOf(page.standing);
      return {
        figures: now.map((value, index) => value - (before[index] ?? 0)),
        page: [convicted, sentenced],
        outcomes: page.standing.defendants[0]?.counts.map(({ outcome }) => outcome),
      };
    };
    return { docket, ...story, said };
  }

  async function figures(): Promise<number[]> {
    const { size } = await ledger.cut.now();
    const frame = { size, basis: "recorded", knownOn: null, since: null, population: "record" } as const;
    return ledger.read(clerk, async (reader) => [
      (await evaluate(reader, measures.convictions, frame)).value,
      (await evaluate(reader, measures.sentenced, frame)).value,
    ]);
  }

  const both = (convicted: number, sentenced: number) => ({
    figures: [convicted, sentenced],
    page: [convicted, sentenced],
  });

  describe("with its judgment", () => {
    it("leaves nothing to sentence, until the count is convicted again", async () => {
      const { docket, defendant, count, sentence, said } = await begun();
      expect(await said()).toMatchObject(both(1, 1));
      await docket.vacated(sentence, "sentence-and-convictions", "2022-12-01");
      expect(await said()).toMatchObject({ ...both(0, 0), outcomes: ["conviction-vacated"] });
      await expect(docket.sentenced(defendant, [count], "2022-12-02")).rejects.toMatchObject({
        code: "count-not-convicted",
      });
      await docket.disposed(count, "convicted-verdict", "2022-12-10");
      expect(await said()).toMatchObject({ ...both(1, 0), outcomes: ["convicted-verdict"] });
      await docket.sentenced(defendant, [count], "2022-12-20");
      expect(await said()).toMatchObject(both(1, 1));
    });

    it("may end in an acquittal at the retrial", async () => {
      const { docket, count, sentence, said } = await begun();
      await docket.vacated(sentence, "sentence-and-convictions", "2022-12-01");
      await docket.disposed(count, "acquitted", "2022-12-10");
      expect(await said()).toMatchObject({ ...both(0, 0), outcomes: ["acquitted"] });
    });

    it("cannot be set aside a second time, nor be taken away from under its vacatur", async () => {
      const { docket, count, conviction, sentence } = await begun();
      await docket.vacated(sentence, "sentence-and-convictions", "2022-12-01");
      await expect(docket.disposed(count, "conviction-vacated", "2022-12-10")).rejects.toMatchObject({
        code: "no-conviction-to-vacate",
      });
      await expect(docket.withdrawn(conviction)).rejects.toMatchObject({ code: "conviction-has-dependents" });
    });

    it("leaves the sentence correctable", async () => {
      const { docket, defendant, count, sentence, said } = await begun();
      await docket.vacated(sentence, "sentence-and-convictions", "2022-12-01");
      const body = { defendant: defendant.record, counts: [count.record], term: { kind: "life" } };
      await docket.corrected(sentence, { occurred: "2022-11-02", body });
      expect(await said()).toMatchObject(both(0, 0));
    });
  });

  it("by itself leaves the sentence counted until that is vacated too", async () => {
    const { docket, count, sentence, said } = await begun();
    await docket.disposed(count, "conviction-vacated", "2022-12-01");
    expect(await said()).toMatchObject(both(0, 1));
    await docket.vacated(sentence, "sentence", "2022-12-02");
    expect(await said()).toMatchObject(both(0, 0));
    expect(measures.sentenced.definition.en).toMatch(/until the sentence is vacated too/);
  });

  describe("as if it had never been", () => {
    it("is refused while a sentence stands on it, by withdrawal and by correction", async () => {
      const { docket, conviction, sentence, said } = await begun();
      const needed = { code: "conviction-has-dependents" };
      await expect(docket.withdrawn(conviction)).rejects.toMatchObject(needed);
      await expect(docket.corrected(conviction, { body: { outcome: "dismissed" } })).rejects.toMatchObject(
        needed,
      );
      await docket.corrected(conviction, { body: { outcome: "convicted-verdict" } });
      await docket.withdrawn(sentence);
      expect(await said()).toMatchObject(both(1, 0));
    });

    it("is taken once the sentence is withdrawn, in one batch too", async () => {
      const { docket, conviction, sentence, said } = await begun();
      const withdrawal = (entry: string) =>
        ({ kind: "entry.withdrawn", body: { withdraws: entry }, reason: "in error" }) as const;
      await ledger.append(clerk, [withdrawal(sentence.entry), withdrawal(conviction.entry)]);
      expect(await said()).toMatchObject(both(0, 0));
      expect(await docket.size()).toBeGreaterThan(0);
    });

    it("counts what the same batch records first", async () => {
      const { defendant, count, conviction, sentence } = await begun();
      const again = { defendant: defendant.record, counts: [count.record], term: { kind: "life" } };
      const drafts = [
        { kind: "entry.withdrawn", body: { withdraws: sentence.entry }, reason: "in error" },
        { kind: "sentence.imposed", body: again },
        { kind: "entry.withdrawn", body: { withdraws: conviction.entry }, reason: "in error" },
      ];
      await expect(ledger.append(clerk, drafts)).rejects.toMatchObject({ code: "conviction-has-dependents" });
    });
  });
});
