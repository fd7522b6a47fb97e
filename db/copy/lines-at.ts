import { type SQL, sql } from "drizzle-orm";

/** Lines that are so near to each other, or so many, are read together. */
const NEAR = 200_000;
const MANY = 300;

/**
 * Some columns of lines by number. For a list of numbers, DuckDB reads the columns of all lines between them, which takes 0.2 seconds. For
 * one number it does not, but each takes half a millisecond.
 */
export function linesAt(columns: SQL, lines: Int32Array): SQL {
  // Not by `Math.min`, because a function takes fewer arguments than there may be lines.
  const sorted = lines.toSorted();
  const [least = 0, most = 0] = [sorted.at(0), sorted.at(-1)];
  const from = (isAsked: string) => sql`select ${columns} from listing where ${sql.raw(isAsked)}`;
  if (lines.length === 0) return from("false");
  if (most - least < NEAR || lines.length > MANY)
    return from(`n between ${least} and ${most} and n in (${lines.join(", ")})`);
  return sql.join(
    [...lines].map((line) => from(`n = ${line}`)),
    sql` union all `,
  );
}
