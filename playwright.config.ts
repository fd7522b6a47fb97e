import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { machineChromium } from "./scripts/chromium.mjs";
import { makeTestFolder } from "./scripts/test-folder.mjs";

const port = process.env.E2E_PORT ?? "3416";
/** A second site, empty and with import switched on. */
const importPort = String(Number(port) + 1);
/** Set E2E_URL to test a site that is already running, and E2E_IMPORT_URL to test one that accepts paper forms. */
const baseURL = process.env.E2E_URL ?? `http://127.0.0.1:${port}`;

/** Created once: the workers also read this file, and inherit the variable. */
function throwAwayFolder() {
  process.env.E2E_DATA_DIR ??= makeTestFolder();
  return process.env.E2E_DATA_DIR;
}

const site = (port: string, env: Record<string, string>) => ({
  command: "node scripts/start.mjs",
  url: `http://127.0.0.1:${port}/healthz`,
  // The first start builds the site, creates a database and loads the sample.
  timeout: 240_000,
  gracefulShutdown: { signal: "SIGTERM" as const, timeout: 15_000 },
  stdout: "pipe" as const,
  // An empty value overrides a .env.
  env: { PORT: port, HOST: "127.0.0.1", DATABASE_URL: "", SITE_URL: "", ...env },
});

/** Started one after the other, so that the second finds the pages already built. */
function sites() {
  const folder = throwAwayFolder();
  process.env.E2E_IMPORT_URL = `http://127.0.0.1:${importPort}`;
  return [
    site(port, { DATA_DIR: folder, LOAD_SAMPLE: "auto", ALLOW_IMPORT: "0" }),
    site(importPort, { DATA_DIR: join(folder, "import"), LOAD_SAMPLE: "never", ALLOW_IMPORT: "1" }),
  ];
}

/** What Chromium does without: all that Playwright switches off, because a second list replaces the first, and the list below the address bar. */
const WITHOUT_FEATURES = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  // Each window draws two pages for it, which takes longer than most of our pages.
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

/** Tests of the build itself, which do not depend on the screen. Others that a phone does not change have the tag @desktop. */
const WITHOUT_BROWSER = ["one-build.spec.ts", "replicas.spec.ts"];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  // A journey says what is right, not how fast: a busy machine must not fail it.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Browser and machine have accidents of their own. A journey that passes only when repeated is named as flaky.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  fullyParallel: true,
  reporter: "list",
  use: {
    baseURL,
    // A trace takes a fifth of the time of a test, so it is not made where nobody will open it.
    trace: process.env.CI ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: machineChromium(),
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        `--disable-features=${WITHOUT_FEATURES.join(",")}`,
        // Chromium's sandbox does not work as root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      testIgnore: WITHOUT_BROWSER,
      grepInvert: /@phone/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      testIgnore: WITHOUT_BROWSER,
      grepInvert: /@desktop/,
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
    },
    { name: "build", testMatch: WITHOUT_BROWSER },
  ],
  webServer: process.env.E2E_URL ? undefined : sites(),
});
