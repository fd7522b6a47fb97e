import { and, between, eq, inArray } from "drizzle-orm";
import type { Edgar } from "@/db/edgar/edgar";
import type { Validators } from "@/db/edgar/edgar-client";
import { EdgarFailure } from "@/db/edgar/edgar-failure";
import { noteListed } from "@/db/edgar/listed-filings";
import { noteClosures } from "@/db/edgar/note-closures";
import { findPage, notWhat, storePage } from "@/db/edgar/read-page";
import { indexDay } from "@/db/schema";
import type { Db } from "@/db/server/client";
import {
  dailyIndexAddress,
  type EdgarAddress,
  folderListAddress,
  type IndexKind,
  quarterIndexAddress,
} from "@/lib/edgar/addresses";
import { type DamagedLine, type IndexFile, isIndexFile, parseIndexFile } from "@/lib/edgar/index-file";
import { earlierOf } from "@/lib/values/compare-text";
import { daysBefore } from "@/lib/values/days-before";
import { federalHoliday } from "@/lib/values/federal-holiday";
import { newYorkClock } from "@/lib/values/new-york-time";
import { firstDayOf, lastDayOf, parseQuarter, printQuarter, type Quarter, quarterOf } from "@/lib/values/quarter";
import { weekdaysBetween } from "@/lib/values/weekdays";

export type IndexOutcome = { outcome: "read" } | { outcome: "absent"; status: number };

type Span = { from: string; to: string; addressOf: (kind: IndexKind) => EdgarAddress };

/** Records what EDGAR lists for a day, together with the page's validators, in one transaction. */
export const readDayIndex = (edgar: Edgar, day: string): Promise<IndexOutcome> =>
  readIndex(edgar, { from: day, to: day, addressOf: (kind) => dailyIndexAddress(day, kind) });

export const readQuarterIndex = (edgar: Edgar, quarter: Quarter): Promise<IndexOutcome> =>
  readIndex(edgar, {
    from: firstDayOf(quarter),
    to: lastDayOf(quarter),
    addressOf: (kind) => quarterIndexAddress(quarter, kind),
  });

async function readIndex(edgar: Edgar, span: Span): Promise<IndexOutcome> {
  const { client, connection, tell } = edgar;
  let url = client.urlOf(span.addressOf("form"));
  let fetched = await fetchIndex(edgar, span.addressOf("form"), span, await findPage(connection.db, url));
  if (fetched.outcome === "absent") {
    url = client.urlOf(span.addressOf("master"));
    fetched = await fetchIndex(edgar, span.addressOf("master"), span, await findPage(connection.db, url));
  }
  if (fetched.outcome === "absent") return fetched;
  if (fetched.outcome === "not modified") {
    await noteReadAgain(connection.db, span, edgar.clock.now());
    return { outcome: "read" };
  }

  const { index, validators } = fetched;
  const lines = index.damaged;
  const stillDamaged = lines.length > 0 ? await readOther(edgar, span, index) : [];
  if (lines.length > 0) tell({ kind: "damaged lines", url, lines, isMended: stillDamaged.length === 0 });
  await noteClosures(connection.db, span.from, span.to, async (tx) => {
    await noteListed(tx, index.filings, span.from, "index");
    await noteDays(tx, index, span, stillDamaged, edgar.clock.now());
    // Read a damaged index again the next time: EDGAR may have repaired it.
    if (stillDamaged.length === 0) await storePage(tx, url, validators, null);
  });
  return { outcome: "read" };
}

type Fetched =
  | { outcome: "read"; index: IndexFile; validators: Validators }
  | { outcome: "not modified" }
  | { outcome: "absent"; status: number };

async function fetchIndex(
  { client, signal }: Edgar,
  address: EdgarAddress,
  span: Span,
  validators: Validators | null,
): Promise<Fetched> {
  let index: IndexFile | null = null;
  const answer = await client.get(address, {
    validators,
    signal,
    folder: folderListAddress(address),
    check(bytes) {
      if (!isIndexFile(bytes.subarray(0, 8_192).toString("latin1"))) return notWhat("an index of filings", bytes);
      index = parseIndexFile(bytes.toString("latin1"));
      return isOf(span, index) ? null : `it is the index of ${index.lastReceived}, not of ${span.from}`;
    },
  });
  if (answer.outcome !== "page") return answer;
  return { outcome: "read", index: index ?? parseIndexFile(""), validators: answer.validators };
}

/** It is another day's index if its header says so and none of its filings is of this day. */
function isOf({ from, to }: Span, { lastReceived, filings }: IndexFile): boolean {
  const isWithin = (date: string | null) => date === null || (date >= from && date <= to);
  return isWithin(lastReceived) || filings.some(({ filingDate }) => isWithin(filingDate));
}

/**
 * Adds to a damaged list what the same list in another order says.
 * @returns the lines that remain damaged: all, unless the other list is complete
 */
async function readOther(edgar: Edgar, span: Span, index: IndexFile): Promise<DamagedLine[]> {
  const fetched = await fetchIndex(edgar, span.addressOf("master"), span, null).catch((error: unknown) => {
    if (error instanceof EdgarFailure) return null;
    throw error;
  });
  if (fetched?.outcome !== "read") return index.damaged;
  const other = fetched.index;
  const isWhole = other.damaged.length === 0 && other.listed >= index.listed;
  const known = new Map(index.filings.map((filing) => [filing.accessionNumber, filing]));
  for (const filing of other.filings) if (filing.documentType !== null) known.set(filing.accessionNumber, filing);
  // A filing that a complete list does not have among our forms is not one of them.
  index.filings = [...known.values()].filter(({ documentType }) => documentType !== null || !isWhole);
  return isWhole ? [] : index.damaged;
}

/** Lines of a damaged index that are stored with each of its days. */
const MOST_DAMAGED = 1_000;

/** If a quarter's list has no filing on a weekday, EDGAR was closed; its last days may still grow. */
async function noteDays(tx: Db, index: IndexFile, { from, to }: Span, damaged: DamagedLine[], now: number) {
  const damagedLines = damaged.slice(0, MOST_DAMAGED).map(({ text }) => text);
  if (from === to) {
    await noteDay(tx, from, "read", damagedLines, now);
    return;
  }
  const listed = new Set(index.filings.map(({ filingDate }) => filingDate));
  const complete = daysBefore(newYorkClock(now).day, 2);
  for (const day of weekdaysBetween(from, earlierOf(earlierOf(to, complete), index.lastReceived ?? to))) {
    await noteDay(tx, day, listed.has(day) ? "read" : "absent", damagedLines, now);
  }
}

async function noteDay(tx: Db, day: string, state: "read" | "absent", damagedLines: string[], now: number) {
  const values = { state, damagedLines, readAt: new Date(now) };
  await tx
    .insert(indexDay)
    .values({ day, ...values })
    .onConflictDoUpdate({ target: indexDay.day, set: values });
}

async function noteReadAgain(db: Db, { from, to }: Span, now: number) {
  await db
    .update(indexDay)
    .set({ readAt: new Date(now) })
    .where(between(indexDay.day, from, to));
}

/**
 * Past days without an index of their own: the quarter's index shows whether EDGAR accepted filings then. Holidays need no check.
 * @returns the days on which it accepted none
 */
export async function settleMissingDays(edgar: Edgar, days: string[]): Promise<string[]> {
  const { db } = edgar.connection;
  const doubtful = days.filter((day) => federalHoliday(day) === null);
  for (const quarter of new Set(doubtful.map((day) => printQuarter(quarterOf(day))))) {
    const read = parseQuarter(quarter);
    if (read) await readQuarterIndex(edgar, read);
  }
  const inOrder = [...days].sort();
  await noteClosures(db, inOrder[0] ?? "", inOrder.at(-1) ?? "", async (tx) => {
    for (const day of days) await tx.insert(indexDay).values({ day, state: "absent" }).onConflictDoNothing();
  });
  const absent = await db
    .select({ day: indexDay.day })
    .from(indexDay)
    .where(and(inArray(indexDay.day, days), eq(indexDay.state, "absent")));
  return absent.map(({ day }) => day).sort();
}
