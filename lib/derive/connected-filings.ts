import type { FilingEntry } from "@/lib/record/filing";

/**
 * Groups filings on one issuer that share an owner, directly or through other filings. Only events reach beyond such a group.
 * A filing whose issuer is unknown, or whose owners are all unknown, is alone.
 */
export function connectedFilings<Entry extends Pick<FilingEntry, "filing">>(entries: readonly Entry[]): Entry[][] {
  const leaders = new Map<string, string>();
  const leaderOf = (key: string): string => {
    const next = leaders.get(key);
    if (next === undefined || next === key) return key;
    const leader = leaderOf(next);
    leaders.set(key, leader);
    return leader;
  };
  const seats = entries.map(({ filing }) => seatsOf(filing));
  for (const [first, ...others] of seats) {
    for (const other of others) leaders.set(leaderOf(other), leaderOf(first ?? other));
  }
  const found = new Map<string, Entry[]>();
  entries.forEach((entry, index) => {
    const leader = leaderOf(seats[index]?.[0] ?? "");
    const group = found.get(leader);
    if (group) group.push(entry);
    else found.set(leader, [entry]);
  });
  return [...found.values()];
}

/** Each owner at the issuer; if either is unknown, the filing itself. */
function seatsOf({ issuer, owners, accessionNumber }: FilingEntry["filing"]): string[] {
  const ciks = owners.flatMap(({ cik }) => cik ?? []);
  return issuer.cik === null || ciks.length === 0 ? [accessionNumber] : ciks.map((cik) => `${issuer.cik} ${cik}`);
}
