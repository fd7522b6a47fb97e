import type { DuckDBConnection } from "@duckdb/node-api";
import { failuresOf, MEETS_ALL } from "@/db/copy/class-masks";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { searchFor } from "@/db/copy/found-lines";
import type { GroupKey } from "@/db/copy/group-keys";
import type { ResolvedFilter } from "@/db/copy/questions";

const FIRST_TRADES = 1 << 12;

/** Lines that stand for trades, each trade once in a group, however many lines report it. */
export class FoundTrades {
  lines = new Int32Array(FIRST_TRADES);
  length = 0;
  /** By place: the roles in which a line counts, if another line of the trade counts in some of its roles. */
  readonly fewerRoles = new Map<number, number>();

  add(line: number) {
    if (this.length === this.lines.length) {
      const more = new Int32Array(this.length * 2);
      more.set(this.lines);
      this.lines = more;
    }
    this.lines[this.length++] = line;
  }
}

/**
 * The trades under a filter, in the order of the copy, and then those that several lines report. A line that is in no group is among
 * them, whether it reports a trade alone or not.
 */
export async function findTrades(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  { by, of }: GroupKey,
): Promise<FoundTrades> {
  const ofEveryOwner = by === "insider";
  const failures = failuresOf(classes, asked.filter);
  const { pairs } = lines;
  const found = new FoundTrades();
  const isReport = new Uint8Array(lines.length);
  let left = 0;
  for await (const numbers of searchFor(connection, lines, asked, { ofEveryOwner }).find())
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      const ofClass = ofEveryOwner ? lines.classOf(line) : (lines.classes[line] as number);
      if (failures[ofClass] !== MEETS_ALL) continue;
      if ((pairs[line] as number) > 0) found.add(line);
      else {
        isReport[line] = 1;
        left++;
      }
    }
  const seen: number[] = [];
  let roles = 0;
  for (let at = 0; left > 0; at++) {
    if (lines.areFirst[at] === 1) {
      seen.length = 0;
      roles = 0;
    }
    const line = lines.reports[at] as number;
    if (isReport[line] !== 1) continue;
    left--;
    const key = of(line);
    if (key === null) found.add(line);
    else if (by === "role") {
      const isFewer = (key & roles) !== 0;
      if (isFewer && (key & ~roles) !== 0) found.fewerRoles.set(found.length, key & ~roles);
      if ((key & ~roles) !== 0) found.add(line);
      roles |= key;
    } else if (!seen.includes(key)) {
      seen.push(key);
      found.add(line);
    }
  }
  return found;
}
