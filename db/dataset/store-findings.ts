import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import type { PoolClient } from "pg";
import { copyInto } from "@/db/dataset/copy-into";
import { FILING_STATE, NUMBER_LENGTH, type QuarterFilings } from "@/db/dataset/quarter";
import { filingProblem, refusedDocument } from "@/db/schema";
import { databaseOn } from "@/db/server/client";

const COLUMNS = ["accessionNumber", "position", "fileName", "line", "pointer", "message"];

/** Stores the problems of the quarter's filings. @returns how many new filings have a problem. */
export async function storeProblems(client: PoolClient, quarter: QuarterFilings): Promise<number> {
  const known = await knownProblems(client, quarter);
  const problems = quarter.problems
    .filter(({ filing, message }) => !known.get(quarter.numbers[filing] ?? "")?.messages.has(message))
    .sort((a, b) => a.filing - b.filing);
  if (problems.length === 0) return 0;
  const copy = copyInto(client, filingProblem, COLUMNS);
  const { out } = copy;
  let filing = -1;
  let position = 0;
  let withProblems = 0;
  for (const problem of problems) {
    if (problem.filing !== filing) {
      filing = problem.filing;
      position = known.get(quarter.numbers[filing] ?? "")?.last ?? 0;
      if (quarter.state[filing] === FILING_STATE.load) withProblems += 1;
    }
    position += 1;
    out.beginRow(256);
    out.escaped(quarter.numberBytes, filing * NUMBER_LENGTH, (filing + 1) * NUMBER_LENGTH);
    out.tab();
    out.number(position);
    out.tab();
    out.text(`${quarter.fileName}/${problem.member}.tsv`);
    out.tab();
    if (problem.line === null) out.nothing();
    else out.number(problem.line);
    out.tab();
    if (problem.pointer === null) out.nothing();
    else out.text(problem.pointer);
    out.tab();
    out.text(problem.message);
    out.endRow();
    if (copy.isDue) await copy.send();
  }
  await copy.end();
  return withProblems;
}

/**
 * The problems of filings that we already had. Earlier findings from this data set are replaced; those from another copy of it
 * are not repeated.
 */
async function knownProblems(client: PoolClient, quarter: QuarterFilings) {
  const known = new Map<string, { last: number; messages: Set<string> }>();
  const compared = quarter.numbers.filter((_, place) => quarter.state[place] === FILING_STATE.compare);
  if (compared.length === 0) return known;
  await client.query({
    text: "delete from filing_problem where accession_number = any($1::text[]) and starts_with(file_name, $2)",
    values: [compared, `${quarter.fileName}/`],
  });
  const { rows } = await client.query<{ accession_number: string; position: number; message: string }>({
    text: "select accession_number, position, message from filing_problem where accession_number = any($1::text[])",
    values: [compared],
  });
  for (const { accession_number, position, message } of rows) {
    const of = known.get(accession_number) ?? { last: 0, messages: new Set<string>() };
    of.last = Math.max(of.last, position);
    known.set(accession_number, { ...of, messages: of.messages.add(message) });
  }
  return known;
}

const BATCH = 500;

/** Stores the rows that belong to no filing: each content once, however often it comes. */
export async function storeRefusedRows(client: PoolClient, quarter: QuarterFilings) {
  const db = databaseOn(client);
  const rows = new Map(
    quarter.refused.map(({ member, line, message, text }) => {
      const sha256 = createHash("sha256").update(`${member}\t${text}`).digest("hex");
      const fileName = `${quarter.fileName}/${member}.tsv`;
      return [sha256, { sha256, fileName, line, message: `the row is not stored: ${message}`, gzip: gzipSync(text) }];
    }),
  );
  const all = [...rows.values()];
  for (let from = 0; from < all.length; from += BATCH) {
    await db
      .insert(refusedDocument)
      .values(all.slice(from, from + BATCH))
      .onConflictDoUpdate({
        target: refusedDocument.sha256,
        set: { fileName: sql`excluded.file_name`, line: sql`excluded.line`, message: sql`excluded.message` },
      });
  }
}
