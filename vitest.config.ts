/** One suite for every package, read from its sources, and then the browser tests of the built product. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["joint-docket-source"] },
  ssr: { resolve: { conditions: ["joint-docket-source"] } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "packages",
          include: ["packages/**/*.test.ts", "apps/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          globalSetup: ["packages/ledger/src/testing/servers.ts"],
          // No test changes what others import, and every file would load it all anew.
          isolate: false,
          unstubGlobals: true,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["e2e/**/*.test.ts"],
          globalSetup: ["e2e/setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // After everything else: a browser beside the database's tests would only make both slow.
          sequence: { groupOrder: 1 },
          // They look at one product, and two that record at once would each find entries that it did not make.
          maxWorkers: 1,
        },
      },
    ],
  },
});
