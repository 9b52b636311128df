/** Priority as a page shows it: from venture and role, by the policy of the day, and as known before either was. */
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { OURS } from "../priority/index.ts";
import { casePage, listCases } from "./index.ts";

onEveryServer("the priority of a case", (open) => {
  it("follows its facts and the policy adopted last, each with its entry", async () => {
    const { ledger } = await open(kinds);
    const tell = async (draft: object) => {
      const { entries, after } = await ledger.append(clerk, [draft as never]);
      return { ...(entries[0] as { id: string; subject: string }), after };
    };
    const source = await tell({
      kind: "source.described",
      body: { title: "Release", sourceKind: "official-release", dated: "2023-01-10" },
    });
    const of = { source: source.subject };
    const opened = await tell({ kind: "case.opened", body: { title: "Trailer", taskForce: "yes" }, ...of });
    const quiet = await tell({ kind: "case.opened", body: { title: "Van", taskForce: "yes" }, ...of });
    const look = (size: number, attestedBy: string | null = null) =>
      ledger.read(clerk, async (reader) => {
        const known = { size, attestedBy };
        const { priority } = await casePage(reader, ledger.kinds, known, opened.subject);
        const { items } = await listCases(reader, ledger.kinds, known, {}, {});
        const level = new Map(items.map((row) => [row.id, row.priority]));
        expect(level.get(opened.subject)).toBe(priority.level);
        expect(level.get(quiet.subject)).toBeNull();
        return priority;
      });
    expect(await look(quiet.after)).toMatchObject({ level: null, reasons: [], policy: { entry: null } });

    const venture = await tell({
      kind: "venture.described",
      body: { case: opened.subject, form: "event", title: "Trailer", contraband: true },
      ...of,
    });
    const ours = await look(venture.after);
    expect(ours).toMatchObject({
      level: "elevated",
      reasons: [{ factor: "contraband", points: 1, entries: [venture.id] }],
    });
    expect(ours.notStated).toContain("leadership");

    const defendant = await tell({
      kind: "defendant.joined",
      body: { case: opened.subject, designation: "coordinator" },
      ...of,
    });
    const organization = await tell({
      kind: "organization.described",
      body: { name: "The coast group", organizationKind: "smuggling-organization" },
      ...of,
    });
    const role = await tell({
      kind: "role.held",
      body: { organization: organization.subject, defendant: defendant.subject, tier: "organizer" },
      ...of,
    });
    expect(await look(role.after, "2023-01-10")).toMatchObject({
      level: "high",
      reasons: [{ factor: "contraband" }, { factor: "leadership", entries: [role.id] }],
    });

    const policy = await tell({
      kind: "priority.adopted",
      occurred: "2024-06-01",
      body: { ...OURS, title: "Contraband only", weights: [{ factor: "contraband", points: 1 }] },
    });
    expect(await look(policy.after)).toMatchObject({
      level: "elevated",
      reasons: [{ factor: "contraband" }],
      policy: { entry: policy.id, since: "2024-06-01", title: "Contraband only" },
    });
    // Before its day, and at a cut before it was recorded, the policy before applies.
    expect((await look(policy.after, "2024-05-31")).policy.entry).toBeNull();
    expect((await look(role.after)).policy.entry).toBeNull();
  });
});
