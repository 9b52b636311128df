/** Writes what spans cases: organizations, the roles people hold in them, links, and leadership targets. */
import { iso, isOver, told } from "./days.ts";
import type { Desk } from "./desk.ts";
import type { Dice } from "./dice.ts";
import type { CasePlan } from "./plan.ts";
import type { CourtCase, Party } from "./write-court.ts";
import { organizationKinds, origins } from "./world.ts";

const relations = ["same-route", "works-with", "rivals", "supplies"] as const;

/** Writes organizations and what ties people to them; the organization at hand is kept in mind from case to case. */
export class Ties {
  readonly #desk: Desk;
  #organization: string | undefined;
  #organizations = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  linked(dice: Dice, from: object, relation: string, to: object, report: number): void {
    this.#desk.write(
      "link.asserted",
      {
        from,
        to,
        relation,
        reliability: dice.pick(["A", "B", "B", "C", "D"]),
        credibility: dice.pick(["1", "2", "2", "3", "4"]),
      },
      { report },
    );
  }

  organizationOf(dice: Dice, { organization, opened: when }: CasePlan): string | undefined {
    if (organization === "none") return undefined;
    if (organization === "known" && this.#organization !== undefined) return this.#organization;
    const before = this.#organization;
    const larger = before !== undefined && dice.chance(0.12) ? before : undefined;
    this.#organizations += 1;
    const key = this.#desk.write(
      "organization.described",
      {
        name: `Synthetic organization ${this.#organizations}`,
        organizationKind: dice.weighted(organizationKinds),
        countries: [dice.weighted(origins), "US"],
        ...(larger === undefined ? {} : { partOf: larger }),
        summary: "Made up by a program for practice; no such organization exists.",
      },
      { report: when.report },
    );
    this.#organization = key;
    if (before !== undefined && dice.chance(0.4))
      this.linked(dice, { organization: key }, dice.pick(relations), { organization: before }, when.report);
    return key;
  }

  roles(dice: Dice, { plan, parties }: CourtCase, organization: string): void {
    const { report, day } = plan.opened;
    for (const { plan: of, defendant } of parties) {
      if (of.tier === "member" && !dice.chance(0.25)) continue;
      const until = of.arrests[0];
      this.#desk.write(
        "role.held",
        {
          organization,
          defendant,
          tier: of.tier,
          part: of.part,
          from: iso(day - dice.between(400, 1500)).slice(0, 7),
          ...(until !== undefined && until.told.report <= report ? { until: iso(until.told.day) } : {}),
        },
        { report },
      );
      if (dice.chance(0.25))
        this.linked(
          dice,
          { defendant },
          of.tier === "leader" ? "directs" : "works-for",
          { organization },
          report,
        );
    }
  }

  targets(dice: Dice, { plan, parties }: CourtCase, organization: string | undefined, event?: string): void {
    const list = (category: string, designation: string, { defendant }: Party, more: object) => {
      const when = told(plan.filed.day + dice.between(20, 200));
      if (isOver(when))
        this.#desk.write("target.listed", { category, designation, defendant, ...more }, { told: when });
    };
    const leader = parties.find(({ plan: of }) => of.tier === "leader");
    if (leader && event !== undefined && dice.chance(0.6))
      list("mass-casualty-leader", "leader behind the event", leader, { venture: event });
    else if (leader && organization !== undefined && dice.chance(0.4))
      list("organization-leader", "leader of the organization", leader, { organization });
    const fugitive = parties.find(({ plan: of }) => of.extradition && !of.extradition.surrendered);
    if (fugitive && dice.chance(0.5))
      list("priority-fugitive", `${fugitive.label}, not yet surrendered`, fugitive, {});
  }
}
