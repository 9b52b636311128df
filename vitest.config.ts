/** One suite for every package; packages are read from their sources. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["joint-docket-source"] },
  ssr: { resolve: { conditions: ["joint-docket-source"] } },
  test: {
    include: ["packages/**/*.test.ts", "apps/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    globalSetup: ["packages/ledger/src/testing/servers.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
