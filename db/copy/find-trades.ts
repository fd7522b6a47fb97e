import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountedLines } from "@/db/copy/counted-lines";
import { type FacetClasses, NOT_SUMMED } from "@/db/copy/facet-classes";
import { searchFor } from "@/db/copy/found-lines";
import { type GroupKey, NO_GROUP } from "@/db/copy/group-keys";
import type { ResolvedFilter } from "@/db/copy/questions";

const FIRST_LINES = 1 << 12;

/** A list of line numbers that grows as they are added. */
class LineList {
  #lines = new Int32Array(FIRST_LINES);
  length = 0;

  add(line: number) {
    if (this.length === this.#lines.length) {
      const more = new Int32Array(this.length * 2);
      more.set(this.#lines);
      this.#lines = more;
    }
    this.#lines[this.length++] = line;
  }

  get lines(): Int32Array {
    return this.#lines.subarray(0, this.length);
  }
}

/** Lines that stand for trades, each trade once in a group, however many lines report it. */
export type FoundTrades = {
  /** Those that sums of purchases or sales count, or leave out. */
  summed: Int32Array;
  others: Int32Array;
  /** By line: the roles in which it counts, if another line of the trade counts in some of its roles. */
  fewerRoles: Map<number, number>;
};

/** The trades under a filter. A line that is in no group is among them, whether it reports a trade alone or not. */
export async function findTrades(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  { by, of }: GroupKey,
): Promise<FoundTrades> {
  const ofEveryOwner = by === "insider";
  const { pairs } = lines;
  const { summedAs } = classes;
  const [summed, others] = [new LineList(), new LineList()];
  const fewerRoles = new Map<number, number>();
  const isReport = new Uint8Array(lines.length);
  let left = 0;
  for await (const numbers of searchFor(connection, classes, lines, asked, { ofEveryOwner }).find())
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      if ((pairs[line] as number) < 0) {
        isReport[line] = 1;
        left++;
      } else if (ofEveryOwner && isNamedBefore(lines, line) && of(line) !== NO_GROUP) continue;
      else if (summedAs[lines.classOf(line)] === NOT_SUMMED) others.add(line);
      else summed.add(line);
    }
  const add = (line: number) => (summedAs[lines.classOf(line)] === NOT_SUMMED ? others : summed).add(line);
  const seen: number[] = [];
  let roles = 0;
  for (let at = 0; left > 0 && at < lines.reports.length; at++) {
    if (lines.areFirst[at] === 1) {
      seen.length = 0;
      roles = 0;
    }
    const line = lines.reports[at] as number;
    if (isReport[line] !== 1) continue;
    left--;
    const key = of(line);
    if (key === NO_GROUP) add(line);
    else if (by === "role") {
      const fewer = key & ~roles;
      roles |= key;
      if (fewer !== 0) add(line);
      if (fewer !== key) fewerRoles.set(line, fewer);
    } else if (!seen.includes(key)) {
      seen.push(key);
      add(line);
    }
  }
  return { summed: summed.lines, others: others.lines, fewerRoles };
}

/** Whether an earlier line of the same transaction is of the same owner, or neither owner has a CIK. A filing may name an owner twice. */
function isNamedBefore({ classes, pairs }: CountedLines, line: number): boolean {
  // The lines of other owners come after that of the first one.
  for (let at = line; at > 0 && (classes[at] as number) < 0; at--) if (pairs[at - 1] === pairs[line]) return true;
  return false;
}
