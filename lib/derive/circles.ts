import type { FilingEntry } from "@/lib/record/filing";

/**
 * Filings by circle: those on one issuer that share an owner, directly or through each other. Nothing but events reaches
 * beyond a circle. A filing whose issuer is not known, or none of whose owners is, stands alone.
 */
export function circles<Entry extends Pick<FilingEntry, "filing">>(entries: readonly Entry[]): Entry[][] {
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
    const circle = found.get(leader);
    if (circle) circle.push(entry);
    else found.set(leader, [entry]);
  });
  return [...found.values()];
}

/** Each owner at the issuer; where either is not known, the filing itself. */
function seatsOf({ issuer, owners, accessionNumber }: FilingEntry["filing"]): string[] {
  const ciks = owners.flatMap(({ cik }) => cik ?? []);
  return issuer.cik === null || ciks.length === 0 ? [accessionNumber] : ciks.map((cik) => `${issuer.cik} ${cik}`);
}
