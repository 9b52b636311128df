/** The main actions by keyboard alone, with the focus always in sight, and what opens on the way checked by axe. */
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask, axeFinds, inBrowser, open, settled, visit } from "./visit.ts";

/** Goes on with the Tab key until the named thing has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press("Tab");
    if (await target.evaluateAll((nodes) => nodes.some((node) => node === document.activeElement))) return;
  }
  throw new Error(`The Tab key never reached ${target}.`);
}

/** What has the focus, and whether a person can see that it has. */
function focus(page: Page) {
  return page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const node = document.activeElement as HTMLElement;
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
      what: `${node.tagName} ${node.textContent?.slice(0, 40) ?? ""}`,
      inSight:
        box.bottom > 0 &&
        box.top < innerHeight &&
        (middle === null || node.contains(middle) || middle.contains(node)),
      outlined: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
    };
  });
}

inBrowser("by keyboard alone", () => {
  test("the focus is seen at every stop of the first page", async () => {
    const { page, leave } = await visit();
    await open(page, "/results");
    const unseen: unknown[] = [];
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press("Tab");
      const now = await focus(page);
      if (!now.inSight || !now.outlined) unseen.push(now);
    }
    expect(unseen).toEqual([]);
    await leave();
  });

  test("one skips to the content, chooses a day, closes the panel and opens a figure", async () => {
    const { page, complaints, leave } = await visit();
    await open(page, "/results");
    await page.keyboard.press("Tab");
    expect((await focus(page)).what).toContain("Skip to main content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");

    await open(page, "/results");
    await tabTo(page, page.getByRole("button", { name: /^As known/ }));
    await page.keyboard.press("Enter");
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await page.getByLabel(/^Show what was known/).count()).toBe(0);
    expect((await focus(page)).what).toContain("As known");

    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2024-02-30");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "Write a day that exists" }).waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("2999-12-31");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "Write a day that has come already" }).waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("2024-12-31");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "As known: on December 31, 2024" }).waitFor();
    await settled(page);

    await tabTo(page, page.getByRole("link", { name: /, Arrests: open the entries$/ }));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^Arrests: \d+$/ }).waitFor();
    // The new page's heading has the focus, so that a screen reader starts there.
    expect((await focus(page)).what).toMatch(/^H1 Arrests/);
    expect(complaints).toEqual([]);
    await leave();
  });

  test("one filters the cases and opens one", async () => {
    const { page, leave } = await visit();
    await open(page, "/cases");
    await tabTo(page, page.getByRole("searchbox", { name: /Words in the case/ }));
    await page.keyboard.type("refrigerated");
    await page.keyboard.press("Enter");
    await page.getByText("1 case", { exact: true }).waitFor();
    await tabTo(page, page.getByRole("link", { name: /^Refrigerated trailer/ }));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^Refrigerated trailer/ }).waitFor();
    await leave();
  });

  test("one opens the menu of a narrow screen and goes to another room", async () => {
    const { page, leave } = await visit({ width: 390 });
    await open(page, "/results");
    await tabTo(page, page.getByRole("button", { name: /^Menu$/ }));
    await page.keyboard.press("Enter");
    expect(await axeFinds(page)).toEqual([]);
    await tabTo(page, page.getByRole("link", { name: /^Record$/ }));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Has anything been changed?" }).waitFor();
    expect(await page.getByRole("link", { name: "Cases", exact: true }).count()).toBe(0);
    await leave();
  });

  test("one pastes rows, matches columns and previews them", async () => {
    const { page, complaints, leave } = await visit();
    await open(page, "/import");
    await tabTo(page, page.getByRole("textbox", { name: /Or paste rows/ }));
    await page.keyboard.insertText("key,Name,taskForce\nkeyboard-1,A made-up case,unknown\n");
    await tabTo(page, page.locator("summary", { hasText: "Match columns with fields" }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("combobox", { name: /What the rows are/ }));
    await page.keyboard.type("Case opened");
    await tabTo(page, page.getByRole("combobox", { name: /Field for the column Name/ }));
    await page.keyboard.type("title");
    await tabTo(page, page.getByRole("button", { name: /Add a value/ }));
    await page.keyboard.press("Enter");
    expect(await axeFinds(page)).toEqual([]);
    await tabTo(page, page.getByRole("button", { name: /^Preview$/ }));
    await page.keyboard.press("Enter");
    await page.getByText(/A case was opened.*A made-up case/).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  test("one corrects an entry up to the last step", async () => {
    const { page, leave } = await visit();
    const { items } = await ask<{ items: { entry: string }[] }>("/entries?kind=case.opened&limit=1");
    await open(page, `/entries/${items[0]?.entry}`);
    await tabTo(page, page.getByRole("link", { name: /^Correct this entry$/ }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("textbox", { name: /^Title/ }));
    await page.keyboard.press("End");
    await page.keyboard.type(", told again");
    await page.getByText(/, told again”/).waitFor();
    await tabTo(page, page.getByRole("textbox", { name: /^Why is it corrected/ }));
    await tabTo(page, page.getByRole("button", { name: /^Record the correction$/ }));
    await page.keyboard.press("Enter");
    await page
      .getByText("Write a reason; it is shown beside the correction for good.", { exact: true })
      .waitFor();
    expect(await axeFinds(page)).toEqual([]);
    // What was typed is still there after a reload.
    await page.reload();
    await settled(page);
    expect(await page.getByLabel(/^Title/).inputValue()).toMatch(/, told again$/);
    await leave();
  });
});
