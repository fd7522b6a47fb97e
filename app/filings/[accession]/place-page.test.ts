import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as noteCard } from "@/app/filings/[accession]/notes/[place]/card.png/route";
import { GET as rowCard } from "@/app/filings/[accession]/rows/[place]/card.png/route";
import { generateMetadata } from "@/app/filings/[accession]/rows/[place]/page";
import { loadPageState } from "@/app/page-state";
import { structuredDataSite } from "@/app/structured-data-site";
import { filing, formerAddress } from "@/db/schema";
import { cutFonts } from "@/scripts/cut-fonts";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const NUMBER = "9999000001-25-000001";
const SALE = { code: "S", letter: "D", date: "2025-06-10", shares: "100", price: "10.00", held: "900" } as const;
const database = serveFilings([
  filingForTest({ n: 1, filed: "2025-06-12", notes: { F1: "An average." }, rows: [{ ...SALE, priceNote: "F1" }] }),
  filingForTest({ n: 2, filed: "2025-06-13", remarks: "By trust.", rows: [SALE] }),
]);

let folder: string;
beforeAll(async () => {
  await cutFonts();
  folder = await mkdtemp(join(tmpdir(), "section16-places-"));
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("SITE_URL", "https://insiders.example.org");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const isThere = async (path: string) => (await loadPageState(path, "", Date.now())).isThere;

test("a row and a note have a page, if the filing has them", async () => {
  for (const path of [`${NUMBER}/rows/I-1`, `${NUMBER}/notes/F1`, "9999000001-25-000002/notes/remarks"])
    expect(await isThere(`/filings/${path}`), path).toBe(true);
  for (const end of [
    "rows/I-2",
    "rows/II-1",
    "rows/I-01",
    "rows/F1",
    "notes/I-1",
    "notes/F2",
    "notes/remarks",
    "rows/x",
  ])
    expect(await isThere(`/filings/${NUMBER}/${end}`), end).toBe(false);
  expect(await isThere("/filings/9999000001-25-000099/rows/I-1")).toBe(false);
});

test("a row under a number that was replaced has moved with its filing", async () => {
  const local = "local-0123456789ab";
  await database().db.insert(formerAddress).values({ localNumber: local, accessionNumber: NUMBER });
  for (const path of ["rows/I-1", "notes/F1"]) expect(await isThere(`/filings/${local}/${path}`), path).toBe(true);
  const params = Promise.resolve({ accession: local, place: "I-1" });
  const card = await rowCard(new Request(`http://localhost:3000/filings/${local}/rows/I-1/card.png`), { params });
  expect([card.status, card.headers.get("location")]).toEqual([308, `/filings/${NUMBER}/rows/I-1/card.png`]);
});

test("the page of a row tells others what the row says, and its canonical address is the filing's", async () => {
  const { openGraph, alternates } = await generateMetadata({
    params: Promise.resolve({ accession: NUMBER, place: "I-1" }),
  });
  expect(openGraph).toMatchObject({
    url: `https://insiders.example.org/filings/${NUMBER}/rows/I-1`,
    description: "Ingrid M. Tollefsen sold 100 shares of Common Stock at $10.00 on June 10, 2025 (code S).",
  });
  expect(alternates?.canonical).toBe(`/filings/${NUMBER}`);
});

test("the card of a row or note exists only with the row or note", async () => {
  const ask = (get: typeof rowCard, list: string, place: string) =>
    get(new Request(`http://localhost:3000/filings/${NUMBER}/${list}/${place}/card.png`), {
      params: Promise.resolve({ accession: NUMBER, place }),
    });
  expect((await ask(rowCard, "rows", "I-1")).headers.get("content-type")).toBe("image/png");
  expect((await ask(noteCard, "notes", "F1")).headers.get("content-type")).toBe("image/png");
  expect((await ask(rowCard, "rows", "I-2")).status).toBe(404);
  expect((await ask(noteCard, "notes", "F2")).status).toBe(404);
});

test("invented filings do not become structured data", async () => {
  expect(await structuredDataSite()).toBe("https://insiders.example.org");
  await database().db.update(filing).set({ isSample: true });
  expect(await structuredDataSite()).toBeNull();
});
