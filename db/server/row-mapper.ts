import { Column, getTableName, is, SQL, Subquery } from "drizzle-orm";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase, SelectedFieldsOrdered } from "drizzle-orm/pg-core";
import type * as schema from "@/db/schema";

/** By the name of a joined table, whether it has a row for every row: drizzle knows this from the kinds of joins. */
type JoinedTables = Readonly<Record<string, boolean>>;

type Value = { key: string; at: number; decode: ((value: unknown) => unknown) | null };
/** An object in a row, and the column with which it is null if its table has no row; -1 if it never is. */
type Part = { key: string; members: Member[]; absentAt: number };
type Member = Value | Part;

type Row = Record<string, unknown>;

/**
 * Reads rows as drizzle does, but finds out only once for each statement what its columns are. Drizzle does so for every value, which
 * took a sixth of the time of a page with thousands of rows, and has no setting for it. We pass this where its relational queries pass
 * a mapper of their own.
 */
function rowMapper(fields: SelectedFieldsOrdered, joined: JoinedTables | undefined): (row: readonly unknown[]) => Row {
  const whole: Member[] = [];
  for (const [at, { path, field }] of fields.entries()) {
    let members = whole;
    for (const key of path.slice(0, -1)) members = partIn(members, key).members;
    members.push({ key: path.at(-1) ?? "", at, decode: decoderOf(field) });
  }
  for (const member of whole) if (joined && "members" in member) member.absentAt = absentAt(fields, member.key, joined);
  return (row) => read(whole, row);
}

function partIn(members: Member[], key: string): Part {
  for (const member of members) if ("members" in member && member.key === key) return member;
  const part: Part = { key, members: [], absentAt: -1 };
  members.push(part);
  return part;
}

function read(members: readonly Member[], row: readonly unknown[]): Row {
  const found: Row = {};
  for (const member of members) {
    if ("members" in member) {
      const isAbsent = member.absentAt >= 0 && row[member.absentAt] === null;
      found[member.key] = isAbsent ? null : read(member.members, row);
    } else {
      const value = row[member.at];
      found[member.key] = value === null || member.decode === null ? value : member.decode(value);
    }
  }
  return found;
}

type Field = SelectedFieldsOrdered[number]["field"];

/** Null for a column whose values stay as they are. */
function decoderOf(field: Field): Value["decode"] {
  const sql = is(field, Subquery) ? field._.sql : is(field, SQL.Aliased) ? field.sql : field;
  // Drizzle's types leave it out.
  const decoder: Column = is(sql, Column) ? sql : Reflect.get(sql, "decoder");
  if (decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue) return null;
  return (value) => decoder.mapFromDriverValue(value);
}

/** The first column of an object that is null together with it, because all its columns are of one table that may have no row. */
function absentAt(fields: SelectedFieldsOrdered, key: string, joined: JoinedTables): number {
  const columns = fields.flatMap(({ path, field }, at) =>
    path.length === 2 && path[0] === key && is(field, Column) ? { at, table: getTableName(field.table) } : [],
  );
  const [first] = columns;
  const isOneTable = columns.every(({ table }) => table === first?.table);
  return first && isOneTable && !joined[first.table] ? first.at : -1;
}

/** Makes a database read its rows in this way. In drizzle's own transactions, drizzle reads them. */
export function withRowMapper<D extends PgDatabase<NodePgQueryResultHKT, typeof schema>>(db: D): D {
  const { session } = db._;
  const prepareQuery: typeof session.prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = ((query, fields, name, isInArrays, mapper, ...others) => {
    if (!fields || mapper) return prepareQuery(query, fields, name, isInArrays, mapper, ...others);
    let map: ReturnType<typeof rowMapper> | null = null;
    const statement = prepareQuery(query, fields, name, isInArrays, readRows, ...others);
    function readRows(rows: unknown[][]) {
      // Drizzle sets it after it has made the statement.
      map ??= rowMapper(fields ?? [], Reflect.get(statement, "joinsNotNullableMap"));
      return rows.map(map);
    }
    return statement;
  }) as typeof session.prepareQuery;
  return db;
}
