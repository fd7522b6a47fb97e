import { expect, it } from "vitest";
import { localAccessionNumber } from "@/lib/record/accession-number";
import { originalForTest } from "@/testing/amendment-for-test";
import { filingData, insiderData, issuerData, printStructuredData, recordData } from "./structured-data";

const SITE = "https://insiders.example.org";
const { filing } = originalForTest([], {
  issuer: { cik: "900208", name: "Kestrel Grid Systems, Inc.", tradingSymbol: "KSTG", foreignTradingSymbol: null },
});
const inWords = {
  filing,
  signatures: [],
  title: "Form 4",
  headline: "Two people sold",
  version: 2,
  originalHref: null,
};

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

it("calls an insider an organisation if the name is one", () => {
  const typeOf = (name: string) => insiderData({ cik: "2", name, nameAsFiled: name }, SITE).mainEntity;
  expect(typeOf("Kestrel Growth Partners LP")).toMatchObject({ "@type": "Organization" });
  expect(typeOf("Tollefsen Ingrid M")).toMatchObject({ "@type": "Person" });
});

it("names an insider in the same order on a filing as on the insider's page, and as filed beside it", () => {
  const owner = { cik: "2", name: "Tollefsen Ingrid M" };
  const signed = { ...inWords, filing: { ...filing, owners: [{ ...filing.owners[0], ...owner }] } } as typeof inWords;
  const ofFiling = (signatures: string[]) => filingData({ ...signed, signatures }, SITE).author;
  const named = { name: "Ingrid M. Tollefsen", alternateName: "Tollefsen Ingrid M" };
  expect(ofFiling(["/s/ Ingrid M. Tollefsen"])).toMatchObject([named]);
  const page = insiderData({ cik: "2", name: named.name, nameAsFiled: owner.name }, SITE);
  expect(page.mainEntity).toMatchObject(named);
  const [unconfirmed] = ofFiling(["/s/ A. Lindqvist, attorney-in-fact"]) as object[];
  expect(unconfirmed).toMatchObject({ name: "Tollefsen Ingrid M" });
  expect(unconfirmed).not.toHaveProperty("alternateName");
});

it("does not present a number of ours as one of the SEC's", () => {
  const local = { ...filing, accessionNumber: localAccessionNumber("0123456789abcdef") };
  const data = filingData({ ...inWords, filing: local }, SITE);
  expect(data.url).toBe(`${SITE}/filings/local-0123456789ab`);
  expect(data).not.toHaveProperty("identifier");
  expect(data).not.toHaveProperty("reportNumber");
});

it("lists the document of a filing as filed, unless there is none", () => {
  const formatsOf = (source: typeof filing.source) => {
    const { encoding } = filingData({ ...inWords, filing: { ...filing, source } }, SITE);
    return (encoding as { contentUrl: string }[]).map(({ contentUrl }) => contentUrl.replace(/^.*\./, ""));
  };
  expect(formatsOf("xml")).toEqual(["xml", "json", "csv"]);
  expect(formatsOf("paper")).toEqual(["json", "csv"]);
  expect(formatsOf("data-set")).toEqual(["json", "csv"]);
});

it("states which days the record covers, and claims no licence, because filings are public records", () => {
  const data = recordData({ filings: 3, days: { first: "2003-05-05", last: "2026-06-30" } }, SITE);
  expect(data).toMatchObject({ "@type": "Dataset", temporalCoverage: "2003-05-05/2026-06-30" });
  expect(data).not.toHaveProperty("license");
  expect(printStructuredData(recordData({ filings: 0, days: null }, SITE))).not.toContain("temporalCoverage");
});

it("leaves out what is not known", () => {
  const unknown = { ...filing, filingDate: null, filedAt: null, owners: [] };
  const text = printStructuredData(filingData({ ...inWords, filing: unknown }, SITE));
  expect(text).not.toMatch(/null|undefined|datePublished|isBasedOn/);
});

it("is JSON in the vocabulary of schema.org, with full addresses only", () => {
  const all = [
    filingData(inWords, SITE),
    insiderData({ cik: "2", name: "Ingrid M. Tollefsen", nameAsFiled: "Tollefsen Ingrid M" }, SITE),
    issuerData({ cik: "1", name: "Kestrel", tradingSymbol: null }, SITE),
    recordData({ filings: 1_499, days: null }, SITE),
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
  const text = printStructuredData(insiderData({ cik: "2", name, nameAsFiled: name }, SITE));
  expect(text).not.toContain("<");
  expect(JSON.parse(text).mainEntity.name).toBe(name);
});
