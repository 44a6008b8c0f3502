import { defaultServerConditions } from "vite";
import { configDefaults, defineConfig } from "vitest/config";

// scripts/test.mjs runs everything twice, once per store. What needs no store runs with the embedded one only, what
// tests the PostgreSQL harness itself with PostgreSQL only.
const isOnPostgres = process.env.KALENDS_TEST_STORE === "postgres";
const needsNoStore = [
  "server/core/**",
  "test/laws/**",
  "test/engine/**",
  "test/stories/samples.test.ts",
  "scripts/**",
  "clients/**",
];
const needsPostgres = ["test/harness/postgres.test.ts"];

export default defineConfig({
  resolve: { conditions: ["kalends-source", ...defaultServerConditions] },
  ssr: { resolve: { conditions: ["kalends-source", ...defaultServerConditions] } },
  test: {
    include: ["server/**/*.test.ts", "test/**/*.test.ts", "scripts/**/*.test.mjs", "clients/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(isOnPostgres ? needsNoStore : needsPostgres)],
    globalSetup: "test/harness/global-setup.ts",
    // A worker keeps its modules from file to file, and with them the one open store that the harness holds: opening
    // one per file would cost seconds each.
    isolate: false,
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
