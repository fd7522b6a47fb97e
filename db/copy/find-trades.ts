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
  key: GroupKey,
): Promise<FoundTrades> {
  const { by } = key;
  const ofEveryOwner = by === "insider";
  const { pairs } = lines;
  const { summedAs } = classes;
  const [summed, others] = [new LineList(), new LineList()];
  const fewerRoles = new Map<number, number>();
  /** A bit for each line, so that a processor has all of them at hand: reports of a trade may be anywhere. */
  const areReports = new Int32Array((lines.length >> 5) + 1);
  let left = 0;
  for await (const numbers of searchFor(connection, classes, lines, asked, { ofEveryOwner }).find())
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      if ((pairs[line] as number) < 0) {
        areReports[line >> 5] = (areReports[line >> 5] as number) | (1 << (line & 31));
        left++;
      } else if (ofEveryOwner && isNamedBefore(lines, line) && key.of(line) !== NO_GROUP) continue;
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
    if ((((areReports[line >> 5] as number) >> (line & 31)) & 1) === 0) continue;
    left--;
    const group = key.of(line);
    if (group === NO_GROUP) add(line);
    else if (by === "role") {
      const fewer = group & ~roles;
      roles |= group;
      if (fewer !== 0) add(line);
      if (fewer !== group) fewerRoles.set(line, fewer);
    } else if (!seen.includes(group)) {
      seen.push(group);
      add(line);
    }
  }
  return { summed: summed.lines, others: others.lines, fewerRoles };
}

/** The roles in which a line counts, as bits, or `NO_GROUP`. */
export function rolesOf(line: number, { pairs }: CountedLines, { fewerRoles }: FoundTrades, key: GroupKey): number {
  // Only a trade that several lines report has fewer.
  const fewer = (pairs[line] as number) < 0 ? fewerRoles.get(line) : undefined;
  return fewer ?? key.of(line);
}

/** Whether an earlier line of the same transaction is of the same owner, or neither owner has a CIK. A filing may name an owner twice. */
function isNamedBefore({ classes, pairs }: CountedLines, line: number): boolean {
  // The lines of other owners come after that of the first one.
  for (let at = line; at > 0 && (classes[at] as number) < 0; at--) if (pairs[at - 1] === pairs[line]) return true;
  return false;
}
