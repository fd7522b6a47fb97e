import { bell } from "@/db/edgar/bell";
import type { Edgar } from "@/db/edgar/edgar";
import { fetchFilings } from "@/db/edgar/fetch-filings";
import { notePoll, openPosition } from "@/db/edgar/follow-position";
import { countDue, listDue } from "@/db/edgar/listed-filings";
import { persist } from "@/db/edgar/persist";
import { pollFeed } from "@/db/edgar/poll-feed";
import { type AskedInVain, reconcile } from "@/db/edgar/reconcile";
import { type Ingest, startIngest } from "@/db/ingest/start-ingest";
import { log, msSince } from "@/db/server/log";
import { takeLead } from "@/db/server/take-lead";
import { foldTallies } from "@/db/tally/fold-tallies";
import { daysBefore } from "@/lib/values/days-before";
import { newYorkClock } from "@/lib/values/new-york-time";
import { weekdaysBetween } from "@/lib/values/weekdays";

const BUSY_MS = 30_000;
const QUIET_MS = 60_000;
const RECONCILE_MS = 60_000;
const STAND_BY_MS = 60_000;
/** Failed filings are tried again even without news. */
const IDLE_MS = 60_000;
/** Few enough that a new filing does not wait long for older ones. */
const AT_ONCE = 32;
const RETRY_DAYS = 14;

/**
 * Keeps the database current until the signal: reads the feed of new filings, reads each day's index when it is published, and
 * fetches what they list, the newest first. Errors are reported and retried.
 */
export async function follow(edgar: Edgar): Promise<void> {
  let standsBy = false;
  await persist(edgar, async () => {
    const lead = await takeLead(edgar.connection.pool, "follow");
    if (!lead) {
      if (!standsBy) edgar.tell({ kind: "standing by" });
      standsBy = true;
      return STAND_BY_MS;
    }
    standsBy = false;
    const control = new AbortController();
    const pass = () => control.abort();
    for (const signal of [edgar.signal, lead.lost]) signal?.addEventListener("abort", pass);
    if (edgar.signal?.aborted || lead.lost.aborted) pass();
    try {
      await followAlone({ ...edgar, signal: control.signal });
    } finally {
      edgar.signal?.removeEventListener("abort", pass);
      lead.release();
    }
    return 0;
  });
}

async function followAlone(edgar: Edgar): Promise<void> {
  const { connection, clock, tell } = edgar;
  const today = () => newYorkClock(clock.now()).day;
  const through = async () => (await openPosition(connection.db, today())).reconciledThrough;
  tell({ kind: "following", reconciledThrough: await through() });
  const ingest = await startIngest(connection, { run: "follow", isSample: false, onEvent: tell });
  const news = bell(clock);
  const asked: AskedInVain = new Map();

  await Promise.all([
    persist(edgar, async () => {
      if ((await pollFeed(edgar, await through())) > 0) news.ring();
      await notePoll(connection.db, new Date(clock.now()));
      await foldTallies(connection.pool);
      return pollEvery(clock.now());
    }),
    persist(edgar, async () => {
      if ((await reconcile(edgar, await through(), asked)) > 0) news.ring();
      return RECONCILE_MS;
    }),
    persist(edgar, async () => {
      if (!(await fetchDue(edgar, ingest, await through()))) await news.wait(IDLE_MS, edgar.signal);
      return 0;
    }),
  ]);
  await ingest.end();
}

/** @returns false if there is nothing to fetch now */
export async function fetchDue(edgar: Edgar, ingest: Ingest, reconciledThrough: string): Promise<boolean> {
  const { connection, clock, tell } = edgar;
  const due = {
    after: reconciledThrough,
    retriedFrom: daysBefore(reconciledThrough, RETRY_DAYS),
    now: new Date(clock.now()),
  };
  const filings = await listDue(connection.db, due, AT_ONCE);
  if (filings.length === 0) return false;
  const started = performance.now();
  const { stored: before, refused: refusedBefore } = ingest.summary;
  try {
    await fetchFilings(edgar, filings, { ingest });
  } finally {
    await ingest.end();
  }
  const left = filings.length < AT_ONCE ? 0 : await countDue(connection.db, due);
  const stored = ingest.summary.stored - before;
  tell({ kind: "fetched", stored, left });
  log("follow round", { ms: msSince(started), stored, refused: ingest.summary.refused - refusedBefore, left });
  return true;
}

/** EDGAR accepts filings from six in the morning to ten in the evening, New York time; the last ones appear a little later. */
function pollEvery(now: number): number {
  const { day, time } = newYorkClock(now);
  const isOpen = weekdaysBetween(day, day).length > 0 && time >= "06:00:00" && time < "22:30:00";
  return isOpen ? BUSY_MS : QUIET_MS;
}
