import { addBusinessDays, nextBusinessDay } from "@/lib/lateness/business-day";
import { formatDate, formatInstant, formatTime, newYorkDate } from "@/lib/values/dates";
import { endSentence } from "@/lib/values/end-sentence";
import { newYorkClock, newYorkInstant } from "@/lib/values/new-york-time";

/** What we know about `npm run follow`, which may run in another process. */
export type Following = {
  /** When EDGAR's feed was last read; null if it never was. */
  readTo: string | null;
  /** The last day for which all filings were fetched. */
  reconciledThrough: string;
  /** Filings that EDGAR lists and that are not stored yet. */
  waiting: number;
  /** Why reading fails, and since when; null if it does not. */
  failure: string | null;
  failingSince: string | null;
  /** EDGAR refused a request, so we send no more before this time. */
  pausedUntil: string | null;
};

export type DataAge = {
  hasSample: boolean;
  /** When the last ingest of real filings ended. */
  loadedAt: string | null;
  /** Whether the settings have a contact for EDGAR, so that `npm start` follows it. */
  isContactSet: boolean;
  /** Null if following never ran. */
  following: Following | null;
};

export type Freshness =
  | { state: "empty" }
  | { state: "sample" }
  /** Filings were loaded by hand. */
  | { state: "not following"; loadedAt: string }
  /** Following is set up, but has not read anything yet. */
  | { state: "starting" }
  | { state: "following" | "backlog" | "stopped"; readTo: string; waiting: number }
  /** Nothing was read for more than one business day. */
  | { state: "behind"; since: string; readTo: string | null; waiting: number };

/** The feed is read every minute. A round may take several minutes if EDGAR is slow. */
const RUNNING_WITHIN_MS = 10 * 60_000;

/** Fewer waiting filings are normal after a busy minute. */
const BACKLOG = 50;

/**
 * How current the data is.
 * @param now milliseconds since 1970
 * @param closures days on which EDGAR was closed, in addition to holidays
 */
export function freshnessOf(age: DataAge, now: number, closures: ReadonlySet<string>): Freshness {
  if (age.hasSample) return { state: "sample" };
  const { following } = age;
  if (following === null && !age.isContactSet) {
    return age.loadedAt === null ? { state: "empty" } : { state: "not following", loadedAt: age.loadedAt };
  }
  const { readTo = null, waiting = 0, failingSince = null, pausedUntil = null } = following ?? {};
  const since = readTo ?? failingSince;
  if (since !== null && now > oneBusinessDayAfter(since, closures)) return { state: "behind", since, readTo, waiting };
  if (readTo === null) return { state: "starting" };
  const isPaused = pausedUntil !== null && Date.parse(pausedUntil) > now;
  if (now - Date.parse(readTo) > RUNNING_WITHIN_MS && !isPaused) return { state: "stopped", readTo, waiting };
  return { state: waiting > BACKLOG ? "backlog" : "following", readTo, waiting };
}

/** The same time on the next business day. An event on a day without filings counts from the start of the next business day. */
function oneBusinessDayAfter(instant: string, closures: ReadonlySet<string>): number {
  const { day, time } = newYorkClock(Date.parse(instant));
  const from = nextBusinessDay(day, closures) ?? day;
  const next = addBusinessDays(from, 1, closures) ?? from;
  return Date.parse(newYorkInstant(next, from === day ? time : "00:00:00") ?? instant);
}

/** The text in the top bar. A narrow bar leaves out `where` and `more`. */
export type FreshnessWords = { where: string; strong: string; more: string; isBehind: boolean };

const grouped = (n: number) => n.toLocaleString("en-US");

/** The day of an instant, without the year if it is the current one: "June 12", "December 30, 2025". */
function dayInWords(instant: string, now: number): string {
  const day = newYorkDate(instant);
  const inWords = formatDate(day) ?? day;
  return day.slice(0, 4) === newYorkClock(now).day.slice(0, 4) ? inWords.replace(/, \d{4}$/, "") : inWords;
}

export function freshnessInWords(freshness: Freshness, now: number): FreshnessWords | null {
  const words = (where: string, strong: string, more = "", isBehind = false) => ({ where, strong, more, isBehind });
  switch (freshness.state) {
    case "empty":
      return null;
    case "sample":
      return words("", "Sample data");
    case "not following":
      return words("", `Loaded ${dayInWords(freshness.loadedAt, now)}`, " · not following EDGAR");
    case "starting":
      return words("", "EDGAR not read yet");
    case "behind":
      return words("", "Behind", ` · ${readToInWords(freshness.readTo, now)}`, true);
    default: {
      const more = {
        following: " · following",
        backlog: ` · ${grouped(freshness.waiting)} waiting`,
        stopped: " · not following EDGAR",
      }[freshness.state];
      const where = `EDGAR read to ${dayInWords(freshness.readTo, now)}, `;
      return words(where, `${formatTime(freshness.readTo)} ET`, more);
    }
  }
}

const readToInWords = (readTo: string | null, now: number) =>
  readTo === null ? "EDGAR not read yet" : `EDGAR read to ${dayInWords(readTo, now)}, ${formatTime(readTo)} ET`;

/** The banner on every page; null if reading is not behind. */
export const bannerInWords = (freshness: Freshness): { what: string; so: string } | null =>
  freshness.state === "behind"
    ? {
        what: `We have not ${freshness.readTo === null ? "been able to read" : "read"} EDGAR since ${formatInstant(freshness.since)}.`,
        so: "Filings accepted since then are missing.",
      }
    : null;

/** One sentence for `/about/data`: whether following runs, and what is waiting. */
export function followingInWords(freshness: Freshness, following: Following | null, now: number): string {
  const waiting = "waiting" in freshness ? freshness.waiting : 0;
  const waits = `${grouped(waiting)} ${waiting === 1 ? "filing is waiting" : "filings are waiting"}`;
  const why = following?.failure ? ` ${endSentence(`Last error: ${following.failure}`)}` : "";
  const pausedUntil = following?.pausedUntil ?? null;
  switch (freshness.state) {
    case "following":
    case "backlog":
      if (pausedUntil !== null && Date.parse(pausedUntil) > now) {
        return `We have paused until ${formatTime(pausedUntil)} ET, because EDGAR refused a request; ${waits}.`;
      }
      return `We are following EDGAR; ${waits}.${why}`;
    case "stopped":
    case "behind":
      return `We ${why === "" ? "are not following EDGAR" : "cannot read EDGAR at the moment"}; ${waits}.${why}`;
    case "starting":
      return `We are about to follow EDGAR, but have not read it yet.${why}`;
    case "sample":
      return "This database includes the sample. To follow EDGAR, set EDGAR_CONTACT.";
    default:
      return "We do not follow EDGAR: EDGAR_CONTACT is not set.";
  }
}
