import type Big from "big.js";
import { parseDecimal } from "./decimal";
import { formatDecimal } from "./decimals";

/** One decimal under 100, none from 100. */
const digits = (percent: Big): string => formatDecimal(percent, percent.round(1).abs().lt(100) ? 1 : 0);

const signed = (percent: Big): string => (percent.gt(0) ? `+${digits(percent)}%` : `${digits(percent)}%`);

/** The change from one balance to the next: "+15.8%", "−100%", "new" from zero; `null` if it is unknown. */
export const formatPercentChange = (before: string | null, after: string | null): string | null => {
  const from = parseDecimal(before);
  const to = parseDecimal(after);
  if (!from || !to || from.lt(0)) return null;
  if (from.eq(0)) return to.eq(0) ? null : "new";
  return signed(to.minus(from).div(from).times(100));
};

/**
 * A transaction as a share of the holding before it, which is the reported balance minus shares acquired or plus shares disposed
 * of. `null` if a part is not reported or the balance contradicts the row.
 */
export const formatHoldingChange = (row: {
  shares: string | null;
  acquiredDisposedCode: string | null;
  sharesOwnedFollowing: string | null;
}): string | null => {
  const shares = parseDecimal(row.shares);
  const after = parseDecimal(row.sharesOwnedFollowing);
  if (!shares || !after) return null;
  if (row.acquiredDisposedCode === "A") return formatPercentChange(after.minus(shares).toFixed(), after.toFixed());
  if (row.acquiredDisposedCode === "D") return formatPercentChange(after.plus(shares).toFixed(), after.toFixed());
  return null;
};

/** A part of a whole in sentences: "64%". Only the whole is 100%, and only nothing is 0%. */
export const formatPart = (part: string | null, whole: string | null): string | null => {
  const some = parseDecimal(part);
  const all = parseDecimal(whole);
  if (!some || !all || all.lte(0)) return null;
  const percent = some.div(all).times(100);
  const round = percent.round(0);
  if (round.eq(0) && !percent.eq(0)) return "under 1%";
  if (round.eq(100) && percent.lt(100)) return "over 99%";
  return `${formatDecimal(round)}%`;
};
