import { filingsUrl, footnotesUrl, inFormat, latestUrl, transactionsUrl } from "@/lib/urls";

/** When the newest filing of a view was filed, as far as its filing says. */
export type FilingTime = { filedAt: string | null; filingDate: string | null };

/** The newest filing of a view when it was last opened; "empty" if it had none, and null if that is not known. */
export type Seen = FilingTime | "empty" | null;

/** A view that a reader has saved in the browser. */
export type SavedView = {
  name: string;
  /** Its path on this site, with the query. */
  url: string;
  /** When the reader last opened it. */
  visitedAt: string;
  seen: Seen;
};

export const MOST_VIEWS = 200;
const LONGEST_NAME = 120;
const LONGEST_URL = 4_000;

/** The pages that can be saved. */
const SAVED_PATHS = /^\/(?:transactions|filings|footnotes|clusters|(?:insiders|issuers)\/\d{1,10})?$/;

/** A link from a file, as a path on this site; otherwise what is wrong with it. */
function readUrl(value: unknown): { url: string } | string {
  if (typeof value !== "string" || value === "") return "it has no link";
  if (value.length > LONGEST_URL) return `its link is longer than ${LONGEST_URL.toLocaleString("en-US")} characters`;
  const base = "http://this-site.invalid";
  const found = URL.canParse(value, base) ? new URL(value, base) : null;
  if (found === null || found.origin !== base || !value.startsWith("/")) return "its link leads to another site";
  if (!SAVED_PATHS.test(found.pathname)) return `${found.pathname} is not a list that can be saved`;
  return { url: found.pathname + found.search };
}

const isInstant = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));

const isDay = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

export const viewName = (text: string) =>
  text
    .replace(/\p{C}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_NAME);

function readSeen(value: unknown): Seen {
  if (value === "empty") return value;
  return readTime(value);
}

function readTime(value: unknown): FilingTime | null {
  if (typeof value !== "object" || value === null) return null;
  const { filedAt, filingDate } = value as Record<string, unknown>;
  const seen = { filedAt: isInstant(filedAt) ? filedAt : null, filingDate: isDay(filingDate) ? filingDate : null };
  return seen.filedAt === null && seen.filingDate === null ? null : seen;
}

function readView(value: unknown): SavedView | string {
  if (typeof value !== "object" || value === null) return "it is not an object";
  const { name, url, visitedAt, seen } = value as Record<string, unknown>;
  const plain = typeof name === "string" ? viewName(name) : "";
  if (plain === "") return "it has no name";
  const read = readUrl(url);
  if (typeof read === "string") return read;
  if (!isInstant(visitedAt)) return "visitedAt is not a time such as 2026-11-28T12:00:00.000Z";
  return { name: plain, url: read.url, visitedAt, seen: readSeen(seen) };
}

/** Reads views from a file, or from what the browser keeps. Nothing is read from a file with errors. */
export function parseViews(text: string): { views: SavedView[]; errors: string[] } {
  const failed = (...errors: string[]) => ({ views: [], errors });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return failed("This is not a file of saved views: it is not valid JSON.");
  }
  const listed = typeof file === "object" && file !== null ? (file as Record<string, unknown>).views : undefined;
  if (!Array.isArray(listed)) return failed("This is not a file of saved views: it has no list named “views”.");
  if (listed.length > MOST_VIEWS)
    return failed(`${listed.length.toLocaleString("en-US")} views are too many. The limit is ${MOST_VIEWS}.`);
  const read = listed.map(readView);
  const errors = read.flatMap((view, index) => (typeof view === "string" ? [`View ${index + 1}: ${view}.`] : []));
  if (errors.length > 0) return failed(...errors);
  return { views: merged([], read as SavedView[]).views, errors: [] };
}

export const printViews = (views: readonly SavedView[]) => `${JSON.stringify({ views }, null, 1)}\n`;

/** Adds views whose link is not there yet. */
export function merged(views: readonly SavedView[], others: readonly SavedView[]) {
  const known = new Set(views.map(({ url }) => url));
  const added = others.filter(({ url }) => !known.has(url) && known.add(url));
  return { views: [...views, ...added], added: added.length };
}

/**
 * What only arranges a list, and what the list of an insider's or issuer's transactions does not have. The names are written out, because
 * `grouping.ts` and what it imports would come to the browser with them.
 */
const ARRANGING = new Set("sort group insiders-from total-from open columns after before roster".split(" "));

/** A watched insider or issuer: a saved view that is the party's page, without filters. */
export type WatchedParty = { kind: "insider" | "issuer"; cik: string };

export function watchedParty(url: string): WatchedParty | null {
  const [, kind, cik] = url.match(/^\/(insider|issuer)s\/(\d+)$/) ?? [];
  return kind === undefined || cik === undefined ? null : { kind: kind as WatchedParty["kind"], cik };
}

/** The query that names everyone watched. Issuers come first, as in every canonical link. */
export function watchQuery(views: readonly Pick<SavedView, "url">[]): string {
  const parties = views.flatMap(({ url }) => watchedParty(url) ?? []);
  const named = (kind: WatchedParty["kind"]) =>
    parties.filter((party) => party.kind === kind).map(({ cik }): [string, string] => [kind, cik]);
  return new URLSearchParams([...named("issuer"), ...named("insider")]).toString();
}

/** The list of the filings, transactions or footnotes that a view is about, newest first; null if it is about none. */
function listOf(url: string): URL | null {
  const list = new URL(url, "http://this-site.invalid");
  for (const name of [...list.searchParams.keys()]) if (ARRANGING.has(name)) list.searchParams.delete(name);
  const [, directory = "", cik] = list.pathname.match(/^\/(insider|issuer)s\/(\d+)$/) ?? [];
  if (cik !== undefined) {
    // Anyone who watches a party also wants to know about a Form 3, or an exit without a trade.
    list.pathname = list.search === "" ? filingsUrl() : transactionsUrl();
    list.searchParams.append(directory, cik);
  }
  if (list.pathname === latestUrl()) list.pathname = filingsUrl();
  return [transactionsUrl(), filingsUrl(), footnotesUrl()].includes(list.pathname) ? list : null;
}

/** What is counted in a view. */
export function unitOf(url: string): "trade" | "filing" | "footnote" {
  const path = listOf(url)?.pathname;
  return path === footnotesUrl() ? "footnote" : path === filingsUrl() ? "filing" : "trade";
}

/** The feed of a view: of a grouped list, that of its transactions. */
export function feedUrl(url: string): string {
  const feed = new URL(url, "http://this-site.invalid");
  for (const name of [...feed.searchParams.keys()]) if (ARRANGING.has(name)) feed.searchParams.delete(name);
  return inFormat(feed.pathname + feed.search, "atom");
}

/**
 * The day in New York on which a filing was filed. Five hours behind UTC it is the right day in summer too, because EDGAR accepts nothing
 * around midnight. `filedOn` says the same, but would bring the reading of names to the browser.
 */
const dayFiled = ({ filedAt, filingDate }: FilingTime): string | null =>
  filingDate ?? (filedAt && new Date(Date.parse(filedAt) - 5 * 3_600_000).toISOString().slice(0, 10));

/** The newest of a view as JSON, of which those since the last visit are counted; null if a view cannot be counted. */
export function newestUrl({ url, seen }: Pick<SavedView, "url" | "seen">): string | null {
  const list = listOf(url);
  if (list === null) return null;
  // EDGAR never gives a filing an earlier date than the day on which it accepted it.
  const since = isTime(seen) ? dayFiled(seen) : null;
  const from = list.searchParams.get("filed-from");
  if (since !== null && (from === null || from < since)) list.searchParams.set("filed-from", since);
  return inFormat(list.pathname + list.search, "json");
}

/** A page of a list as JSON. */
export type ListAnswer = {
  rows: (FilingTime & { filing?: FilingTime; documentType?: string | null })[];
  next: string | null;
};

const filedOf = ({ filing, filedAt, filingDate }: ListAnswer["rows"][number]): FilingTime =>
  filing ?? { filedAt, filingDate };

const isTime = (seen: Seen): seen is FilingTime => seen !== null && seen !== "empty";

/** What a reader has seen who sees a page that is newest first. */
export const newestOf = ({ rows }: Pick<ListAnswer, "rows">): Seen =>
  rows.length === 0 ? "empty" : readTime(rows.map(filedOf).find((filed) => readTime(filed) !== null));

/** The same for a page that begins on the day of what was seen before: if that is gone, it is still what was seen. */
export function newestSince(listed: Pick<ListAnswer, "rows">, seen: Seen): Seen {
  const newest = newestOf(listed);
  return isTime(seen) && !isTime(newest) ? seen : newest;
}

export type NewSince = {
  /** Filed later than all that was there at the last visit. */
  fresh: number;
  /** Filed on the same day, at a time that is not known. */
  unsure: number;
  /** Whether there are more than the page that was read. */
  isCut: boolean;
};

/** Counts what was filed after the last visit's newest filing; null if that filing is not known. */
export function countNew(listed: ListAnswer, seen: Seen): NewSince | null {
  if (seen === null && listed.rows.length > 0) return null;
  const ages = listed.rows.map((row) => (isTime(seen) ? ageOf(filedOf(row), seen) : "new"));
  return {
    fresh: ages.filter((age) => age === "new").length,
    unsure: ages.filter((age) => age === "unsure").length,
    isCut: listed.next !== null && ages.at(-1) === "new",
  };
}

function ageOf(filed: FilingTime, seen: FilingTime): "new" | "unsure" | "old" {
  if (filed.filedAt !== null && seen.filedAt !== null)
    return Date.parse(filed.filedAt) > Date.parse(seen.filedAt) ? "new" : "old";
  const [day, seenDay] = [dayFiled(filed), dayFiled(seen)];
  if (day === null || seenDay === null) return "unsure";
  return day === seenDay ? "unsure" : day > seenDay ? "new" : "old";
}

/** "3 new trades", "at least 50 new trades", "nothing new" */
export function describeNew(since: NewSince | null, unit: string): string {
  if (since === null) return `new ${unit}s are counted once you have opened it`;
  const { fresh, unsure, isCut } = since;
  const words = (count: number) => `${count.toLocaleString("en-US")} new ${unit}${count === 1 ? "" : "s"}`;
  if (fresh > 0) return isCut || unsure > 0 ? `at least ${words(fresh)}` : words(fresh);
  return unsure > 0 ? `perhaps ${words(unsure)}` : "nothing new";
}
