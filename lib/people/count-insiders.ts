/** The owners of a filing, and of all other filings that report the same trade. */
type Report = { filing: { owners: readonly string[] }; derived: { event: { owners: readonly string[] } | null } };

/** The number of insiders in some rows. Owners who file together, or report one trade together, count as one. */
export function countInsiders(rows: readonly Report[]): number {
  const leaders = new Map<string, string>();
  const leaderOf = (owner: string): string => {
    let leader = owner;
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next;
    leaders.set(owner, leader);
    return leader;
  };
  for (const { filing, derived } of rows) {
    const [first, ...others] = [...filing.owners, ...(derived.event?.owners ?? [])];
    if (first === undefined) continue;
    leaderOf(first);
    for (const other of others) leaders.set(leaderOf(other), leaderOf(first));
  }
  return new Set([...leaders.keys()].map(leaderOf)).size;
}
