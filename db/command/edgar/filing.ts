import { EdgarFailure } from "@/db/edgar/edgar-failure";
import { findSubmission } from "@/db/edgar/find-submission";
import { isKept, noteListed, noteRefusal } from "@/db/edgar/listed-filings";
import { startIngest } from "@/db/ingest/start-ingest";
import { partsOfArchivePath, submissionAddress } from "@/lib/edgar/addresses";
import { isSection16Form } from "@/lib/edgar/section16-form";
import { parseSubmission } from "@/lib/edgar/submission";
import { isLocalAccessionNumber } from "@/lib/record/accession-number";
import { parseCik } from "@/lib/record/cik";
import { decodeText } from "@/lib/values/decode-text";
import { newYorkClock } from "@/lib/values/new-york-time";
import { EXIT, NotPossible, type Outcome, type Work } from "./edgar-command";

/** `npm run ingest -- filing NUMBER`: one filing, by its accession number or an address of EDGAR's archive. */
export async function ingestFiling({ edgar }: Work, text: string): Promise<Outcome> {
  const parts = partsOfArchivePath(text);
  if (!parts || isLocalAccessionNumber(parts.accessionNumber)) {
    throw new NotPossible(`filing ${text}: not an accession number such as 0000320193-25-000012.`);
  }
  const { accessionNumber } = parts;
  const { db } = edgar.connection;
  if (await isKept(db, accessionNumber)) {
    return {
      code: EXIT.done,
      summary: { accessionNumber, outcome: "kept before" },
      report: `${accessionNumber} is already in this database, with its header.`,
    };
  }
  const found = await findSubmission(edgar, accessionNumber, parts.cik).catch((error: unknown) => {
    if (error instanceof EdgarFailure && error.kind === "wrong page") return error.message;
    throw error;
  });
  if (typeof found === "string") {
    edgar.tell({ kind: "not fetched", accessionNumber, message: found });
    return { code: EXIT.refused, summary: { accessionNumber, outcome: "not fetched" }, report: "Nothing was stored." };
  }
  if (!found) {
    throw new NotPossible(
      `filing ${accessionNumber}: we could not find this filing. EDGAR does not have it under the filers in this database, and its indexes do not list it as a Form 3, 4 or 5.`,
    );
  }
  const { submissionType, filingDate } = parseSubmission(decodeText(found.bytes)).header;
  const cik = parseCik(found.cik);
  if (submissionType !== null && isSection16Form(submissionType) && cik) {
    const listed = { accessionNumber, cik, documentType: submissionType, filingDate };
    await noteListed(db, [listed], newYorkClock(edgar.clock.now()).day, "submissions");
  }
  const ingest = await startIngest(edgar.connection, {
    run: "filing",
    isSample: false,
    onEvent: edgar.tell,
  });
  const fileName = submissionAddress(found.cik, accessionNumber).path.slice(1);
  const taken = await ingest.take({ fileName, bytes: found.bytes });
  await ingest.end();
  if (taken.outcome === "refused") await noteRefusal(db, accessionNumber, taken.message);
  return {
    code: taken.outcome === "refused" ? EXIT.refused : EXIT.done,
    summary: { accessionNumber, outcome: taken.outcome, ...ingest.summary },
    report: taken.outcome === "refused" ? "Nothing was stored." : `${accessionNumber}: ${taken.outcome}.`,
  };
}
