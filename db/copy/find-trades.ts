import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { searchFor } from "@/db/copy/found-lines";
import { type GroupKey, NO_GROUP } from "@/db/copy/group-keys";
import { LineList } from "@/db/copy/line-list";
import type { ResolvedFilter } from "@/db/copy/questions";

/** Lines that stand for trades, each trade once in a group, however many lines report it. */
export type FoundTrades = {
  /** The numbers of these lines, some at a time. */
  parts: Int32Array[];
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
  const ofEveryOwner = key.by === "insider";
  const { pairs } = lines;
  const found = new LineList();
  /** A bit for each line, so that a processor has all of them at hand: reports of a trade may be anywhere. */
  const areReports = new Int32Array((lines.length >> 5) + 1);
  let reports = 0;
  for await (const numbers of searchFor(connection, classes, lines, asked, { ofEveryOwner }).find()) {
    let alone = 0;
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      if ((pairs[line] as number) < 0) {
        areReports[line >> 5] = (areReports[line >> 5] as number) | (1 << (line & 31));
        reports++;
      } else if (!ofEveryOwner || !isNamedBefore(lines, line) || key.of(line) === NO_GROUP) numbers[alone++] = line;
    }
    found.add(numbers.subarray(0, alone));
  }
  const isReport = (line: number) => (((areReports[line >> 5] as number) >> (line & 31)) & 1) === 1;
  const { first, fewerRoles } = firstReports(lines, key, isReport, reports);
  found.add(Int32Array.from(first));
  return { parts: found.parts, fewerRoles };
}

/**
 * Of lines that report trades together, the first one of each trade in each group.
 * @param left how many reports there are
 */
function firstReports(lines: CountedLines, key: GroupKey, isReport: (line: number) => boolean, left: number) {
  const first: number[] = [];
  const fewerRoles: FoundTrades["fewerRoles"] = new Map();
  const seen: number[] = [];
  let roles = 0;
  for (let at = 0; left > 0 && at < lines.reports.length; at++) {
    if (lines.areFirst[at] === 1) {
      seen.length = 0;
      roles = 0;
    }
    const line = lines.reports[at] as number;
    if (!isReport(line)) continue;
    left--;
    const group = key.of(line);
    if (group === NO_GROUP) first.push(line);
    else if (key.by === "role") {
      const fewer = group & ~roles;
      roles |= group;
      if (fewer !== 0) first.push(line);
      if (fewer !== group) fewerRoles.set(line, fewer);
    } else if (!seen.includes(group)) {
      seen.push(group);
      first.push(line);
    }
  }
  return { first, fewerRoles };
}

/** Whether an earlier line of the same transaction is of the same owner, or neither owner has a CIK. A filing may name an owner twice. */
function isNamedBefore({ classes, pairs }: CountedLines, line: number): boolean {
  // The lines of other owners come after that of the first one.
  for (let at = line; at > 0 && (classes[at] as number) < 0; at--) if (pairs[at - 1] === pairs[line]) return true;
  return false;
}
