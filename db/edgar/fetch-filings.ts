import type { Edgar } from "@/db/edgar/edgar";
import { EdgarFailure } from "@/db/edgar/edgar-failure";
import { filingClaims } from "@/db/edgar/filing-claims";
import { forgetListed, isWanted, noteRefusal, noteTry, type WantedFiling } from "@/db/edgar/listed-filings";
import { notWhat } from "@/db/edgar/read-page";
import type { Ingest } from "@/db/ingest/start-ingest";
import { submissionAddress } from "@/lib/edgar/addresses";
import { isSection16Form } from "@/lib/edgar/section16-form";
import { isSubmission, parseSubmission } from "@/lib/edgar/submission";
import { decodeText } from "@/lib/values/decode-text";

type Options = {
  /** Where filings are stored. */
  ingest: Ingest;
  onProgress?: (done: number, reading: string) => void;
};

/** At one request per 150 ms, enough for answers that take half a second. */
const WORKERS = 4;
/** So many failures in a row are the fault of EDGAR or the network, not of the filings. */
const MOST_FAILURES = 5;
const OTHERS_CLAIM_MS = 500;

/**
 * Fetches filings and stores each as it arrives. It waits for one that another process is fetching instead of fetching it twice;
 * one that cannot be fetched does not stop the others.
 * @returns how many failed: EDGAR does not have them, or sends something else. They can be requested again.
 * @throws EdgarFailure if EDGAR cannot be reached at all; the filings fetched so far are stored
 */
export async function fetchFilings(
  edgar: Edgar,
  wanted: WantedFiling[],
  { ingest, onProgress = () => {} }: Options,
): Promise<number> {
  const { connection, clock, signal, tell } = edgar;
  const claims = await filingClaims(connection.pool);
  let notFetched = 0;
  let done = 0;
  const queue = [...wanted].reverse();
  let failures = 0;
  /** Consecutive filings that others are fetching. */
  let claimed = 0;
  let stopped: unknown = null;

  const giveUp = async ({ accessionNumber }: WantedFiling, message: string) => {
    notFetched += 1;
    await noteTry(connection.db, accessionNumber, new Date(clock.now()));
    tell({ kind: "not fetched", accessionNumber, message });
  };

  const fetchOne = async (filing: WantedFiling) => {
    try {
      const fetched = await fetchSubmission(edgar, filing);
      failures = 0;
      if (typeof fetched === "string") await giveUp(filing, fetched);
      else await take(edgar, ingest, filing, fetched);
    } catch (error) {
      if (!(error instanceof EdgarFailure) || error.kind === "refused") throw error;
      failures += 1;
      await giveUp(filing, error.message);
      if (failures >= MOST_FAILURES) throw error;
    }
  };

  const worker = async () => {
    for (let next = queue.pop(); next && !stopped && !signal?.aborted; next = queue.pop()) {
      const { accessionNumber } = next;
      if (!(await claims.take(accessionNumber))) {
        // The other process stores it, or releases it.
        queue.unshift(next);
        claimed += 1;
        if (claimed >= queue.length) await clock.sleep(OTHERS_CLAIM_MS, signal);
        continue;
      }
      claimed = 0;
      try {
        if (await isWanted(connection.db, accessionNumber)) await fetchOne(next);
      } finally {
        await claims.release(accessionNumber);
      }
      done += 1;
      onProgress(done, accessionNumber);
    }
  };
  const guarded = async () => {
    try {
      await worker();
    } catch (error) {
      stopped ??= error;
    }
  };

  await Promise.all(Array.from({ length: WORKERS }, guarded));
  claims.end();
  if (stopped && !signal?.aborted) throw stopped;
  return notFetched;
}

/** @returns the bytes, or the reason why there are none */
async function fetchSubmission({ client, signal }: Edgar, { cik, accessionNumber }: WantedFiling) {
  const address = submissionAddress(cik, accessionNumber);
  const answer = await client.get(address, { signal, check: (bytes) => problemOf(bytes, accessionNumber) });
  if (answer.outcome === "page") return answer.bytes;
  return answer.outcome === "absent"
    ? `EDGAR lists it but does not have it (${answer.status} at ${client.urlOf(address)})`
    : "EDGAR sent nothing";
}

/** Why the answer is not the complete submission of that number. */
export function problemOf(bytes: Buffer, accessionNumber: string): string | null {
  if (!isSubmission(bytes.subarray(0, 1_000).toString("latin1"))) return notWhat("a submission", bytes);
  if (!/<\/(?:SEC-DOCUMENT|SUBMISSION)>/i.test(bytes.subarray(-1_000).toString("latin1"))) return "it is cut off";
  const number = parseSubmission(decodeText(bytes.subarray(0, 64 * 1024))).header.accessionNumber;
  return number === accessionNumber ? null : `it is submission ${number ?? "without a number"}`;
}

async function take({ connection: { db } }: Edgar, ingest: Ingest, filing: WantedFiling, bytes: Buffer) {
  const { accessionNumber, cik, documentType } = filing;
  if (documentType === null) {
    // Its line in the index is damaged, so only now do we know what it is.
    const { submissionType } = parseSubmission(decodeText(bytes.subarray(0, 64 * 1024))).header;
    if (submissionType !== null && !isSection16Form(submissionType)) {
      await forgetListed(db, accessionNumber);
      return;
    }
  }
  const taken = await ingest.take({ fileName: submissionAddress(cik, accessionNumber).path.slice(1), bytes });
  if (taken.outcome === "refused") await noteRefusal(db, accessionNumber, taken.message);
}
