/** Few enough trades that all their numbers stay in the processor's cache. */
export const MOST_TOGETHER = 1 << 12;

/**
 * Some trades that are in groups, with a column for each number that sums and counts need. Several short loops over columns take a third
 * of the time of one loop that does everything for each trade.
 */
export class TradeBlock {
  length = 0;
  readonly lines = new Int32Array(MOST_TOGETHER);
  /** As `GroupKey.fillGroups` says. Code that adds them up may replace them with places. */
  readonly groups = new Int32Array(MOST_TOGETHER);
  /** `NO_DAY` where a day is not known. */
  readonly days = new Int32Array(MOST_TOGETHER);
  readonly pairs = new Int32Array(MOST_TOGETHER);
  readonly summedAs = new Uint8Array(MOST_TOGETHER);
  /** For places in the columns, while one of them is filled or added up. */
  readonly rare = new Int32Array(MOST_TOGETHER);
}
