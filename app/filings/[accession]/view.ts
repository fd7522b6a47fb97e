import { cache } from "react";
import { amendmentFacts } from "@/app/filings/[accession]/amendment-facts";
import { entryOf } from "@/app/filings/[accession]/entry-of";
import { eventReports } from "@/app/filings/[accession]/event-reports";
import { filingsLedTo, formRows } from "@/app/filings/[accession]/form-rows";
import type { FilingView } from "@/components/filing/filing-view";
import { derivedFiling, listDerived } from "@/db/queries/derived-filings";
import { listNeighbours } from "@/db/queries/filing-neighbours";
import { findNewAddress, findStoredFiling, listVersions, type StoredFiling } from "@/db/queries/filing-record";
import { listFilingRefs } from "@/db/queries/filing-refs";
import { findFirstDay } from "@/db/queries/issuer";
import { findPaperReading } from "@/db/queries/paper-filing";
import { withNoteFacts } from "@/db/queries/stated-facts";
import { database } from "@/db/server/client";
import { statedWords } from "@/lib/derive/stated-words";
import { filingForm } from "@/lib/edgar/filing-form";
import { filedNotes } from "@/lib/footnotes/filed-notes";
import { listedNotes } from "@/lib/footnotes/listed-notes";
import { runningNotes } from "@/lib/footnotes/running-notes";
import { namesRule10b5 } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { filingHeadline } from "@/lib/headlines/filing-headline";
import { exerciseTotals } from "@/lib/holdings/exercise-pairs";
import { shortIssuerName } from "@/lib/names/names";
import { filingPlans } from "@/lib/plans/filing-plans";
import { isLocalAccessionNumber, parseAccessionNumber } from "@/lib/record/accession-number";
import type { DerivedFiling } from "@/lib/record/derived-filing";
import { entryRows } from "@/lib/record/entry-rows";
import type { FilingEntry } from "@/lib/record/filing";
import { filedOn, namesInSentence, ownerNames } from "@/lib/record/filing-names";
import type { Implausible } from "@/lib/record/implausible";
import { orderDay } from "@/lib/record/order-day";
import { roleInSentence } from "@/lib/record/relationship";
import { isBalanceUnsure } from "@/lib/record/unsure-row";
import { exerciseCost } from "@/lib/series/exercise-cost";
import { holdingWalk } from "@/lib/series/holding-walk";
import { sumTrades } from "@/lib/series/trade-sums";
import { edgarFilingUrl, filingUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";
import { shortPath } from "@/lib/values/short-path";
import { filingPaper } from "@/paper/filing-paper";

/** EDGAR 23.1 added the box to Forms 4 and 5. It applies to filings from this day on. */
const PLAN_BOX_SINCE = "2023-04-01";

export type FilingOrMoved =
  | { outcome: "found"; view: FilingView }
  /** The filing has another number, or the number was written differently. */
  | { outcome: "moved"; accessionNumber: string }
  | { outcome: "unknown"; message: string };

/** Resolves an address `/filings/…`. Cached per request for the page and its metadata. */
export const findFiling = cache(async (asked: string): Promise<FilingOrMoved> => {
  const accessionNumber = parseAccessionNumber(asked);
  if (accessionNumber === null) return { outcome: "unknown", message: `“${asked}” is not an accession number.` };
  if (accessionNumber !== asked) return { outcome: "moved", accessionNumber };
  const db = database();
  const [stored, derived, documents] = await Promise.all([
    findStoredFiling(db, accessionNumber),
    listDerived(db, [accessionNumber]),
    listVersions(db, accessionNumber),
  ]);
  if (stored)
    return { outcome: "found", view: await filingView(stored, derivedFiling(derived, accessionNumber), documents) };
  const movedTo = isLocalAccessionNumber(accessionNumber) ? await findNewAddress(db, accessionNumber) : null;
  if (movedTo) return { outcome: "moved", accessionNumber: movedTo };
  const elsewhere = isLocalAccessionNumber(accessionNumber)
    ? ""
    : ` It may be on EDGAR: ${edgarFilingUrl(accessionNumber)}`;
  return { outcome: "unknown", message: `Filing ${accessionNumber} is not in this database.${elsewhere}` };
});

async function filingView(
  stored: StoredFiling,
  derived: DerivedFiling,
  documents: Awaited<ReturnType<typeof listVersions>>,
): Promise<FilingView> {
  const { facts, record, problems } = stored;
  const db = database();
  const { accessionNumber } = facts;
  const bare = entryOf(stored, derived);
  const hasFirst = Object.values(derived.rows).some(({ history }) => history?.isFirst);
  const [[entry = bare], reading, neighbours, refs, recordsSince] = await Promise.all([
    withNoteFacts(db, [bare]),
    facts.source === "paper" ? findPaperReading(db, accessionNumber) : null,
    listNeighbours(db, bare.filing),
    listFilingRefs(db, filingsLedTo(bare)),
    hasFirst && bare.filing.issuer.cik !== null ? findFirstDay(db, bare.filing.issuer.cik) : null,
  ]);
  const { filing, rows } = entry;
  const unread = facts.unread ?? [];
  const form = filingForm(record, unread);
  const paper = reading && filingPaper(reading, record, unread);
  const series = entryRows([entry]);
  const names = ownerNames(form);
  const subject = namesInSentence(names);
  const notes = listedNotes(record.footnotes, rows);
  const [amendment, reports] = await Promise.all([amendmentFacts(db, { entry, form, notes }), eventReports(db, entry)]);
  const isNameUncertain = paper?.uncertain.includes("/issuer/issuerName") ?? false;
  const [onlyOwner, ...others] = filing.owners;
  const implausible = implausibleOfRows(entry);
  const headline = filingHeadline({
    names,
    owners: form.owners.length,
    role: onlyOwner && others.length === 0 ? roleInSentence(onlyOwner) : null,
    issuer: filing.issuer.name === null || isNameUncertain ? null : shortIssuerName(filing.issuer.name),
    documentType: filing.documentType,
    noSecuritiesOwned: filing.noSecuritiesOwned,
    rows,
    facts: entry.derived.facts,
    implausible,
    currencies: currenciesOfRows(entry),
    averages: averagesOfRows(entry),
    remarks: filing.remarks,
  });
  const isLocal = isLocalAccessionNumber(filing.accessionNumber);
  const day = filedOn(filing);
  const formWords = filing.documentType === null ? "Ownership form" : `Form ${filing.documentType}`;
  const issuerName = isNameUncertain
    ? `issuer uncertain (“${filing.issuer.name}”)`
    : (filing.issuer.name ?? (form.unread.has("issuerName") ? "issuer unread" : "issuer not stated"));
  const when = day === null ? "filing date not known" : `filed ${formatDate(day)}`;
  const number = isLocal ? "accession number not known" : `accession number ${filing.accessionNumber}`;
  return {
    title: [formWords, subject, issuerName, ...(day === null ? [] : [formatDate(day)])].join(", "),
    headline,
    description: `${headline}. ${formWords}, ${when}, ${number}.`,
    url: filingUrl(filing.accessionNumber),
    citation: `${issuerName}, ${formWords} of ${namesInSentence(names)}, ${when}, ${number}`,
    originalHref: isLocal ? null : edgarFilingUrl(filing.accessionNumber, filing.issuer.cik),
    entry,
    record,
    unread,
    form,
    rows: formRows(entry, { unread, marks: paper?.marks ?? new Map(), refs, reports }),
    notes,
    sums: sumTrades(series),
    implausible,
    recordsSince,
    exerciseCost: exerciseCost(series),
    exercises: exerciseTotals(rows),
    walk: rows.some(isBalanceUnsure) ? null : holdingWalk(series),
    plan: {
      hasNoBox: (day ?? filing.periodOfReport ?? orderDay(filing.orderedAt) ?? "") < PLAN_BOX_SINCE,
      ...filingPlans(entry),
      notes: notes.filter(({ text }) => namesRule10b5(text)),
    },
    amendment,
    neighbours,
    stated: statedWords(entry),
    facts: entry.derived.facts,
    isWaiting: entry.derived.isWaiting,
    running: runningNotes(filedNotes(entry)),
    problems: problems.map((problem) => ({ ...problem, fileName: shortPath(problem.fileName) })),
    paper,
    paperFile: shortPath(documents.findLast(({ kind }) => kind === "paper")?.fileName ?? "") || null,
    versions: versionsOf(documents.filter(({ kind }) => facts.source === "paper" || kind !== "paper")),
  };
}

const currenciesOfRows = ({ derived }: FilingEntry): Map<string, string> =>
  new Map(Object.entries(derived.rows).flatMap(([id, { trade }]) => (trade?.currency ? [[id, trade.currency]] : [])));

const averagesOfRows = ({ derived }: FilingEntry): Set<string> =>
  new Set(Object.entries(derived.rows).flatMap(([id, { trade }]) => (trade?.price?.isAverage ? [id] : [])));

const implausibleOfRows = ({ derived }: FilingEntry): Map<string, Implausible> =>
  new Map(
    Object.entries(derived.rows).flatMap(([id, { implausible }]) => (implausible ? [[id, implausible] as const] : [])),
  );

/** A version can be stored twice: as the bare document, and as the submission that arrived later. */
function versionsOf(documents: Awaited<ReturnType<typeof listVersions>>): FilingView["versions"] {
  const versions = new Map<number, FilingView["versions"][number]>();
  for (const { version, fileName, sha256, receivedAt } of documents) {
    if (versions.has(version)) continue;
    versions.set(version, { version, fileName: shortPath(fileName), sha256, receivedAt: receivedAt.toISOString() });
  }
  return [...versions.values()];
}
