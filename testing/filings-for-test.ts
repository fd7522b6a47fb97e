import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { sql } from "drizzle-orm";
import { type Clock, realClock } from "@/db/edgar/clock";
import type { RequestSlots } from "@/db/edgar/request-slots";
import { parseSubmission } from "@/lib/edgar/submission";
import { printCik } from "@/lib/record/cik";
import { decodeText } from "@/lib/values/decode-text";
import { corpusFiles } from "./corpus";
import type { StandInFiling } from "./stand-in";
import type { TestDatabase } from "./test-database";

const ISSUER = { cik: "9900208", name: "KESTREL & SONS INC", role: "Issuer" as const };
const OWNERS = [
  { cik: "9900416", name: "TOLLEFSEN INGRID", role: "Reporting" as const },
  { cik: "9900417", name: "ABARA CHIDI", role: "Reporting" as const },
];

type Options = { documentType?: string; day: string; time?: string; owners?: number; shares?: string };

/** An invented filing, listed under the issuer and every owner. */
export function madeUpFiling(n: number, { documentType = "4", day, time = "175200", owners = 1, shares }: Options) {
  const accessionNumber = `9999000001-${day.slice(2, 4)}-${String(n).padStart(6, "0")}`;
  const filers = [ISSUER, ...OWNERS.slice(0, owners)];
  const compact = day.replaceAll("-", "");
  const text = submission(
    { accessionNumber, documentType, compact, acceptedAt: compact + time, filers },
    ownershipXml(documentType, day, filers.slice(1), shares ?? String(100 + n)),
  );
  return { accessionNumber, documentType, filingDate: day, acceptedAt: compact + time, filers, text };
}

/** A filing of another form, such as the feed includes in a search for form 4. */
export function otherFiling(n: number, documentType: string, day: string): StandInFiling {
  return { ...madeUpFiling(n, { day }), documentType, filers: [ISSUER] };
}

type Header = Pick<StandInFiling, "accessionNumber" | "documentType" | "acceptedAt" | "filers"> & { compact: string };

const submission = (
  { accessionNumber, documentType, compact, acceptedAt, filers }: Header,
  xml: string,
) => `<SEC-DOCUMENT>${accessionNumber}.txt : ${compact}
<SEC-HEADER>${accessionNumber}.hdr.sgml : ${compact}
<ACCEPTANCE-DATETIME>${acceptedAt}
ACCESSION NUMBER:\t\t${accessionNumber}
CONFORMED SUBMISSION TYPE:\t${documentType}
FILED AS OF DATE:\t\t${compact}
${filers.map(({ cik, name }) => `COMPANY CONFORMED NAME:\t${name}\nCENTRAL INDEX KEY:\t${printCik(cik)}`).join("\n")}
</SEC-HEADER>
<DOCUMENT>
<TYPE>${documentType}
<TEXT>
<XML>
${xml}
</XML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;

const ownershipXml = (documentType: string, day: string, owners: { cik: string; name: string }[], shares: string) =>
  `<?xml version="1.0"?><ownershipDocument><documentType>${documentType}</documentType><periodOfReport>${day}</periodOfReport>
<issuer><issuerCik>${printCik(ISSUER.cik)}</issuerCik><issuerName>Kestrel &amp; Sons Inc</issuerName><issuerTradingSymbol>KSTG</issuerTradingSymbol></issuer>
${owners.map(({ cik, name }) => `<reportingOwner><reportingOwnerId><rptOwnerCik>${printCik(cik)}</rptOwnerCik><rptOwnerName>${name}</rptOwnerName></reportingOwnerId></reportingOwner>`).join("\n")}
<nonDerivativeTable><nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>${day}</value></transactionDate>
<transactionCoding><transactionCode>S</transactionCode></transactionCoding><transactionAmounts><transactionShares><value>${shares}</value></transactionShares>
<transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction></nonDerivativeTable>
<ownerSignature><signatureName>I. T.</signatureName><signatureDate>${day}</signatureDate></ownerSignature></ownershipDocument>`;

/** A submission unchanged, under the filers in its header. */
function fromSubmission(text: string): StandInFiling[] {
  const { header } = parseSubmission(text);
  const accepted = /<ACCEPTANCE-DATETIME>\s*(\d{14})/.exec(header.text)?.[1];
  const ciks = [...header.text.matchAll(/CENTRAL\s+INDEX\s+KEY:\s*(\d{10})/g)].map(([, cik]) => String(Number(cik)));
  const { accessionNumber, filingDate, submissionType: documentType } = header;
  if (!accessionNumber || !filingDate || !documentType || ciks.length === 0) return [];
  const filers = [...new Set(ciks)].map((cik) => ({ cik, name: `FILER ${cik}`, role: "Reporting" as const }));
  const acceptedAt = accepted ?? `${filingDate.replaceAll("-", "")}000000`;
  return [{ accessionNumber, documentType, filingDate, acceptedAt, filers, text }];
}

/** The real submissions of the corpus. */
export const corpusSubmissions = (corpus: string): StandInFiling[] =>
  corpusFiles(corpus, "txt").flatMap((path) => fromSubmission(decodeText(readFileSync(path))));

/** Real documents of a filer whose submissions file is in the corpus, each with a header made from that file. */
export function corpusFilings(corpus: string, cik: string): StandInFiling[] {
  const file = join(corpus, "edgar/submissions", `CIK${printCik(cik)}.json`);
  const { recent } = JSON.parse(readFileSync(file, "utf8")).filings;
  const documents = new Map(corpusFiles(corpus, "xml").map((path) => [basename(path, ".xml"), path]));
  const filers = [{ cik, name: `FILER ${cik}`, role: "Reporting" as const }];
  return recent.accessionNumber.flatMap((accessionNumber: string, i: number) => {
    const path = documents.get(accessionNumber);
    if (!path) return [];
    const documentType: string = recent.form[i];
    const filingDate: string = recent.filingDate[i];
    const compact = filingDate.replaceAll("-", "");
    const header = { accessionNumber, documentType, compact, acceptedAt: `${compact}175200`, filers };
    return [{ ...header, filingDate, text: submission(header, readFileSync(path, "utf8")) }];
  });
}

/** A clock that can be set, and that advances only, and at once, when something sleeps. */
export function testClock(now: string): Clock & { set: (now: string) => void } {
  let at = Date.parse(now);
  return {
    now: () => at,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      at += ms;
      await realClock.sleep(0, signal);
    },
    random: () => 0.5,
    set(text) {
      at = Date.parse(text);
    },
  };
}

/** Slots without waiting; a pause advances the clock. */
export function testSlots(clock: Clock): RequestSlots & { pauses: { ms: number; reason: string }[] } {
  const pauses: { ms: number; reason: string }[] = [];
  let paused: Promise<void> = Promise.resolve();
  return {
    pauses,
    async take(signal) {
      await paused;
      signal?.throwIfAborted();
    },
    async pause(ms, reason) {
      pauses.push({ ms, reason });
      await clock.sleep(ms);
      // Requests on their way arrive in the meantime.
      paused = realClock.sleep(20);
    },
  };
}

/** Deletes everything that reading EDGAR stores: quicker than a new database for every test. */
export async function emptyTables({ db }: Pick<TestDatabase, "db">) {
  await db.execute(sql`truncate filing, issuer, owner, industry, refused_document, ingest_run, edgar_page, index_day, listed_filing,
    follow_position, data_set cascade`);
}
