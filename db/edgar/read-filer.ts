import type { Edgar } from "@/db/edgar/edgar";
import { noteListed } from "@/db/edgar/listed-filings";
import { readPage } from "@/db/edgar/read-page";
import { storeIndustry } from "@/db/ingest/store-industry";
import { companyTickersAddress, olderSubmissionsAddress, submissionsFileAddress } from "@/lib/edgar/addresses";
import { findTicker, parseCompanyTickers } from "@/lib/edgar/company-tickers";
import type { ListedFiling } from "@/lib/edgar/index-file";
import { FIRST_XML_DAY } from "@/lib/edgar/section16-form";
import { parseOlderSubmissionsFile, parseSubmissionsFile } from "@/lib/edgar/submissions-file";
import { type Cik, parseCik } from "@/lib/record/cik";
import { laterOf } from "@/lib/values/compare-text";
import { newYorkDate } from "@/lib/values/dates";

export type FilerRead = {
  name: string | null;
  accessionNumbers: string[];
  /** Filings from before forms 3, 4 and 5 were XML are not read. */
  tooOld: number;
};

/** Records what EDGAR lists for a filer, as issuer or as owner; null if EDGAR knows no such filer. */
export async function readFiler(edgar: Edgar, cik: Cik, since: string | null): Promise<FilerRead | null> {
  const first = await readPage(edgar, submissionsFileAddress(cik), "a submissions file", (text) =>
    parseSubmissionsFile(text, cik),
  );
  if (!first) return null;
  const { industry, older: others, ...newest } = first;
  if (industry) {
    const asOf = newYorkDate(new Date(edgar.clock.now()).toISOString());
    await storeIndustry(edgar.connection.pool, cik, { ...industry, source: "edgar", asOf });
  }
  const from = laterOf(since ?? FIRST_XML_DAY, FIRST_XML_DAY);
  const lists = [{ address: submissionsFileAddress(cik), ...newest }];
  for (const { name, to } of others) {
    if (to !== "" && to < from) continue;
    const address = olderSubmissionsAddress(name);
    const older = await readPage(edgar, address, "a file of older submissions", (text) =>
      parseOlderSubmissionsFile(text, cik),
    );
    if (older) lists.push({ address, ...older });
    else
      edgar.tell({
        kind: "unreadable",
        url: edgar.client.urlOf(address),
        entries: ["EDGAR names it but does not have it"],
      });
  }

  const filings = new Map<string, ListedFiling>();
  for (const list of lists) {
    if (list.unreadable.length > 0)
      edgar.tell({ kind: "unreadable", url: edgar.client.urlOf(list.address), entries: list.unreadable });
    for (const filing of list.filings) filings.set(filing.accessionNumber, filing);
  }
  const all = [...filings.values()];
  const wanted = all.filter(({ filingDate }) => filingDate === null || filingDate >= from);
  await noteListed(edgar.connection.db, wanted, from, "submissions");
  return {
    name: first.name,
    accessionNumbers: wanted.map(({ accessionNumber }) => accessionNumber),
    tooOld: all.filter(({ filingDate }) => filingDate !== null && filingDate < FIRST_XML_DAY).length,
  };
}

/** The company with a CIK or a current trading symbol; null if EDGAR has no company with that symbol. */
export async function findCompany(edgar: Edgar, text: string): Promise<Cik | null> {
  const cik = parseCik(text);
  if (cik) return cik;
  const tickers = await readPage(edgar, companyTickersAddress, "the list of trading symbols", parseCompanyTickers);
  return tickers ? (findTicker(tickers, text)?.cik ?? null) : null;
}
