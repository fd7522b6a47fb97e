import type { Metadata } from "next";
import { oneParam } from "@/app/search-params";
import { Turns } from "@/app/turns";
import { CannotReadAsOf, PAST_DAYS_AT_ONCE, readAsOf } from "@/db/derive/read-as-of";
import { TooManyPastDays } from "@/db/queries/query-failure";
import type { IgnoredValue, Params } from "@/lib/filters/filing-filter";
import { AS_OF_PARAM } from "@/lib/filters/page-filters";
import { errorAnswer } from "@/lib/representations/answers";
import { formatDate, newYorkDate } from "@/lib/values/dates";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import type { AsOf } from "@/lib/views/party";

/** The past day in an address, or null. A day that we cannot show is added to the ignored values. */
export function readAsOfDay(
  params: Params,
  ignored: IgnoredValue[],
  today: string = newYorkDate(new Date()),
): string | null {
  const value = oneParam(params, AS_OF_PARAM, ignored);
  if (value === undefined) return null;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value) && isCalendarDate(value);
  if (isDate && value <= today) return value;
  const reason = isDate ? "in the future" : "not a date such as 2025-06-09";
  ignored.push({ kind: "value", name: AS_OF_PARAM, value, reason });
  return null;
}

/** Instead of a page as of a day: why we cannot show it. */
export type NotShown = { day: string; reason: string };

/** The view of a page, or why it cannot be shown as of the day in its address. */
export async function viewOrReason<View>(
  asOf: string | null,
  nothing: string,
  load: () => Promise<View | null>,
): Promise<View | NotShown | null> {
  if (asOf === null) return load();
  try {
    // That we know no date of a filing does not mean that it was not filed by then.
    const reason = `${nothing} Filings are left out if we do not know when they were filed.`;
    return (await load()) ?? { day: asOf, reason };
  } catch (error) {
    if (error instanceof CannotReadAsOf) return { day: asOf, reason: error.message };
    throw error;
  }
}

/** Otherwise a search engine would find every day of every page. */
export const NOT_INDEXED: Metadata["robots"] = { index: false };

export const PAST_FORMATS: ("json" | "csv" | "ndjson")[] = ["json", "csv", "ndjson"];

/** The metadata of a page with a card, for search engines only if it shows the present. A past day has no feed. */
export async function withoutIndexAsOf(
  { asOf }: { asOf: AsOf | null },
  metadata: (formats: ("json" | "csv" | "ndjson" | "atom")[]) => Promise<Metadata>,
): Promise<Metadata> {
  return asOf === null
    ? metadata([...PAST_FORMATS, "atom"])
    : { ...(await metadata(PAST_FORMATS)), robots: NOT_INDEXED };
}

export const isNotShown = (view: object | null): view is NotShown => view !== null && "reason" in view;

/** The answer with data, or an error that says why there is none as of the day in its address. */
export async function answerAsOf<T>(work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CannotReadAsOf) return errorAnswer(422, error.message);
    throw error;
  }
}

/** Ends the sentence that we found no filings: on a past day, there may be later ones. */
export const foundBy = (asOf: string | null): string => (asOf === null ? "" : ` up to ${formatDate(asOf)}`);

/** A feed is for what is new. */
export const noFeedAsOf = () =>
  errorAnswer(
    400,
    `There is no feed of a past day. Remove ${AS_OF_PARAM} from the address, or use JSON, CSV or NDJSON.`,
  );

/** Where a card says which past day it shows. */
export const asKnownOn = (asOf: AsOf | null): string[] =>
  asOf === null ? [] : [`as known on ${formatDate(asOf.day)}`];

/** Deriving uses a whole core. A few may wait, because pages of today need the other turns of this process. */
const LIMITS = { atOnce: PAST_DAYS_AT_ONCE, waiting: 4, patience: 15_000 };

// On globalThis, because Next gives every route a copy of this module.
const shared: typeof globalThis & { section16PastDays?: Turns } = globalThis;

/**
 * Runs the queries of a page on the record as it was known at the end of a day, when it is the reader's turn.
 * @throws CannotReadAsOf, TooManyPastDays
 */
export async function readPastDay<T>(...asked: Parameters<typeof readAsOf<T>>): Promise<T> {
  shared.section16PastDays ??= new Turns(LIMITS);
  const turn = await shared.section16PastDays.take();
  if (turn === null) throw new TooManyPastDays();
  try {
    return await readAsOf(...asked);
  } finally {
    turn.end();
  }
}

/** Reads a whole table while the record of its day exists. The tables of one insider or issuer are small. */
export async function readWhole<T extends { batches: () => AsyncGenerator<unknown[]> }>(table: T): Promise<T> {
  const batches: unknown[][] = [];
  for await (const batch of table.batches()) batches.push(batch);
  return {
    ...table,
    async *batches() {
      yield* batches;
    },
  };
}
