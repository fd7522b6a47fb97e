/**
 * The number of insiders in some reports. Owners who file together, or report one trade together, count as one.
 * @param reports the owners of each: those of a filing, and of all other filings that report the same trade
 */
export function countInsiders(reports: readonly (readonly string[])[]): number {
  const leaders = new Map<string, string>();
  const leaderOf = (owner: string): string => {
    let leader = owner;
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next;
    leaders.set(owner, leader);
    return leader;
  };
  for (const [first, ...others] of reports) {
    if (first === undefined) continue;
    leaderOf(first);
    for (const other of others) leaders.set(leaderOf(other), leaderOf(first));
  }
  return new Set([...leaders.keys()].map(leaderOf)).size;
}
