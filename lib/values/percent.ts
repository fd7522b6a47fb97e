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
