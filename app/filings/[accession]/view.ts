import { cache } from "react";
import { type AmendmentFacts, amendmentFacts } from "@/app/filings/[accession]/amendment-facts";
import { entryOf } from "@/app/filings/[accession]/entry-of";
import { eventReports } from "@/app/filings/[accession]/event-reports";
import { filingsLedTo, formRows } from "@/app/filings/[accession]/form-rows";
import { loadRowMarks } from "@/app/row-marks";
import type { FormRow } from "@/components/form/form-row";
import { derivedFiling, listDerived } from "@/db/queries/derived-filings";
import { listNeighbours, type Neighbours } from "@/db/queries/filing-neighbours";
import { findNewAddress, findStoredFiling, listVersions, type StoredFiling } from "@/db/queries/filing-record";
import { listFilingRefs } from "@/db/queries/filing-refs";
import { findPaperReading } from "@/db/queries/paper-filing";
import { withNoteFacts } from "@/db/queries/stated-facts";
import { database } from "@/db/server/client";
import { statedWords } from "@/lib/derive/stated-words";
import { type FilingForm, filingForm } from "@/lib/edgar/filing-form";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import { filedNotes } from "@/lib/footnotes/filed-notes";
import { type ListedNote, listedNotes } from "@/lib/footnotes/listed-notes";
import { type RunningNote, runningNotes } from "@/lib/footnotes/running-notes";
import { namesRule10b5 } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { filingHeadline } from "@/lib/headlines/filing-headline";
import { type ExerciseTotals, exerciseTotals } from "@/lib/holdings/exercise-pairs";
import { shortIssuerName } from "@/lib/names/names";
import { type FilingPlan, filingPlans } from "@/lib/plans/filing-plans";
import { isLocalAccessionNumber, parseAccessionNumber } from "@/lib/record/accession-number";
import type { NoteFacts } from "@/lib/record/derived-filing";
import { entryRows } from "@/lib/record/entry-rows";
import type { FilingEntry } from "@/lib/record/filing";
import { filedOn, namesInSentence, ownerNames } from "@/lib/record/filing-names";
import { orderDay } from "@/lib/record/order-day";
import { isBalanceUnsure } from "@/lib/record/unsure-row";
import { exerciseCost } from "@/lib/series/exercise-cost";
import { type HoldingWalk, holdingWalk } from "@/lib/series/holding-walk";
import { sumTrades, type TradeSums } from "@/lib/series/trade-sums";
import { edgarFilingUrl, filingUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";
import { shortPath } from "@/lib/values/short-path";
import { type FilingPaper, filingPaper } from "@/paper/filing-paper";

/** Forms 4 and 5 have the box since EDGAR 23.1, for filings from this day on. */
const PLAN_BOX_SINCE = "2023-04-01";

export type FilingView = {
  title: string;
  headline: string;
  description: string;
  url: string;
  citation: string;
  /** EDGAR's page of it; null where the accession number is not known. */
  originalHref: string | null;
  entry: FilingEntry;
  record: FilingRecord;
  /** JSON Pointers into the document. */
  unread: string[];
  form: FilingForm;
  rows: FormRow[];
  notes: ListedNote[];
  sums: TradeSums;
  exerciseCost: string | null;
  exercises: ExerciseTotals[];
  walk: HoldingWalk | null;
  plan: {
    /** Whether the form dates from before its box. */
    hasNoBox: boolean;
    plans: FilingPlan[];
    /** Whether every purchase and sale is under one of them. */
    speakForAll: boolean;
    /** Notes that mention Rule 10b5-1. */
    notes: ListedNote[];
  };
  amendment: AmendmentFacts;
  neighbours: Neighbours;
  /** By note id, and of the remarks: the words that something we say was read from. */
  stated: ReadonlyMap<string, ReadonlySet<string>>;
  /** By note id, and for the remarks, what they state. */
  facts: NoteFacts;
  /** Whether it is still to be derived: until then, facts may be missing. */
  isWaiting: boolean;
  /** By note id, those that EDGAR's length limit has cut. */
  running: ReadonlyMap<string, RunningNote>;
  problems: StoredFiling["problems"];
  /** Null for a filing that was not read from paper. */
  paper: FilingPaper | null;
  /** The file that it was, or was once, read from; null where there is none. */
  paperFile: string | null;
  /** Oldest first. */
  versions: { version: number; fileName: string; sha256: string; receivedAt: string }[];
};

export type FoundFiling =
  | { outcome: "found"; view: FilingView }
  /** The filing stands under another number or spelling. */
  | { outcome: "moved"; accessionNumber: string }
  | { outcome: "unknown"; message: string };

/** What an address `/filings/…` leads to. Read once a request, by page and metadata alike. */
export const findFiling = cache(async (asked: string): Promise<FoundFiling> => {
  const accessionNumber = parseAccessionNumber(asked);
  if (accessionNumber === null) return { outcome: "unknown", message: `“${asked}” is not an accession number.` };
  if (accessionNumber !== asked) return { outcome: "moved", accessionNumber };
  const db = database();
  const stored = await findStoredFiling(db, accessionNumber);
  if (stored) return { outcome: "found", view: await filingView(stored) };
  const movedTo = isLocalAccessionNumber(accessionNumber) ? await findNewAddress(db, accessionNumber) : null;
  if (movedTo) return { outcome: "moved", accessionNumber: movedTo };
  const elsewhere = isLocalAccessionNumber(accessionNumber)
    ? ""
    : ` It may be on EDGAR: ${edgarFilingUrl(accessionNumber)}`;
  return { outcome: "unknown", message: `Filing ${accessionNumber} is not in this database.${elsewhere}` };
});

async function filingView(stored: StoredFiling): Promise<FilingView> {
  const { facts, record, problems } = stored;
  const db = database();
  const { accessionNumber } = facts;
  const [derived, documents, reading] = await Promise.all([
    listDerived(db, [accessionNumber]),
    listVersions(db, accessionNumber),
    facts.source === "paper" ? findPaperReading(db, accessionNumber) : null,
  ]);
  const bare = entryOf(stored, derivedFiling(derived, accessionNumber));
  const [entry = bare] = await withNoteFacts(db, [bare]);
  const { filing, rows } = entry;
  const unread = facts.unread ?? [];
  const form = filingForm(record, unread);
  const paper = reading && filingPaper(reading, record, unread);
  const series = entryRows([entry]);
  const names = ownerNames(
    form.owners,
    form.signatures.flatMap(({ name }) => name ?? []),
  );
  const subject = namesInSentence(names);
  const notes = listedNotes(record.footnotes, rows);
  const [amendment, neighbours, refs, reports, marks] = await Promise.all([
    amendmentFacts(db, { entry, form, notes }),
    listNeighbours(db, filing),
    listFilingRefs(db, filingsLedTo(entry)),
    eventReports(db, entry),
    loadRowMarks(db, [entry]),
  ]);
  const lateness = new Map(
    Object.entries(marks[accessionNumber] ?? {}).flatMap(([id, mark]) => (mark.lateness ? [[id, mark.lateness]] : [])),
  );
  const isNameUncertain = paper?.uncertain.includes("/issuer/issuerName") ?? false;
  const headline = filingHeadline({
    subject,
    owners: form.owners.length,
    issuer: filing.issuer.name === null || isNameUncertain ? null : shortIssuerName(filing.issuer.name),
    documentType: filing.documentType,
    noSecuritiesOwned: filing.noSecuritiesOwned,
    rows,
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
    rows: formRows(entry, { unread, marks: paper?.marks ?? new Map(), refs, reports, lateness }),
    notes,
    sums: sumTrades(series),
    exerciseCost: exerciseCost(rows),
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

/** A version may be kept twice: as its document, and as the submission around it that came later. */
function versionsOf(documents: Awaited<ReturnType<typeof listVersions>>): FilingView["versions"] {
  const versions = new Map<number, FilingView["versions"][number]>();
  for (const { version, fileName, sha256, receivedAt } of documents) {
    if (versions.has(version)) continue;
    versions.set(version, { version, fileName: shortPath(fileName), sha256, receivedAt: receivedAt.toISOString() });
  }
  return [...versions.values()];
}
