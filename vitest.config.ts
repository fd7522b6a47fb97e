import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  // Pages import "server-only" through thin files; outside Next's bundler it throws.
  resolve: {
    alias: { "@": root, "server-only": `${root}/node_modules/next/dist/compiled/server-only/empty.js` },
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    // A test says what is right, not how fast: a busy machine must not fail it.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    // A worker often waits for PostgreSQL. The default leaves one core to nobody, of two.
    maxWorkers: "100%",
    // As the start command does.
    env: { SITE_URL: "http://localhost:3000" },
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          // These tests share no state: starting a process for each file, and loading the same modules there, took longer than the tests.
          isolate: false,
          include: ["*.test.ts", "{lib,paper,components,sample,scripts,deploy}/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["{db,app,bench,fuzz,testing}/**/*.test.{ts,tsx}"],
          globalSetup: ["testing/test-server.ts"],
        },
      },
    ],
  },
});
