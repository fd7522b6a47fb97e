import { expect, it } from "vitest";
import { originalForTest } from "@/testing/amendment-for-test";
import { filingData, insiderData, issuerData, printStructuredData, recordData } from "./structured-data";

const SITE = "https://insiders.example.org";
const { filing } = originalForTest([], {
  issuer: { cik: "900208", name: "Kestrel Grid Systems, Inc.", tradingSymbol: "KSTG", foreignTradingSymbol: null },
});
const inWords = { filing, title: "Form 4", headline: "Two people sold", version: 2, originalHref: null };

it("names the insiders as authors of a filing, and the issuer as its subject", () => {
  const data = filingData({ ...inWords, filing: { ...filing, filingDate: "2025-06-12" } }, SITE);
  expect(data).toMatchObject({
    "@type": "Report",
    url: `${SITE}/filings/0000000001-25-000001`,
    identifier: { "@type": "PropertyValue", propertyID: "SEC accession number", value: "0000000001-25-000001" },
    datePublished: "2025-06-12",
    version: 2,
    about: { "@type": "Corporation", tickerSymbol: "KSTG", identifier: { propertyID: "CIK", value: "0000900208" } },
    author: [{ "@type": "Person", url: `${SITE}/insiders/2` }],
  });
});

it("leaves out what is not known", () => {
  const unknown = { ...filing, filingDate: null, filedAt: null, owners: [] };
  const text = printStructuredData(filingData({ ...inWords, filing: unknown }, SITE));
  expect(text).not.toMatch(/null|undefined|datePublished|isBasedOn/);
});

it("is JSON in the vocabulary of schema.org, with full addresses only", () => {
  const all = [
    filingData(inWords, SITE),
    insiderData({ cik: "2", name: "Ingrid M. Tollefsen" }, SITE),
    issuerData({ cik: "1", name: "Kestrel", tradingSymbol: null }, SITE),
    recordData(1_499, SITE),
  ];
  for (const data of all) {
    const read = JSON.parse(printStructuredData(data));
    expect(read["@context"]).toBe("https://schema.org");
    for (const [, url] of JSON.stringify(read).matchAll(/"(?:url|contentUrl|sameAs)":"([^"]*)"/g))
      expect(url).toMatch(/^https:\/\//);
  }
});

it("cannot be left by a hostile name", () => {
  const name = '</script><script>alert("1")</script><!--\u2028';
  const text = printStructuredData(insiderData({ cik: "2", name }, SITE));
  expect(text).not.toContain("<");
  expect(JSON.parse(text).mainEntity.name).toBe(name);
});
