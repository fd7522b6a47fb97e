import { expect, it } from "vitest";
import { embedCode, embedOf } from "./embed-code";

it("knows what of a page can be embedded", () => {
  expect(embedOf("/filings/1")?.embed).toBe("/embed/filings/1");
  expect(embedOf("/filings/1/rows/I-2")?.embed).toBe("/embed/filings/1?row=I-2");
  expect(embedOf("/filings/1/notes/F1")?.embed).toBe("/embed/filings/1?note=F1");
  expect(embedOf("/insiders/7?code=P&as_of=2024-02-19")?.embed).toBe("/embed/insiders/7?code=P&as_of=2024-02-19");
  expect(embedOf("/filings/1?from=x")).toMatchObject({ page: "/filings/1", embed: "/embed/filings/1" });
  for (const page of [
    "/",
    "/transactions",
    "/insiders",
    "/insiders/1/rows/I-2",
    "/issuers/KSTG",
    '/insiders/1"onload="x',
    "/filings/1.json",
  ])
    expect(embedOf(page), page).toBeNull();
});

it("is titled with the name of an insider or issuer, and with the CIK only if there is no name", () => {
  expect(embedOf("/issuers/1318605?code=P", "Tesla, Inc.")?.title).toBe("Tesla, Inc., Section 16");
  expect(embedOf("/insiders/1494730", "Musk Elon")?.title).toBe("Musk Elon, Section 16");
  expect(embedOf("/issuers/1318605")?.title).toBe("CIK 1318605, Section 16");
  expect(embedOf("/filings/1/rows/I-2")?.title).toBe("Filing 1, I-2, Section 16");
});

it("is a frame with a title, and nothing that runs", () => {
  expect(embedCode("https://insiders.example.org", { embed: "/embed/insiders/7", title: 'A "B"', height: 420 })).toBe(
    '<iframe src="https://insiders.example.org/embed/insiders/7" title="A &quot;B&quot;" width="100%" height="420" style="border:0" loading="lazy"></iframe>',
  );
});
