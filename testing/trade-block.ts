import { NOT_SUMMED } from "@/db/copy/facet-classes";
import { NO_DAY } from "@/db/copy/group-keys";
import { TradeBlock } from "@/db/copy/trade-block";

type Trade = { group?: number; line?: number; day?: number; pair?: number; summedAs?: number };

/** A block of a few trades. */
export function blockOf(...trades: Trade[]): TradeBlock {
  const block = new TradeBlock();
  block.length = trades.length;
  for (const [at, { group = 0, line = 0, day = NO_DAY, pair = 0, summedAs = NOT_SUMMED }] of trades.entries()) {
    block.groups[at] = group;
    block.lines[at] = line;
    block.days[at] = day;
    block.pairs[at] = pair;
    block.summedAs[at] = summedAs;
  }
  return block;
}
