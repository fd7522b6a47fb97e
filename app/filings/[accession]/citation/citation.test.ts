import { expect, test } from "vitest";
import { GET } from "@/app/filings/[accession]/citation/[style]/route";
import { findFiling } from "@/app/filings/[accession]/view";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const NUMBER = "9999000001-25-000001";
const SALE = { code: "S", letter: "D", date: "2025-06-10", shares: "100", price: "10.00", held: "900" } as const;
serveFilings([
  filingForTest({ n: 1, filed: "2025-06-12", notes: { F1: "Note." }, rows: [{ ...SALE, priceNote: "F1" }] }),
]);

const ask = (style: string, query = "", accession = NUMBER) =>
  GET(new Request(`http://localhost:3000/filings/${accession}/citation/${style}${query}`), {
    params: Promise.resolve({ accession, style }),
  });

test("a filing, a row and a note can each be cited, with the hash of the document as filed", async () => {
  const found = await findFiling(NUMBER);
  const sha256 = found.outcome === "found" ? found.view.versions.at(-1)?.sha256 : null;
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  const filing = await (await ask("text")).text();
  expect(filing).toContain(`/filings/${NUMBER}, accessed`);
  expect(filing).toContain(`SHA-256 of the document as filed: ${sha256}.`);
  expect(await (await ask("text", "?row=I-1")).text()).toContain(`Table I, row 1, filed June 12, 2025.`);
  expect(await (await ask("wiki", "?note=F1")).text()).toContain(`/filings/${NUMBER}/notes/F1`);
});

test("reference managers get the type they know, and a file", async () => {
  const answer = await ask("ris", "?row=I-1");
  expect(answer.headers.get("content-type")).toBe("application/x-research-info-systems; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${NUMBER}-I-1.ris"`);
});

test("nothing is cited that is not there", async () => {
  for (const answer of [
    await ask("text", "?row=I-2"),
    await ask("text", "?note=x"),
    await ask("apa"),
    await ask("ris", "", "9999000001-25-000009"),
  ])
    expect(answer.status).toBe(404);
});
