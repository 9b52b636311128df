import { beforeEach, describe, expect, it, vi } from "vitest";
import { answered, forgetDraft, isPending, keepDraft, keptDraft, keptDrafts, keyFor } from "./kept.ts";

/** A browser's storage; `full` refuses to keep anything more. */
function storage(full = false) {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index: number) => [...held.keys()][index] ?? null,
    getItem: (name: string) => held.get(name) ?? null,
    setItem(name: string, text: string) {
      if (full) throw new Error("QuotaExceededError");
      held.set(name, text);
    },
    removeItem: (name: string) => void held.delete(name),
  };
}

const place = { form: "arrest.made", about: { case: "c", defendant: "d" } };
const other = { form: "arrest.made", about: { case: "e" } };

describe.each([
  ["on this device", false],
  ["in a browser that keeps nothing", true],
])("a draft kept %s", (_, full) => {
  beforeEach(() => {
    vi.stubGlobal("localStorage", storage(full));
    for (const draft of keptDrafts()) forgetDraft(draft);
  });

  it("is found again by its form and what it is about, in whatever order that is told", () => {
    keepDraft(place, { persons: "2" });
    expect(keptDraft({ form: "arrest.made", about: { defendant: "d", case: "c" } })?.state).toEqual({
      persons: "2",
    });
    expect(keptDraft(other)).toBeUndefined();
    keepDraft(other, {});
    expect(
      keptDrafts()
        .map(({ about }) => about)
        .sort((a, b) => Object.keys(a).length - Object.keys(b).length),
    ).toEqual([other.about, place.about]);
    forgetDraft(place);
    expect(keptDrafts()).toHaveLength(1);
  });

  it("keeps the key of exactly what was sent, and takes a new one for anything else", () => {
    keepDraft(place, { persons: "2" });
    const key = keyFor(place, { persons: "2" }, { persons: 2 });
    expect(isPending(place, { persons: 2 })).toBe(true);
    expect(keyFor(place, { persons: "2" }, { persons: 2 })).toBe(key);
    expect(isPending(place, { persons: 3 })).toBe(false);
    expect(keyFor(place, { persons: "3" }, { persons: 3 })).not.toBe(key);
  });

  it("is in doubt no more once it was refused", () => {
    keyFor(place, {}, { persons: 2 });
    answered(place);
    expect(isPending(place, { persons: 2 })).toBe(false);
    expect(keptDraft(place)?.state).toEqual({});
  });
});

it("passes over what another program left in the storage", () => {
  const held = storage();
  vi.stubGlobal("localStorage", held);
  for (const draft of keptDrafts()) forgetDraft(draft);
  held.setItem("joint-docket.draft.x", "no JSON");
  held.setItem("joint-docket.draft.y", "{}");
  held.setItem("something else", "{}");
  expect(keptDrafts()).toEqual([]);
});
