import Big from "big.js";
import type { Split } from "./splits";

/** "4-for-1 split", "1-for-10 reverse split". */
export function splitName({ ratio }: Pick<Split, "ratio">): string {
  const isReverse = new Big(ratio.new).lt(ratio.old);
  return `${ratio.new}-for-${ratio.old} ${isReverse ? "reverse split" : "split"}`;
}
