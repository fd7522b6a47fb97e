import type { GapReason } from "@/lib/record/balance-check";
import { rowKey } from "@/lib/record/row-in-filing";
import { type Gap, type GapWindow, gapWindow } from "./gap";
import { securityName } from "./holding-line";

/** Fewer shares may differ by rounding and chance. */
const LEAST_SHARES = 10;

type Side = { gap: Gap; window: GapWindow };

/**
 * Gaps of connected filings that explain each other: what is missing on one line is surplus on another of the same security,
 * between the same days, and nowhere else. By row key.
 */
export function lineTransfers(gaps: readonly Gap[]): ReadonlyMap<string, GapReason> {
  const groups = new Map<string, { more: Side[]; less: Side[] }>();
  for (const gap of gaps) {
    const window = gapWindow(gap);
    if (window === null || gap.difference.abs().lt(LEAST_SHARES)) continue;
    const { issuerCik, row } = gap.source;
    const security = securityName(row.securityTitle.value);
    const key = [issuerCik ?? "", row.tableNumber, security, gap.difference.abs().toFixed()].join("|");
    const group = groups.get(key) ?? { more: [], less: [] };
    groups.set(key, group);
    (gap.difference.gt(0) ? group.more : group.less).push({ gap, window });
  }
  const reasons = new Map<string, GapReason>();
  for (const { more, less } of groups.values()) {
    for (const side of more) {
      const other = onlyMatch(side, less);
      if (!other || onlyMatch(other, more) !== side) continue;
      const [one, two] = [rowKey(side.gap.source), rowKey(other.gap.source)];
      reasons.set(one, { kind: "transfer", words: null, from: two });
      reasons.set(two, { kind: "transfer", words: null, from: one });
    }
  }
  return reasons;
}

/** The other side of a transfer, if there is exactly one. */
function onlyMatch(side: Side, others: readonly Side[]): Side | null {
  let found: Side | null = null;
  for (const other of others) {
    if (!mayBeOne(side, other)) continue;
    if (found) return null;
    found = other;
  }
  return found;
}

const mayBeOne = (a: Side, b: Side): boolean =>
  a.gap.line !== b.gap.line && a.window.after <= b.window.until && b.window.after <= a.window.until;
