import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { canServeReadOnly, serve } from "../testing/serve-read-only";

const CLONE = fileURLToPath(new URL("..", import.meta.url));
const PORT = process.env.E2E_SERVE_PORT ?? String(Number(process.env.E2E_PORT ?? "3416") + 2);
const SITES = ["https://one.example.org", "https://two.example.org"] as const;

/** Addresses whose responses contain the address of the site. */
const NAMING = ["/", "/index.atom", "/index.json", "/opensearch.xml", "/codes/P", "/codes.json"];
const OTHERS = ["/robots.txt", "/about/methods", "/nowhere", "/icon.svg"];

const NO_INSIDER = "/insiders/4711";

const BUILD_ID = join(CLONE, ".next/BUILD_ID");

let folder = "";
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "section16-one-build-"));
  chmodSync(folder, 0o755);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("one build serves any SITE_URL, from a read-only folder", async ({ request }) => {
  test.setTimeout(300_000);
  test.skip(!existsSync(BUILD_ID), "this clone has no build: E2E_URL names a site elsewhere");
  const { reason } = canServeReadOnly(CLONE, folder);
  if (reason) test.info().annotations.push({ type: "not read-only", description: reason });
  const build = readFileSync(BUILD_ID, "utf8");

  for (const site of SITES) {
    const settings = {
      PORT,
      SITE_URL: site,
      LOAD_SAMPLE: "never",
      HOST: "127.0.0.1",
      DATABASE_URL: "",
      LOG_FORMAT: "json",
    };
    const served = await serve(CLONE, folder, settings, reason === null);
    try {
      const body = async (path: string) => (await request.get(`http://127.0.0.1:${PORT}${path}`)).text();
      for (const path of NAMING) expect(await body(path), path).toContain(site);
      for (const path of [...NAMING, ...OTHERS]) {
        for (const other of SITES) if (other !== site) expect(await body(path), path).not.toContain(other);
        expect(await body(path), path).not.toContain("http://localhost");
      }
      expect(await body("/")).toContain(`<link rel="canonical" href="${site}"`);
      // Next's image service would write into the build folder.
      const image = await request.get(`http://127.0.0.1:${PORT}/_next/image?url=%2Ficon.svg&w=64&q=75`);
      expect(image.status()).toBe(404);
      expect((await request.get(`http://127.0.0.1:${PORT}${NO_INSIDER}`)).status()).toBe(404);
    } finally {
      expect(await served.stop()).toBe(0);
    }
    // Next would send the request to itself again if it took our rewrite for one to another site.
    expect(served.output().match(new RegExp(`"path":"${NO_INSIDER}"`, "g"))).toHaveLength(1);
    expect(served.output()).not.toMatch(/Building|read-only|EROFS|ENOENT|EACCES|Error/);
  }
  expect(readFileSync(BUILD_ID, "utf8")).toBe(build);
});
