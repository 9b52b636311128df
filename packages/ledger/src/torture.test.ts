/** Thirty kills of the process and of the embedded database in mid-write lose nothing; `npm run torture` does a thousand. */
import { expect, it } from "vitest";
import { torture } from "./testing/torture/torture.mjs";

const posix = process.platform !== "win32";

it.skipIf(!posix)(
  "thirty kills at random moments lose no acknowledged entry and leave none half applied (needs ps, so not on Windows)",
  async () => {
    const seed = Date.now() % 1_000_000;
    const result = await torture({ kills: 30, seed });
    expect(result.problems, `seed ${seed}`).toEqual([]);
    expect(result.kills).toBe(30);
    expect(result.acknowledged).toBeGreaterThan(30);
  },
  600_000,
);
