import { and, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { isIssuerName, wordsMatch } from "@/db/queries/filing-conditions";
import { industry, issuerName, listing, listingKind, ownerName } from "@/db/schema";
import { FORM_CHARACTERS, MOST_DAYS_AFTER_TRADE, MOST_DAYS_TO_FILING_DATE } from "@/db/schema/listing";
import type { Db } from "@/db/server/client";
import {
  askedOf,
  asksForRows,
  datesOf,
  FILTER_NAMES,
  type FilingFilter,
  type FilterName,
  NO_FILTER,
  type PlanFilter,
  type PriceRangeFilter,
  UNKNOWN_SIC,
} from "@/lib/filters/filing-filter";
import { type NamedParty, type Party, partyWords } from "@/lib/filters/party";
import type { RowPattern } from "@/lib/record/derived-filing";
import { roleBits } from "@/lib/record/role";
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

/** More parties are not looked up one by one. */
export const MOST_PARTIES = 5_000;
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
    : await findDriver(db, { parties: [owners, issuers, industries], filter, expected });
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

/** The characters of a kind, as in `db/schema/listing.ts`. */
export type Kind = Record<"code" | "form" | "plan" | "range" | "implausible" | "filed" | "delay", string>;

export function readKind(kind: string): Kind {
  const [code = "", form = "", plan = "", range = "", implausible = "", filed = "", delay = ""] = kind;
  return { code, form, plan, range, implausible, filed, delay };
}

/** The conditions of a filter on the kind of a line, and those on what no kind says. */
type Meaning<Asked> = { ofKind?: (kind: Kind, asked: Asked) => boolean; ofLine?: (asked: Asked) => SQL };

const FORMS: Record<string, string> = FORM_CHARACTERS;
const PLANS: Record<PlanFilter, string> = { under: "ua", "not-indicated": "n", "no-box": "b" };
const RANGES: Record<PriceRangeFilter, string> = { stated: "sw", wide: "w" };

const PATTERN_CODES: Record<RowPattern, string> = { "exercise-and-sale": "MXOS", "gift-before-fall": "G" };

const isFiled = ({ filed }: Kind) => filed !== "-";
const isTraded = ({ delay }: Kind) => delay !== "-";
const isPlausible = ({ implausible }: Kind) => implausible !== "i";
const isMarketTrade = ({ code }: Kind) => code === "P" || code === "S";
const isAdopted = ({ plan }: Kind) => plan === "a";
const sinceAdoption = sql`${listing.transactionDate} - ${listing.planAdoptedOn}`;

/** Every filter. Parties and industries have indexes of their own (`readParties`, `readIndustries`). */
const FILTERS: { [Name in FilterName]: Meaning<NonNullable<FilingFilter[Name]>> } = {
  issuer: {},
  insider: {},
  sic: {},
  filedFrom: { ofKind: isFiled, ofLine: (day) => sql`${listing.filingDate} >= ${day}` },
  filedTo: { ofKind: isFiled, ofLine: (day) => sql`${listing.filingDate} <= ${day}` },
  tradedFrom: { ofKind: isTraded, ofLine: (day) => sql`${listing.transactionDate} >= ${day}` },
  tradedTo: { ofKind: isTraded, ofLine: (day) => sql`${listing.transactionDate} <= ${day}` },
  code: { ofKind: ({ code }, asked) => asked.includes(code) },
  form: { ofKind: ({ form }, asked) => asked.some((one) => FORMS[one] === form) },
  plan: { ofKind: ({ plan }, asked) => asked.some((one) => PLANS[one].includes(plan)) },
  adoptedFrom: { ofKind: isAdopted, ofLine: (day) => sql`${listing.planAdoptedOn} >= ${day}` },
  adoptedTo: { ofKind: isAdopted, ofLine: (day) => sql`${listing.planAdoptedOn} <= ${day}` },
  adoptedDaysFrom: {
    ofKind: (kind) => isAdopted(kind) && isTraded(kind),
    ofLine: (days) => sql`${sinceAdoption} >= ${days}::int`,
  },
  adoptedDaysTo: {
    ofKind: (kind) => isAdopted(kind) && isTraded(kind),
    ofLine: (days) => sql`${sinceAdoption} <= ${days}::int`,
  },
  priceRange: { ofKind: ({ range }, asked) => asked.some((one) => RANGES[one].includes(range)) },
  implausible: { ofKind: ({ implausible }, asked) => asked.includes(implausible === "i" ? "yes" : "no") },
  role: { ofLine: (roles) => sql`${listing.roles} & ${roleBits(roles)}::smallint <> 0` },
  filedWithin: {
    ofKind: isFiled,
    ofLine: ({ from, to, isCurrent }) =>
      isCurrent ? sql`${listing.filingDate} >= ${from}` : sql`${listing.filingDate} between ${from} and ${to}`,
  },
  tradedWithin: {
    ofKind: isTraded,
    ofLine: ({ from, to }) => sql`${listing.transactionDate} between ${from} and ${to}`,
  },
  side: { ofLine: (sides) => inArray(listing.side, sides) },
  ownership: {
    ofLine: (asked) =>
      sql`(case when ${listing.isIndirect} then 'I' else 'D' end = any(${sql.param(asked)}::text[]) and ${listing.isIndirect} is not null)`,
  },
  table: { ofLine: (tables) => inArray(listing.tableNumber, tables) },
  priceFrom: { ofKind: isPlausible, ofLine: (price) => sql`${listing.price} >= ${price}::numeric` },
  priceTo: { ofKind: isPlausible, ofLine: (price) => sql`${listing.price} <= ${price}::numeric` },
  sharesFrom: { ofKind: isPlausible, ofLine: (shares) => sql`${listing.shares} >= ${shares}::numeric` },
  sharesTo: { ofKind: isPlausible, ofLine: (shares) => sql`${listing.shares} <= ${shares}::numeric` },
  valueFrom: { ofKind: isPlausible, ofLine: (value) => sql`${listing.value} >= ${value}::numeric` },
  valueTo: { ofKind: isPlausible, ofLine: (value) => sql`${listing.value} <= ${value}::numeric` },
  changeFrom: { ofKind: isPlausible, ofLine: (change) => sql`${listing.change} >= ${change}::numeric` },
  changeTo: { ofKind: isPlausible, ofLine: (change) => sql`${listing.change} <= ${change}::numeric` },
  position: { ofKind: isPlausible, ofLine: (positions) => inArray(listing.position, positions) },
  delayFrom: { ofKind: isTraded, ofLine: (days) => sql`${listing.delay} >= ${days}::int` },
  delayTo: { ofKind: isTraded, ofLine: (days) => sql`${listing.delay} <= ${days}::int` },
  label: { ofKind: isMarketTrade, ofLine: (labels) => inArray(listing.label, labels) },
  first: {
    ofKind: ({ code }) => code === "P",
    // A first purchase in our records is also the first in two years.
    ofLine: (asked) => sql`${asked.includes("2y") ? listing.isFirstInTwoYears : listing.isFirst}`,
  },
  pattern: {
    ofKind: ({ code }, asked) => asked.some((one) => PATTERN_CODES[one].includes(code)),
    ofLine: (asked) => inArray(listing.pattern, asked),
  },
  clusterFrom: { ofKind: isMarketTrade, ofLine: (insiders) => sql`${listing.clusterInsiders} >= ${insiders}::int` },
  citesFacts: {
    ofLine: (
      asked,
    ) => sql`(case when ${listing.citesFacts} then 'with' else 'without' end = any(${sql.param(asked)}::text[])
      and ${listing.citesFacts} is not null)`,
  },
  late: { ofLine: () => sql`${listing.isLate}` },
  amended: { ofLine: () => sql`${listing.isAmended}` },
  joint: { ofLine: () => sql`${listing.isJoint}` },
};

/** A filter with its value, if it is used. */
function meaningOf<Name extends FilterName>(name: Name, filter: FilingFilter) {
  const value = askedOf(filter, name);
  if (value === null) return null;
  const { ofKind, ofLine }: Meaning<typeof value> = FILTERS[name];
  return { isKind: (kind: Kind) => ofKind?.(kind, value) ?? true, condition: ofLine?.(value) };
}

/** What each filter that is used asks of a line, apart from parties. */
export const meaningsOf = (filter: FilingFilter) => FILTER_NAMES.flatMap((name) => meaningOf(name, filter) ?? []);

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

export type Of = { column: SQL; named: (party: NamedParty) => SQL };

export const BY_ISSUER: Of = {
  column: sql`${listing.issuerCik}`,
  named: (party) => sql`select ${issuerName.cik} from ${issuerName} where ${isIssuerName(party)}`,
};
export const BY_OWNER: Of = {
  column: sql`${listing.ownerCik}`,
  named: (party) =>
    sql`select ${ownerName.cik} from ${ownerName} where ${wordsMatch(ownerName.words, partyWords(party))}`,
};

/** Any of several issuers or owners, by CIK; null if there are too many. */
type Parties = { column: SQL; ciks: string[] | null; isOne: SQL | undefined };

export async function readParties(db: Db, parties: readonly Party[], { column, named }: Of): Promise<Parties | null> {
  if (parties.length === 0) return null;
  const names = parties.flatMap((party) => ("cik" in party ? [] : [named(party)]));
  const ciks = new Set(parties.flatMap((party) => ("cik" in party ? [party.cik] : [])));
  if (names.length > 0) {
    const { rows } = await db.execute<{ cik: string }>(
      sql`select distinct cik from (${sql.join(names, sql` union all `)}) as named limit ${MOST_PARTIES + 1}`,
    );
    for (const { cik } of rows) ciks.add(cik);
  }
  if (ciks.size <= MOST_PARTIES) return partiesOf(column, [...ciks]);
  const isNamed = names.map((query) => sql`${column} in (${query})`);
  const isCik = parties.flatMap((party) => ("cik" in party ? [sql`${column} = ${party.cik}`] : []));
  return { column, ciks: null, isOne: or(...isNamed, ...isCik) };
}

/** Issuers by their industry, as CIKs: those of some codes and, if wanted, all but those of known codes. */
export type Industries = { ciks: string[]; orAllBut: string[] | null };

/** The same as CIKs, for a database that knows no industries. */
export async function listIndustries(db: Db, asked: readonly string[]): Promise<Industries | null> {
  if (asked.length === 0) return null;
  const codes = asked.filter((digits) => digits !== UNKNOWN_SIC);
  const known = await db.select({ cik: industry.cik, code: industry.code }).from(industry);
  return {
    ciks: known.flatMap(({ cik, code }) => (codes.some((digits) => code.startsWith(digits)) ? cik : [])),
    orAllBut: asked.length > codes.length ? known.map(({ cik }) => cik) : null,
  };
}

/** Issuers of any of several industries. The codes of all others, and of those that are not known, are too many to look up. */
async function readIndustries(db: Db, asked: readonly string[]): Promise<Parties | null> {
  const codes = asked.filter((digits) => digits !== UNKNOWN_SIC);
  const ofCodes = or(...codes.map((digits) => like(industry.code, `${digits}%`)));
  const isUnknown = sql`not exists (select from ${industry} where ${industry.cik} is not distinct from ${listing.issuerCik})`;
  const { column } = BY_ISSUER;
  if (!ofCodes) return asked.length === 0 ? null : { column, ciks: null, isOne: isUnknown };
  const known = db.select({ cik: industry.cik }).from(industry).where(ofCodes);
  if (asked.length > codes.length) return { column, ciks: null, isOne: or(inArray(column, known), isUnknown) };
  const found = await known.limit(MOST_PARTIES + 1);
  return found.length > MOST_PARTIES
    ? { column, ciks: null, isOne: inArray(column, known) }
    : partiesOf(
        column,
        found.map(({ cik }) => cik),
      );
}

const partiesOf = (column: SQL, ciks: string[]): Parties => ({
  column,
  ciks,
  isOne: sql`${column} = any(${sql.param(ciks)}::text[])`,
});

type Choice = Pick<Lines, "expected"> & { parties: (Parties | null)[]; filter: FilingFilter };

/** The index that finds the fewest lines, as a table in place of `listing`; null if it is the index on kinds. */
async function findDriver(db: Db, { parties: of, filter, expected }: Choice): Promise<SQL | null> {
  const parties = of.flatMap((one) =>
    one === null || one.ciks === null
      ? []
      : [{ ciks: one.ciks, table: ofEach(one.column, one.ciks), isOne: one.isOne }],
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

/** The lines of each party in turn, by an index on them. */
const ofEach = (column: SQL, ciks: readonly string[]) =>
  sql`unnest(${sql.param(ciks)}::text[]) as party (cik) cross join lateral (select * from ${listing} where ${column} = party.cik offset 0) as ${listing}`;

const ofFilings = (numbers: readonly string[]) =>
  sql`unnest(${sql.param(numbers)}::text[]) as filing (number) cross join lateral (select * from ${listing} where accession_number = filing.number offset 0) as ${listing}`;

/** How many lines the planner expects. It knows how often each kind occurs. */
async function estimateLines(db: Db, conditions: (SQL | undefined)[]): Promise<number> {
  const { rows } = await db.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) select from ${listing} where ${and(...conditions)}`,
  );
  return rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}
