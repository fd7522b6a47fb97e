import { type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";

/**
 * A statement that is built once for each database. `build` names it with drizzle's `prepare`, so that each connection plans it
 * once: planning a join of several tables takes longer than running it for one filing.
 */
export function prepared<Statement>(build: (db: Db) => Statement): (db: Db) => Statement {
  const built = new WeakMap<Db, Statement>();
  return (db) => {
    const statement = built.get(db) ?? build(db);
    built.set(db, statement);
    return statement;
  };
}

/** The name of a statement that is built once but planned each time, because the best plan depends on its values. */
export const PLANNED_EACH_TIME = "";

/** Whether a value is in an array that is passed when the statement runs. The array is one parameter, so the statement stays the same. */
export const isOneOf = (value: SQLWrapper, name: string): SQL =>
  sql`${value} = any(${sql.placeholder(name) as Placeholder})`;

/** How many values PostgreSQL expects in an array that it does not know yet. */
const EXPECTED = 10;

/**
 * An array for `isOneOf`, in which the last value is repeated if there are few. Given fewer values than it expects, PostgreSQL always
 * takes a plan for just these to be cheaper, and so plans the statement each time: that took 6 ms for what is derived from one filing.
 */
export const paddedArray = <T>(values: readonly T[]): T[] => [
  ...values,
  ...Array.from({ length: EXPECTED - values.length }, () => values.at(-1) as T),
];
