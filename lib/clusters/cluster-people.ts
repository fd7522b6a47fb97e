import type { Cluster, ClusterInsider, TradeOwner } from "./clusters";

/** An insider of a cluster as a list names it: one owner as filed, and how many others file with that owner. */
export type ClusterPerson = { owner: TradeOwner; others: number };

/** The insiders of a cluster in its order. Owners who file together are listed under the one with the lowest CIK. */
export function clusterPeople({ insiders, trades }: Pick<Cluster, "insiders" | "trades">): ClusterPerson[] {
  const names = new Map<string, string | null>();
  for (const { owners } of trades) for (const { cik, name } of owners) if (cik !== null) names.set(cik, name);
  return insiders.map((insider) => ({ owner: ownerOf(insider, names), others: others(insider) }));
}

const ownerOf = ({ owners, names }: ClusterInsider, known: ReadonlyMap<string, string | null>): TradeOwner => {
  const cik = owners.find((owner) => known.has(owner)) ?? owners[0] ?? null;
  return { cik, name: (cik === null ? null : known.get(cik)) ?? names[0] ?? null };
};

const others = ({ owners, names }: ClusterInsider): number => Math.max(owners.length, names.length, 1) - 1;
