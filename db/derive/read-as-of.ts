import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { type ClientBase, DatabaseError, Pool, type PoolClient } from "pg";
import { deriveGroups } from "@/db/derive/derive-issuers";
import { DERIVED_TABLES } from "@/db/derive/derived-tables";
import { loadEntries, loadIssuerEntries } from "@/db/derive/load-entries";
import { putListing } from "@/db/derive/put-listing";
import { mayBeBeside } from "@/db/derive/rebuild";
import { findClosures } from "@/db/queries/closures";
import {
  eventRow,
  filing,
  filingOwner,
  filingRow,
  filingToDerive,
  footnote,
  industry,
  issuer,
  issuerName,
  listing,
  listingKind,
  owner,
  ownerName,
  signature,
  tradeCluster,
} from "@/db/schema";
import { columnNames } from "@/db/schema/json-rows";
import { type Db, databaseOn, readServers } from "@/db/server/client";
import { oneByOne } from "@/db/server/one-by-one";
import { formatDate } from "@/lib/values/dates";
import { groupBy } from "@/lib/values/group-by";
import type { AsOfDoubts } from "@/lib/views/party";

/*
 * The record as it was known at the end of a day. A connection of its own has empty temporary tables under the names of the real ones.
 * PostgreSQL looks there first, so every query of a page that runs on this connection sees only the filings that were copied into them,
 * and what follows from those filings alone. All of it is gone at the end of the transaction, which may write nothing else.
 */

/** The parts of a filing. */
const RECORD = [filing, filingOwner, filingRow, footnote, signature];
const NAMES = [issuer, issuerName, owner, ownerName, industry];
/** Every table whose rows depend on other filings. */
const CONCLUDED = [...Object.values(DERIVED_TABLES), eventRow, tradeCluster, listing, listingKind, filingToDerive];
const SHADOWED: PgTable[] = [...RECORD, ...NAMES, ...CONCLUDED];

/** Of the issuers on a page. More take too long to derive while a reader waits. */
const MOST_FILINGS = 3_000;
/** Deriving uses a whole core. */
export const PAST_DAYS_AT_ONCE = 2;
const KEPT_FOR = 60_000;

/** Why a page cannot be shown as of a day, as a sentence for its reader. */
export class CannotReadAsOf extends Error {}

/** The insider or issuer of a page. */
export type AsOfSubject = { kind: "insider" | "issuer"; cik: string };

/**
 * Runs the queries of a page on the record as it was known at the end of a day in New York.
 * @throws CannotReadAsOf
 */
export async function readAsOf<T>(
  day: string,
  subject: AsOfSubject,
  read: (db: Db, doubts: AsOfDoubts) => Promise<T>,
): Promise<T> {
  const { pool } = readServers().primaryConnection();
  if (!mayBeBeside(pool)) {
    throw new CannotReadAsOf(
      "This server reads its database through a connection pooler, so it cannot show past days.",
    );
  }
  const client = await poolBeside(pool).connect().catch(refuse);
  let failed = true;
  try {
    const db = databaseOn(oneByOne(client));
    const result = await db.transaction(
      async (transaction) => read(transaction, await fill(client, day, subject, await findClosures(transaction))),
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    failed = false;
    return result;
  } finally {
    // A connection on which something failed may be in any state.
    client.release(failed);
  }
}

/** The SQLSTATE if the user may not create temporary tables. Every user may, unless an administrator has changed that. */
const NOT_ALLOWED = "42501";

function refuse(error: unknown): never {
  if (error instanceof DatabaseError && error.code === NOT_ALLOWED) {
    throw new CannotReadAsOf(
      "The database user of this server may not create temporary tables, so it cannot show past days.",
    );
  }
  throw error;
}

// On globalThis, because Next gives every route a copy of this module, and all of them together must keep to the limit.
const shared: typeof globalThis & { section16Beside?: WeakMap<Pool, Pool> } = globalThis;

/** Connections for this alone, because their tables hide the real ones. */
function poolBeside(pool: Pool): Pool {
  shared.section16Beside ??= new WeakMap();
  const known = shared.section16Beside.get(pool);
  if (known) return known;
  const made = new Pool({
    connectionString: pool.options.connectionString,
    application_name: pool.options.application_name,
    max: PAST_DAYS_AT_ONCE,
    idleTimeoutMillis: KEPT_FOR,
    allowExitOnIdle: true,
    onConnect: hideTables,
  });
  // The pool of the pages reports that a server was lost. Here, the next page connects again.
  made.on("error", () => undefined);
  shared.section16Beside.set(pool, made);
  return made;
}

async function hideTables(client: ClientBase): Promise<void> {
  const tables = SHADOWED.map((table) => {
    const name = getTableName(table);
    return `create temporary table ${name} (like public.${name} including all) on commit delete rows;`;
  });
  await client.query(`begin read write; ${tables.join(" ")} commit`);
}

/** When a filing was known: on the day on which EDGAR accepted it or, if we do not know that, on its filing date. */
const KNOWN_ON = "coalesce((filed_at at time zone 'America/New_York')::date, filing_date)";

const OF_SUBJECT = {
  issuer: "issuer_cik = $1",
  insider: "accession_number in (select accession_number from public.filing_owner where cik = $1)",
} as const;

async function fill(
  client: PoolClient,
  day: string,
  { kind, cik }: AsOfSubject,
  closures: ReadonlySet<string>,
): Promise<AsOfDoubts> {
  // What an insider reports is compared with what others report on the same issuers.
  const { rows } = await client.query<{ issuerCiks: string[]; alone: string[]; undated: number }>(
    `select coalesce(array_agg(distinct issuer_cik) filter (where issuer_cik is not null and ${KNOWN_ON} <= $2), '{}') as "issuerCiks",
       coalesce(array_agg(accession_number) filter (where issuer_cik is null and ${KNOWN_ON} <= $2), '{}') as alone,
       (count(*) filter (where ${KNOWN_ON} is null))::int as undated
     from public.filing where ${OF_SUBJECT[kind]}`,
    [cik, day],
  );
  const { issuerCiks, alone, undated } = rows[0] ?? { issuerCiks: [], alone: [], undated: 0 };
  const { rowCount } = await client.query(
    `insert into pg_temp.filing ${listed(
      filing,
      (columns) => `select ${columns} from public.filing
       where ${KNOWN_ON} <= $1 and (issuer_cik = any($2) or accession_number = any($3)) limit $4`,
    )}`,
    [day, issuerCiks, alone, MOST_FILINGS + 1],
  );
  if ((rowCount ?? 0) > MOST_FILINGS) {
    throw new CannotReadAsOf(
      `Past days can be shown for up to ${MOST_FILINGS.toLocaleString("en-US")} filings, and more than that were filed on ${
        kind === "issuer" ? "this issuer" : "the issuers of this insider"
      } by ${formatDate(day)}.`,
    );
  }
  for (const table of RECORD.slice(1)) {
    const name = getTableName(table);
    await client.query(
      `insert into pg_temp.${name} ${listed(table, (columns) => `select ${columns} from public.${name} where accession_number in (select accession_number from pg_temp.filing)`)}`,
    );
  }
  await client.query(NAMES_AS_OF);
  await client.query("insert into pg_temp.industry select * from public.industry where as_of <= $1", [day]);
  await derive(client, issuerCiks, alone, closures);
  const { rows: later } = await client.query<{ changed: number }>(
    `select count(*)::int as changed from pg_temp.filing where version > 1 and ${OF_SUBJECT[kind]}`,
    [cik],
  );
  return { undated, changed: later[0]?.changed ?? 0 };
}

/** The columns of a table twice: those to fill, and those that a query selects for them. */
function listed(table: PgTable, query: (columns: string) => string): string {
  const columns = columnNames(table)
    .map((name) => `"${name}"`)
    .join(", ");
  return `(${columns}) ${query(columns)}`;
}

/** Names as `db/ingest/names-of.ts` takes them from each filing, the newest first. */
const NAMES_AS_OF = `
  with named as materialized (
    select issuer_cik as cik, left(issuer_name, 300) as name, left(issuer_trading_symbol, 300) as symbol,
      case when ${isDoubted("'/issuer/issuerName'", "'/issuer/issuerTradingSymbol'")} then '0001-01-01Z' else ordered_at end as named_at
    from filing left join paper_reading using (accession_number) where issuer_cik is not null
  ), names as (
    insert into issuer_name (cik, name, trading_symbol, named_at)
    select cik, coalesce(name, ''), coalesce(symbol, ''), max(named_at) from named where named_at > '0002-01-01' group by 1, 2, 3
  ), owners as materialized (
    select cik, left(name, 300) as name,
      case when ${isDoubted("'/reportingOwner/' || (filing_owner.position - 1) || '/reportingOwnerId/rptOwnerName'")}
        then '0001-01-01Z' else ordered_at end as named_at
    from filing join filing_owner using (accession_number) left join paper_reading using (accession_number) where cik is not null
  ), owner_names as (
    insert into owner_name (cik, name, named_at)
    select cik, coalesce(name, ''), max(named_at) from owners where named_at > '0002-01-01' group by 1, 2
  ), issuers as (
    insert into issuer (cik, name, trading_symbol, named_at)
    select distinct on (cik) cik, name, symbol, named_at from named order by cik, named_at desc, name, symbol
  )
  insert into owner (cik, name, named_at)
  select distinct on (cik) cik, name, named_at from owners order by cik, named_at desc, name`;

/** Whether a text of a paper form is unread or uncertain. */
function isDoubted(...pointers: string[]): string {
  const any = `array[${pointers.join(", ")}]`;
  return `(coalesce(filing.unread && ${any}, false) or coalesce(paper_reading.uncertain && ${any}, false))`;
}

async function derive(
  client: PoolClient,
  issuerCiks: readonly string[],
  alone: readonly string[],
  closures: ReadonlySet<string>,
): Promise<void> {
  const ofIssuers = groupBy(await loadIssuerEntries(client, issuerCiks), (entry) => entry.filing.issuer.cik);
  const groups = [...ofIssuers.values(), ...(await loadEntries(client, alone)).map((entry) => [entry])];
  const numbers = groups.flatMap((entries) => entries.map((entry) => entry.filing.accessionNumber));
  for (const rows of deriveGroups(groups, closures)) await rows.copy(client);
  await putListing(client, numbers);
}
