import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import type { FoundTrades } from "@/db/copy/find-trades";
import { type GroupKey, NO_GROUP } from "@/db/copy/group-keys";
import { MOST_TOGETHER, TradeBlock } from "@/db/copy/trade-block";

/**
 * The trades found that are in a group, some at a time. Each block is only valid until the next one is asked for.
 * @param withDays false if days are not asked for
 * @returns how many are in no group
 */
export function* blocksOf(
  lines: CountedLines,
  classes: FacetClasses,
  { parts, fewerRoles }: FoundTrades,
  key: GroupKey,
  withDays = true,
): Generator<TradeBlock, number> {
  const block = new TradeBlock();
  let ungrouped = 0;
  for (const part of parts)
    for (let begin = 0; begin < part.length; begin += MOST_TOGETHER) {
      const numbers = part.subarray(begin, begin + MOST_TOGETHER);
      block.lines.set(numbers);
      block.length = numbers.length;
      fill(block, lines, classes);
      if (withDays) key.fillDays(block);
      key.fillGroups(block);
      if (key.by === "role") takeFewerRoles(block, lines, fewerRoles);
      leaveOutUngrouped(block);
      ungrouped += numbers.length - block.length;
      yield block;
    }
  return ungrouped;
}

function takeFewerRoles({ length, lines, groups }: TradeBlock, { pairs }: CountedLines, fewer: Map<number, number>) {
  // Only a trade that several lines report has fewer.
  for (let at = 0; at < length; at++) {
    const line = lines[at] as number;
    if ((pairs[line] as number) < 0) groups[at] = fewer.get(line) ?? (groups[at] as number);
  }
}

function fill({ length, lines, pairs, summedAs }: TradeBlock, all: CountedLines, classes: FacetClasses) {
  const [pairsOf, classesOf, summed] = [all.pairs, all.classes, classes.summedAs];
  for (let at = 0; at < length; at++) {
    const line = lines[at] as number;
    pairs[at] = Math.abs(pairsOf[line] as number);
    summedAs[at] = summed[Math.abs(classesOf[line] as number)] as number;
  }
}

function leaveOutUngrouped(block: TradeBlock) {
  const { groups } = block;
  let count = block.groups.subarray(0, block.length).indexOf(NO_GROUP);
  if (count < 0) return;
  for (let at = count; at < block.length; at++) {
    if (groups[at] === NO_GROUP) continue;
    for (const column of [block.lines, groups, block.days, block.pairs, block.summedAs])
      column[count] = column[at] as number;
    count++;
  }
  block.length = count;
}
