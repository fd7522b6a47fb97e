import { getTableColumns } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import type { PgColumn } from "drizzle-orm/pg-core";
import { comparable, TRADED_ON } from "@/db/queries/sorted-filings";
import { listing } from "@/db/schema";

/** A column of the copy: its type in DuckDB, and how PostgreSQL gives its value. */
type CopiedColumn = { name: string; type: string; read: string };

const casing = new CasingCache("snake_case");

/** Cut, so that sums stay exact. */
const amount = (of: string) => `case when ${of} is not null then ${comparable(of)} end`;
const AMOUNT = "decimal(38,8)";

/** The first one whose beginning is that of the type in PostgreSQL. */
const TYPES: readonly (readonly [of: string, type: string, read: (name: string) => string])[] = [
  ["text", "varchar", (name) => name],
  ["numeric", AMOUNT, amount],
  ["date", "date", (name) => name],
  ["boolean", "boolean", (name) => name],
  ["smallint", "smallint", (name) => name],
  ["integer", "integer", (name) => name],
  ["bigint", "bigint", (name) => name],
  ["timestamp", "timestamp", (name) => `${name} at time zone 'UTC'`],
];

/** Columns that the copy has in another form, or not at all. */
const INSTEAD: Partial<Record<keyof typeof listing.$inferSelect, CopiedColumn | null>> = {
  // The 18 digits of the number. Numbers of ours become negative ones.
  accessionNumber: {
    name: "filing",
    type: "bigint",
    read: `case when accession_number ~ '^\\d{10}-\\d{2}-\\d{6}$' then replace(accession_number, '-', '')::bigint
      else -1 - (hashtextextended(accession_number, 0) & 9223372036854775806) end`,
  },
  issuerCik: { name: "issuer_cik", type: "bigint", read: "issuer_cik::bigint" },
  ownerCik: { name: "owner_cik", type: "bigint", read: "owner_cik::bigint" },
  event: { name: "event", type: "bigint", read: "hashtextextended(event, 0)" },
};

/** The number of an industry that is not known. All others have two digits. */
export const UNKNOWN_INDUSTRY = 100;

/**
 * What the copy has besides: whether a row counts for all that report its trade, whether sums of purchases or of sales count it, its
 * value in them, the day that it is sorted by, and the SIC code of its issuer, with its first two digits as a number.
 */
const MORE: readonly CopiedColumn[] = [
  {
    name: "leads_event",
    type: "boolean",
    read: "coalesce(event = accession_number || '#' || table_number || '-' || line, true)",
  },
  {
    name: "counted_as",
    type: "varchar",
    read: "case when table_number = 'I' and apart is null and not is_implausible and code in ('P', 'S') then code end",
  },
  { name: "traded_value", type: AMOUNT, read: amount("shares * price") },
  { name: "traded_on", type: "date", read: TRADED_ON },
  // Numbers of ours cannot be read from the number in the copy.
  {
    name: "own_number",
    type: "varchar",
    read: "case when accession_number !~ '^\\d{10}-\\d{2}-\\d{6}$' then accession_number end",
  },
  { name: "sic", type: "varchar", read: "issuer_industry.sic" },
  {
    name: "industry",
    type: "smallint",
    read: `coalesce(left(issuer_industry.sic, 2)::smallint, ${UNKNOWN_INDUSTRY})`,
  },
];

function copied([key, column]: [string, PgColumn]): CopiedColumn[] {
  const instead = INSTEAD[key as keyof typeof INSTEAD];
  if (instead !== undefined) return instead === null ? [] : [instead];
  const name = casing.getColumnCasing(column);
  const found = TYPES.find(([of]) => column.getSQLType().startsWith(of));
  if (!found) throw new Error(`The copy has no type for ${name}, which is ${column.getSQLType()}.`);
  const [, type, read] = found;
  return [{ name, type, read: read(name) }];
}

/** The columns of `listing`, so that a new one is copied too. */
export const COPIED: readonly CopiedColumn[] = [
  ...Object.entries(getTableColumns(listing)).flatMap((entry) => copied(entry as [string, PgColumn])),
  ...MORE,
];

/**
 * All columns that filters with choices ask for. They have few values, so that each line has a class instead: the number of its
 * combination.
 */
export const CLASS_COLUMNS = [
  "kind",
  "table_number",
  "side",
  "is_indirect",
  "position",
  "label",
  "is_first",
  "is_first_in_two_years",
  "pattern",
  "cites_facts",
  "is_late",
  "roles",
  "is_joint",
  "is_amended",
  "counted_as",
];

const PAIR_COLUMNS = ["issuer_cik", "owner_cik"];

/** How lines are sorted when the copy is filled: those of a filing are next to each other. */
const IN_ORDER = "ordered_at, filing, table_number, line, owner_position";

/** Tables of what lines have in common. Each line has the number of its row, from 1. */
const NUMBERED = { class: CLASS_COLUMNS, pair: PAIR_COLUMNS };
export const NUMBERED_TABLES = Object.keys(NUMBERED) as (keyof typeof NUMBERED)[];

const isSame = (table: keyof typeof NUMBERED) =>
  NUMBERED[table].map((name) => `${table}.${name} is not distinct from i.${name}`).join(" and ");

/** The rows of a table that the incoming lines need, and it does not have yet. */
export const newRows = (table: keyof typeof NUMBERED, exists: boolean) =>
  `select (${exists ? `(select coalesce(max(${table}), 0) from ${table}) + ` : ""}row_number() over ())::integer as ${table}, *
    from (select distinct ${NUMBERED[table].join(", ")} from incoming i
      ${exists ? `where not exists (select 1 from ${table} where ${isSame(table)})` : ""}) as found`;

/** The incoming lines in order, numbered from one on. */
export const numberedLines = (first: number) =>
  `select (row_number() over () - 1 + ${first})::integer as n, * from (
    select i.*, ${NUMBERED_TABLES.map((table) => `${table}.${table}`).join(", ")} from incoming i
    ${NUMBERED_TABLES.map((table) => `join ${table} on ${isSame(table)}`).join(" ")} order by ${IN_ORDER}) as lines`;

/** The lines as PostgreSQL gives them, without those of filings that no list has. */
export const readListingLines = (condition: string): string =>
  `select ${COPIED.map(({ name, read }) => `${read} as ${name}`).join(", ")} from listing
    left join (select cik, code as sic from industry) as issuer_industry on issuer_industry.cik = issuer_cik
    where ${condition}`;

/** Changes when a copy that was made before must be made again. */
export const SHAPE = JSON.stringify([COPIED, NUMBERED, IN_ORDER, "filled_at", "n"]);
