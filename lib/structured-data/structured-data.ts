import { isEntityName, readingName } from "@/lib/names/names";
import { isLocalAccessionNumber } from "@/lib/record/accession-number";
import { printCik } from "@/lib/record/cik";
import type { Filing } from "@/lib/record/filing";
import { filedOn } from "@/lib/record/filing-names";
import { dataUrl, edgarFilerUrl, filingUrl, inFormat, insiderUrl, issuerUrl, transactionsUrl } from "@/lib/urls";

/** Data in the vocabulary of schema.org, as JSON-LD. */
type Thing = { "@type": string; [property: string]: unknown };

type Party = { cik: string | null; name: string | null };

const withContext = (thing: Thing) => ({ "@context": "https://schema.org", ...thing });

/** Names are foreign text, and a page must not end its script at one of them. */
export const printStructuredData = (thing: Thing): string =>
  JSON.stringify(withContext(thing))
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");

const identifier = (propertyID: string, value: string) => ({ "@type": "PropertyValue", propertyID, value });

/** A CIK distinguishes namesakes. */
const identified = (cik: string | null) =>
  cik === null ? {} : { identifier: identifier("CIK", printCik(cik)), sameAs: edgarFilerUrl(cik) };

/** An insider by the name that sentences use, and by the name as filed. */
type NamedInsider = Party & { nameAsFiled: string | null };

/** Funds, trusts and companies are insiders, too. The form does not say which it is; the name may. */
const insiderThing = ({ cik, name, nameAsFiled }: NamedInsider, site: string): Thing => ({
  "@type": name !== null && isEntityName(name) ? "Organization" : "Person",
  name: name ?? undefined,
  ...(nameAsFiled !== null && nameAsFiled !== name && { alternateName: nameAsFiled }),
  ...(cik !== null && { url: site + insiderUrl(cik) }),
  ...identified(cik),
});

const corporation = ({ cik, name, tradingSymbol }: Party & { tradingSymbol: string | null }, site: string): Thing => ({
  "@type": "Corporation",
  name: name ?? undefined,
  ...(tradingSymbol !== null && { tickerSymbol: tradingSymbol }),
  ...(cik !== null && { url: site + issuerUrl(cik) }),
  ...identified(cik),
});

type FilingInWords = {
  filing: Filing;
  /** The names on its signatures. */
  signatures: readonly string[];
  title: string;
  headline: string;
  version: number;
  /** Its page on EDGAR. */
  originalHref: string | null;
};

/** A filing. Its authors are the insiders who filed it. */
export const filingData = (
  { filing, signatures, title, headline, version, originalHref }: FilingInWords,
  site: string,
): Thing => {
  const { accessionNumber } = filing;
  const url = filingUrl(accessionNumber);
  return {
    "@type": "Report",
    name: title,
    headline,
    url: site + url,
    // A number of ours is not one of the SEC's.
    ...(!isLocalAccessionNumber(accessionNumber) && {
      identifier: identifier("SEC accession number", accessionNumber),
      reportNumber: accessionNumber,
    }),
    datePublished: filedOn(filing) ?? undefined,
    version,
    isBasedOn: originalHref ?? undefined,
    about: corporation(filing.issuer, site),
    author: filing.owners.map(({ cik, name: nameAsFiled }) => {
      const name = nameAsFiled && (readingName(nameAsFiled, signatures) ?? nameAsFiled);
      return insiderThing({ cik, name, nameAsFiled }, site);
    }),
    encoding: [
      // The document as filed. Paper has none, and neither has a filing that we know only from a data set.
      ...(filing.source === "xml"
        ? [{ "@type": "MediaObject", encodingFormat: "application/xml", contentUrl: site + inFormat(url, "xml") }]
        : []),
      { "@type": "MediaObject", encodingFormat: "application/json", contentUrl: site + inFormat(url, "json") },
      { "@type": "MediaObject", encodingFormat: "text/csv", contentUrl: site + inFormat(url, "csv") },
    ],
  };
};

/** The page of an insider. Addresses are only on filings. */
export const insiderData = (insider: NamedInsider, site: string): Thing => ({
  "@type": "ProfilePage",
  mainEntity: insiderThing(insider, site),
});

export const issuerData = (issuer: Party & { tradingSymbol: string | null }, site: string): Thing =>
  corporation(issuer, site);

type Recorded = {
  filings: number;
  /** The first and last filing dates. Null if no filing has one. */
  days: { first: string; last: string } | null;
};

/** All filings of this site, as a data set. No licence: the filings are public records. */
export const recordData = ({ filings, days }: Recorded, site: string): Thing => ({
  "@type": "Dataset",
  name: "SEC insider filings (Forms 3, 4 and 5)",
  description: `${filings.toLocaleString("en-US")} ownership filings as filed with the SEC under Section 16 of the Exchange Act: every row, every footnote, and what is derived from them.`,
  url: site + dataUrl(),
  temporalCoverage: days === null ? undefined : `${days.first}/${days.last}`,
  isAccessibleForFree: true,
  creator: { "@type": "Organization", name: "Section 16", url: site },
  distribution: [
    { "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: site + inFormat(transactionsUrl(), "csv") },
    {
      "@type": "DataDownload",
      encodingFormat: "application/json",
      contentUrl: site + inFormat(transactionsUrl(), "json"),
    },
  ],
});
