import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "drizzle-orm";
import type { CountedLines } from "@/db/copy/counted-lines";
import { rowsOf } from "@/db/copy/duck";
import { linesAt } from "@/db/copy/lines-at";
import { parseAccessionNumber } from "@/lib/record/accession-number";

/** The number as a filing has it, or one of ours, which the copy has as it is. */
export const accessionNumberOf = (number: string): string =>
  parseAccessionNumber(number.startsWith("local-") ? number : number.padStart(18, "0")) ?? number;

/** The accession numbers of the filings of some lines, in the order of the lines. */
export async function accessionNumbersOf(
  connection: DuckDBConnection,
  lines: CountedLines,
  ofLines: readonly number[],
): Promise<string[]> {
  // A number of ours is negative here, and text in the file.
  const isOurs = (line: number) => lines.accessionOf(line) < 0n;
  const ours = ofLines.filter(isOurs);
  const read =
    ours.length === 0 ? [] : await rowsOf<Ours>(connection, linesAt(sql`n, own_number`, Int32Array.from(ours)));
  const numbers = new Map(read.map(({ n, own_number }) => [Number(n), own_number]));
  return ofLines.map((line) => numbers.get(line) ?? accessionNumberOf(String(lines.accessionOf(line))));
}

type Ours = { n: string | number; own_number: string };
