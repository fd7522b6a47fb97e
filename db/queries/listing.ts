import { and, type SQL, sql } from "drizzle-orm";
import { isFiled, type Kind, meaningOf, meaningsOf, readKind } from "@/db/queries/filter-meanings";
import { BY_ISSUER, BY_OWNER, type Parties, readIndustries, readParties } from "@/db/queries/read-parties";
import { listing, listingKind } from "@/db/schema";
import { MOST_DAYS_AFTER_TRADE, MOST_DAYS_TO_FILING_DATE } from "@/db/schema/listing";
import type { Db } from "@/db/server/client";
import {
  asksForRows,
  datesOf,
  FILTER_NAMES,
  type FilingFilter,
  type FilterName,
  NO_FILTER,
} from "@/lib/filters/filing-filter";
import { type GuardedRequest, guardedRequest } from "@/lib/requests/guarded-request";
import { daysBefore } from "@/lib/values/days-before";

/** Which lines of `listing` are asked for. */
export type Asked = {
  filter: FilingFilter;
  /** Leave out filings without a current transaction, even if the filter does not ask for rows. */
  onlyTransactions: boolean;
  /** Only filings without a filing date. */
  onlyUndated?: boolean;
  /** All lines of a row, and not only that of its first owner, even if the filter asks for no owner. */
  ofEveryOwner?: boolean;
  /** Only rows that sums of purchases and sales count, or count separately. */
  onlyInSums?: boolean;
  /** The filings that have such lines, if they are known because they are few. */
  among?: readonly string[] | null;
  /** Filings of one of the insiders or on one of the issuers. Otherwise a filter that names both asks for both. */
  ofEitherParty?: boolean;
};

/** From the first instant up to, but not including, the second. */
type Period = { from: SQL; to: SQL };

export type Lines = {
  /** Columns of the lines, or only of those in a period, as a query in parentheses. */
  select: (columns: SQL, period?: Period) => SQL;
  /** The same for one party, by the index on its lines. */
  selectOf: (columns: SQL, isParty: SQL) => SQL;
  /** Whether an index finds exactly these lines, because they are few. If not, an index finds the lines of a period. */
  areFew: boolean;
  /** Whether a row may be in several lines, because several of its owners are asked for. */
  repeatRows: boolean;
  /** How many lines the planner expects, apart from conditions that no index on them has. */
  expected: () => Promise<number>;
  /** The last day by which their filings can be sorted; null if the filter does not limit it. */
  to: string | null;
};

/** This many parties, or fewer, have few lines. */
const FEW_PARTIES = 5;
const FEW_LINES = 100_000;

/** Filters that an index on kinds and time, or one on parties or plan dates, finds the lines of. */
const INDEXED: readonly FilterName[] = [
  ...(["issuer", "insider", "filedFrom", "filedTo", "filedWithin", "tradedFrom", "tradedTo", "tradedWithin"] as const),
  ...(["adoptedFrom", "adoptedTo", "adoptedDaysFrom", "adoptedDaysTo"] as const),
];

/** Whether the lines of a filter may be few among many that an index finds, and so take long to find. */
export async function mayBeSparse(db: Db, asked: Asked): Promise<boolean> {
  const isIndexed = FILTER_NAMES.every(
    (name) => INDEXED.includes(name) || meaningOf(name, asked.filter)?.condition === undefined,
  );
  if (isIndexed && asked.filter.sic.length === 0) return false;
  const lines = await linesFor(db, asked);
  return !lines.areFew && (await lines.expected()) > FEW_LINES;
}

/** How to find the lines of a filter: by parties or plan dates if these have few lines, and otherwise by kind and time. */
export async function linesFor(db: Db, { ofEitherParty = false, ...asked }: Asked): Promise<Lines> {
  const { filter, among = null } = asked;
  if (ofEitherParty && filter.issuer.length > 0 && filter.insider.length > 0) {
    const either = [
      { ...filter, issuer: [] },
      { ...filter, insider: [] },
    ];
    return allLines(await Promise.all(either.map((filter) => linesFor(db, { ...asked, filter }))));
  }
  const [kinds, issuers, industries, owners] = await Promise.all([
    listKinds(db, asked),
    readParties(db, filter.issuer, BY_ISSUER),
    readIndustries(db, filter.sic),
    readParties(db, filter.insider, BY_OWNER),
  ]);
  const groups = byPeriod(kinds, filter);
  const others = conditionsBesides(asked, [issuers, industries], owners);
  const ofKinds = (columns: SQL, besides?: SQL) =>
    groups.length === 0
      ? sql`(select ${columns} from ${listing} where false)`
      : sql`(${sql.join(
          groups.map(
            (group) => sql`(select ${columns} from ${listing} where ${and(...conditionsOf(group), besides, others)})`,
          ),
          sql` union all `,
        )})`;
  const shared = { selectOf: ofKinds, repeatRows: owners !== null || asked.ofEveryOwner === true, to: lastDay(groups) };
  const expected = async () => {
    const lines = await Promise.all(groups.map((group) => estimateLines(db, conditionsOf(group))));
    return lines.reduce((sum, of) => sum + of, 0);
  };
  const driver = among
    ? ofFilings(among)
    : await findDriver(db, { parties: [owners, issuers, industries], kinds, filter, expected });
  if (driver === null)
    return {
      ...shared,
      areFew: false,
      select: (columns, period) => ofKinds(columns, period && isWithin(period)),
      expected,
    };
  const ofDriver = (columns: SQL, period?: Period) =>
    sql`(select ${columns} from ${driver} where ${and(isOneOf(kinds), others, period && isWithin(period))})`;
  return { ...shared, areFew: true, select: ofDriver, expected: async () => 0 };
}

/** The lines of several queries. A line that several of them find is repeated. */
function allLines(queries: readonly Lines[]): Lines {
  const union = (select: (of: Lines) => SQL) => sql`(${sql.join(queries.map(select), sql` union all `)})`;
  const lastDays = queries.map(({ to }) => to);
  return {
    select: (columns, period) => union((of) => of.select(columns, period)),
    selectOf: (columns, isParty) => union((of) => of.selectOf(columns, isParty)),
    areFew: queries.every(({ areFew }) => areFew),
    repeatRows: true,
    expected: async () =>
      (await Promise.all(queries.map((of) => of.expected()))).reduce((sum, lines) => sum + lines, 0),
    to: lastDays.includes(null) ? null : (lastDays.sort().at(-1) ?? null),
  };
}

const conditionsBesides = ({ filter, ofEveryOwner }: Asked, issuers: (Parties | null)[], owners: Parties | null) =>
  and(
    ...issuers.map((of) => of?.isOne),
    owners?.isOne,
    owners === null && !ofEveryOwner ? sql`${listing.ownerPosition} = 1` : undefined,
    ...meaningsOf(filter).map(({ condition }) => condition),
  );

const isOneOf = (kinds: readonly string[]) => sql`${listing.kind} = any(${sql.param(kinds)}::text[])`;

const isWithin = ({ from, to }: Period) => sql`${listing.orderedAt} >= ${from} and ${listing.orderedAt} < ${to}`;

/** Every kind whose lines meet the filter, apart from its dates and parties. */
export const listKinds = async (db: Db, asked: Asked): Promise<string[]> =>
  (await allKinds(db)).filter(isKindAskedFor(asked));

const kindsOfRequest = new WeakMap<GuardedRequest, { db: Db; kinds: Promise<string[]> }>();

/**
 * All kinds, read once for a request, because each section of a page asks for other lines. Kinds that are stored later belong to a
 * later version of the page.
 */
function allKinds(db: Db): Promise<string[]> {
  const request = guardedRequest();
  const known = request && kindsOfRequest.get(request);
  // A page as of a past day reads another record than the rest of its request.
  if (known?.db === db) return known.kinds;
  const kinds = db
    .select({ kind: listingKind.kind })
    .from(listingKind)
    .then((rows) => rows.map(({ kind }) => kind));
  if (request) kindsOfRequest.set(request, { db, kinds });
  return kinds;
}

/** A test of one kind after another. What the filter means is found out once, because there are hundreds of kinds. */
function isKindAskedFor({ filter, onlyTransactions, onlyUndated, onlyInSums }: Asked): (kind: string) => boolean {
  const meanings = meaningsOf(filter);
  const onlyRows = onlyTransactions || asksForRows(filter);
  return (text) => {
    const kind = readKind(text);
    return (
      (kind.code !== "." || !onlyRows) &&
      (!isFiled(kind) || !onlyUndated) &&
      // A code that was not read may be either.
      (!onlyInSums || (kind.implausible !== "i" && ["P", "S", "-"].includes(kind.code))) &&
      meanings.every(({ isKind }) => isKind(kind))
    );
  };
}

/** Kinds whose filings can be sorted by the same days. */
type KindsOfPeriod = { kinds: string[]; from: string | null; to: string | null };

function byPeriod(kinds: readonly string[], filter: FilingFilter): KindsOfPeriod[] {
  const groups = new Map<string, KindsOfPeriod>();
  // Hundreds of kinds differ in a few ways only.
  const known = new Map<string, ReturnType<typeof daysOf>>();
  for (const kind of kinds) {
    const { filed, delay } = readKind(kind);
    const days = known.get(filed + delay) ?? daysOf({ filed, delay }, filter);
    known.set(filed + delay, days);
    const [from, to] = days;
    if (from !== null && to !== null && from > to) continue;
    const group = groups.get(`${from} ${to}`) ?? { kinds: [], from, to };
    group.kinds.push(kind);
    groups.set(`${from} ${to}`, group);
  }
  return [...groups.values()];
}

/** The days by which filings with rows of a kind can be sorted, under the dates of a filter. */
function daysOf(kind: Pick<Kind, "filed" | "delay">, filter: FilingFilter) {
  const { filed, traded } = datesOf(filter);
  const from: string[] = [];
  const to: string[] = [];
  if (kind.filed === "y") {
    if (filed.from !== null) from.push(daysBefore(filed.from, MOST_DAYS_TO_FILING_DATE));
    if (filed.to !== null) to.push(filed.to);
  }
  let least = 0;
  for (const [character, most] of Object.entries(MOST_DAYS_AFTER_TRADE)) {
    if (kind.delay === character) {
      if (traded.from !== null) from.push(daysBefore(traded.from, -least));
      if (traded.to !== null) to.push(daysBefore(traded.to, -most));
    }
    least = most + 1;
  }
  return [from.sort().at(-1) ?? null, to.sort().at(0) ?? null] as const;
}

const lastDay = (groups: readonly KindsOfPeriod[]): string | null => {
  const days = groups.map(({ to }) => to);
  return days.includes(null) ? null : (days.sort().at(-1) ?? null);
};

/** The first instant of a day in New York, and of the day after it. */
const startOfDay = (day: string) => sql`(${day}::timestamp at time zone 'America/New_York')`;
export const endOfDay = (day: string) => startOfDay(daysBefore(day, -1));

const conditionsOf = ({ kinds, from, to }: KindsOfPeriod) => [
  isOneOf(kinds),
  from === null ? undefined : sql`${listing.orderedAt} >= ${startOfDay(from)}`,
  to === null ? undefined : sql`${listing.orderedAt} < ${endOfDay(to)}`,
];

type Choice = Pick<Lines, "expected"> & { parties: (Parties | null)[]; kinds: readonly string[]; filter: FilingFilter };

/** The index that finds the fewest lines, as a table in place of `listing`; null if it is the index on kinds. */
async function findDriver(db: Db, { parties: of, kinds, filter, expected }: Choice): Promise<SQL | null> {
  const parties = of.flatMap((one) =>
    one === null || one.ciks === null
      ? []
      : [{ ciks: one.ciks, table: ofEach(one.column, one.ciks, kinds), isOne: one.isOne }],
  );
  const fewest = parties.sort((a, b) => a.ciks.length - b.ciks.length)[0];
  if (fewest && fewest.ciks.length <= FEW_PARTIES) return fewest.table;
  const adopted = and(
    ...meaningsOf({ ...NO_FILTER, adoptedFrom: filter.adoptedFrom, adoptedTo: filter.adoptedTo }).map(
      (of) => of.condition,
    ),
  );
  const drivers = [
    ...parties.map(({ table, isOne }) => ({ table, conditions: [isOne] })),
    ...(adopted ? [{ table: sql`${listing}`, conditions: [adopted] }] : []),
  ];
  if (drivers.length === 0) return null;
  const [ofKinds, ...estimates] = await Promise.all([
    expected(),
    ...drivers.map(({ conditions }) => estimateLines(db, conditions)),
  ]);
  const least = Math.min(...estimates);
  return least < ofKinds && least < FEW_LINES ? (drivers[estimates.indexOf(least)]?.table ?? null) : null;
}

/** The lines of each party in turn, by an index on its lines of each kind. */
const ofEach = (column: SQL, ciks: readonly string[], kinds: readonly string[]) =>
  sql`unnest(${sql.param(ciks)}::text[]) as party (cik) cross join lateral (
    select * from ${listing} where ${column} = party.cik and ${isOneOf(kinds)} offset 0) as ${listing}`;

const ofFilings = (numbers: readonly string[]) =>
  sql`unnest(${sql.param(numbers)}::text[]) as filing (number) cross join lateral (select * from ${listing} where accession_number = filing.number offset 0) as ${listing}`;

/** How many lines the planner expects. It knows how often each kind occurs. */
async function estimateLines(db: Db, conditions: (SQL | undefined)[]): Promise<number> {
  const { rows } = await db.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) select from ${listing} where ${and(...conditions)}`,
  );
  return rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}
