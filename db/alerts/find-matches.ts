import { asc, eq, type SQLWrapper, sql } from "drizzle-orm";
import { type FilingsToMatch, type Item, loadFilings } from "@/db/alerts/filings-to-match";
import { isFiledAfter } from "@/db/alerts/related-filings";
import { readTickers } from "@/db/queries/asked-parties";
import { linesFor } from "@/db/queries/listing";
import { searchNotesAmong } from "@/db/queries/search-notes";
import { ROW } from "@/db/queries/sorted-filings";
import { alert, alertMatch, pastMatch } from "@/db/schema";
import { REMARKS_POSITION } from "@/db/schema/note-places";
import type { Db } from "@/db/server/client";
import type { AlertRate } from "@/lib/alerts/alert";
import { type AlertView, readAlertView } from "@/lib/alerts/alert-view";
import { decideMatch, type EarlierMatch } from "@/lib/alerts/decide-match";
import { REMARKS } from "@/lib/footnotes/filed-notes";
import { rowId, type TableNumber } from "@/lib/record/reported-row";
import { keyInFiling } from "@/lib/record/row-key";
import { newYorkDate } from "@/lib/values/dates";

type Alert = typeof alert.$inferSelect;
export type FoundMatch = typeof alertMatch.$inferInsert;

/** An alert whose view cannot be read, which only another version of this program can have stored. */
type Unreadable = { alertId: string; reason: string };

/** What an immediate alert finds later than this is collected for a day, so that a backlog is one message. */
const LATE_MS = 3 * 86_400_000;

/** What is new in the views of all active alerts, among some filings. */
export async function findMatches(
  db: Db,
  accessionNumbers: string[],
): Promise<{ matches: FoundMatch[]; unreadable: Unreadable[] }> {
  const alerts = await db.select().from(alert).where(eq(alert.state, "active")).orderBy(asc(alert.alertId));
  if (alerts.length === 0) return { matches: [], unreadable: [] };
  const filings = await loadFilings(db, accessionNumbers);
  const earlier = await readEarlier(db, alerts, filings);
  const now = new Date();
  const matches: FoundMatch[] = [];
  const unreadable: Unreadable[] = [];
  for (const each of alerts) {
    const read = readAlertView(each.view, newYorkDate(now));
    if ("problem" in read) unreadable.push({ alertId: each.alertId, reason: `The view ${each.view} ${read.problem}.` });
    else
      matches.push(
        ...(await matchesOf(db, each, { view: read.view, filings, earlier: earlier.get(each.alertId), now })),
      );
  }
  return { matches, unreadable };
}

/** What one alert has reported before. */
type Earlier = {
  /** The last match of each key. */
  matches: Map<string, EarlierMatch>;
  /** Which filing reported which key, for matches that have been deleted since: see `reportOf`. */
  past: Set<string>;
};

const reportOf = (matchKey: string, accessionNumber: string) => `${matchKey} ${accessionNumber}`;

async function readEarlier(db: Db, alerts: readonly Alert[], { rows, notes }: FilingsToMatch) {
  const keys = [...rows, ...notes].flatMap((item) => [...ownKeys(item), ...item.others]);
  const ofThese = ({ alertId, matchKey }: { alertId: SQLWrapper; matchKey: SQLWrapper }) =>
    sql`${alertId} = any(${sql.param(alerts.map((each) => each.alertId))}::text[])
      and ${matchKey} = any(${sql.param(keys)}::text[])`;
  const past = await db.select().from(pastMatch).where(ofThese(pastMatch));
  const found = await db
    .selectDistinctOn([alertMatch.alertId, alertMatch.matchKey], {
      alertId: alertMatch.alertId,
      matchKey: alertMatch.matchKey,
      what: alertMatch.what,
    })
    .from(alertMatch)
    .where(ofThese(alertMatch))
    .orderBy(asc(alertMatch.alertId), asc(alertMatch.matchKey), sql`${alertMatch.alertMatchId} desc`);
  const earlier = new Map<string, Earlier>(
    alerts.map(({ alertId }) => [alertId, { matches: new Map(), past: new Set() }]),
  );
  for (const { alertId, matchKey, accessionNumber } of past) {
    const of = earlier.get(alertId);
    of?.matches.set(matchKey, { matchKey, what: null });
    of?.past.add(reportOf(matchKey, accessionNumber));
  }
  for (const { alertId, ...match } of found) earlier.get(alertId)?.matches.set(match.matchKey, match);
  return earlier;
}

type Asked = { view: AlertView; filings: FilingsToMatch; earlier: Earlier | undefined; now: Date };

async function matchesOf(
  db: Db,
  { alertId, rate, startsAt }: Alert,
  { view, filings: { moments, rows, notes }, earlier, now }: Asked,
): Promise<FoundMatch[]> {
  const { matches: reported, past } = earlier ?? { matches: new Map<string, EarlierMatch>(), past: new Set<string>() };
  const isNew = (accessionNumber: string) => {
    const moment = moments.get(accessionNumber);
    return moment !== undefined && isFiledAfter(moment, startsAt);
  };
  const items = (view.kind === "footnotes" ? notes : rows).filter(({ accessionNumber }) => isNew(accessionNumber));
  if (items.length === 0) return [];
  const listed = await listKeys(db, view, [...new Set(items.map(({ accessionNumber }) => accessionNumber))]);
  const asksForAmendments = view.kind === "filings" && isOfAmendments(view);
  return items.flatMap((item): FoundMatch[] => {
    const { key, accessionNumber, others } = item;
    const [replaced] = item.replaced;
    const before = withRecord(earlierMatchOf(reported, item), replaced);
    if (before === null && !listed.has(key)) return [];
    const what = item.what(listed.has(key));
    const match = decideMatch({
      key,
      what,
      earlier: before,
      isMatchedElsewhere: others.some((other) => reported.has(other)),
      replaced:
        replaced === undefined || asksForAmendments
          ? null
          : { what: replaced.what(), isOld: !isNew(replaced.accessionNumber) },
    });
    const moment = moments.get(accessionNumber);
    if (match === null || moment === undefined || past.has(reportOf(match.matchKey, accessionNumber))) return [];
    for (const each of [key, match.matchKey]) reported.set(each, { matchKey: match.matchKey, what });
    const isLate = now.getTime() - moment.filedTo.getTime() > LATE_MS;
    const sent: AlertRate = rate === "immediate" && isLate ? "daily" : rate;
    return [{ ...match, alertId, accessionNumber, filingVersion: moment.version, what, rate: sent }];
  });
}

/** The match of an item, or of the latest that it replaced. */
function earlierMatchOf(earlier: ReadonlyMap<string, EarlierMatch>, item: Item): EarlierMatch | null {
  for (const each of ownKeys(item)) {
    const match = earlier.get(each);
    if (match) return match;
  }
  return null;
}

/** If the message has been deleted since, an amendment is compared with what it replaces in the record. */
const withRecord = (match: EarlierMatch | null, replaced: Item["replaced"][number] | undefined): EarlierMatch | null =>
  match?.what === null ? { ...match, what: replaced?.what() ?? null } : match;

const ownKeys = ({ key, formerKey, replaced }: Item): string[] => [
  key,
  ...(formerKey === undefined ? [] : [formerKey]),
  ...replaced.map((each) => each.key),
];

/** Views of amendments have them even if they change nothing. */
const isOfAmendments = ({ filter: { form, amended } }: Extract<AlertView, { kind: "filings" }>) =>
  amended.length > 0 || form.some((each) => each.endsWith("/A"));

/** The keys of what a view lists of some filings. */
async function listKeys(db: Db, view: AlertView, accessionNumbers: string[]): Promise<ReadonlySet<string>> {
  if (view.kind === "footnotes") {
    const found = await searchNotesAmong(db, await readTickers(db, view.search), accessionNumbers);
    return new Set(
      found.flatMap(({ entry, position, footnoteId, text }) => {
        const id = position === REMARKS_POSITION ? REMARKS : footnoteId;
        // A footnote without an id, or with that of another, has no place of its own to link to.
        const isNamed = id === REMARKS || (id !== null && entry.notes[id] === text);
        return isNamed ? keyInFiling(entry.filing.accessionNumber, id) : [];
      }),
    );
  }
  const { filter, onlyTransactions } = view;
  const lines = await linesFor(db, {
    filter: await readTickers(db, filter),
    onlyTransactions,
    among: accessionNumbers,
  });
  const { rows } = await db.execute<{ accession_number: string; table_number: TableNumber | ""; line: number }>(
    sql`select distinct ${ROW} from ${lines.select(ROW)} as lines`,
  );
  return new Set(
    rows.map(({ accession_number: accessionNumber, table_number: tableNumber, line }) =>
      tableNumber === "" ? accessionNumber : keyInFiling(accessionNumber, rowId({ tableNumber, line })),
    ),
  );
}
