import { listWantedAmong } from "@/db/edgar/listed-filings";
import { findCompany, readFiler } from "@/db/edgar/read-filer";
import { type Cik, parseCik, printCik } from "@/lib/record/cik";
import { plural } from "@/lib/values/counts";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import { NotPossible, type Outcome, type Work } from "./edgar-command";
import { fetchListed } from "./fetch-listed";

/** `npm run ingest -- issuer CIK|TICKER`: what EDGAR lists for a company. */
export async function ingestIssuer(work: Work, text: string, since: string | null): Promise<Outcome> {
  const cik = await findCompany(work.edgar, text);
  if (!cik) {
    throw new NotPossible(
      `issuer ${text}: EDGAR's list of current trading symbols does not have it. Use a CIK instead, such as 320193.`,
    );
  }
  return ingestFiler(work, "issuer", cik, since);
}

/** `npm run ingest -- insider CIK`: what EDGAR lists for a person, or for a company that reports as an owner. */
export async function ingestInsider(work: Work, text: string, since: string | null): Promise<Outcome> {
  const cik = parseCik(text);
  if (!cik) throw new NotPossible(`insider ${text}: not a CIK of 1 to 10 digits, such as 1494730.`);
  return ingestFiler(work, "insider", cik, since);
}

async function ingestFiler(work: Work, run: "issuer" | "insider", cik: Cik, since: string | null): Promise<Outcome> {
  if (since !== null && !(/^\d{4}-\d{2}-\d{2}$/.test(since) && isCalendarDate(since))) {
    throw new NotPossible(`--since ${since}: not a day such as 2020-01-31.`);
  }
  const filer = await readFiler(work.edgar, cik, since);
  if (!filer) throw new NotPossible(`EDGAR knows no filer ${printCik(cik)}.`);
  const { accessionNumbers, name, tooOld } = filer;
  const wanted = await listWantedAmong(work.edgar.connection.db, accessionNumbers);
  const list = { count: wanted.length, batches: only(wanted) };
  const outcome = await fetchListed(work, run, accessionNumbers.length, list);
  const old =
    tooOld > 0
      ? ` ${plural(tooOld, "older filing was", "older filings were")} skipped because ${tooOld === 1 ? "it is" : "they are"} not XML.`
      : "";
  return {
    ...outcome,
    summary: { cik, name, tooOld, ...outcome.summary },
    report: `${name ?? `CIK ${cik}`}: ${outcome.report}${old}`,
  };
}

async function* only<Batch>(batch: Batch) {
  yield batch;
}
