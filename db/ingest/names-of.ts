import type { FilingContent } from "@/db/ingest/insert-filing";
import type { FilingRecord } from "@/lib/edgar/filing-record";

/**
 * Who is known under which names, as one filing says: the newest filing's name will stand, every name ever filed is found.
 * Owners by CIK, so that every ingest locks them in one order and none waits for another in a ring.
 */
export function namesOf({ filing, owners }: FilingRecord, namedAt: Date): FilingContent["names"] {
  const { issuerCik, issuerName: name, issuerTradingSymbol: tradingSymbol } = filing;
  const byCik = new Map(owners.flatMap((o) => (o.cik === null ? [] : [[o.cik, o.name] as const])));
  const inOrder = [...byCik].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    issuer: issuerCik === null ? [] : [{ cik: issuerCik, name, tradingSymbol, namedAt }],
    issuerNames:
      issuerCik === null ? [] : [{ cik: issuerCik, name: name ?? "", tradingSymbol: tradingSymbol ?? "", namedAt }],
    owners: inOrder.map(([cik, ownerName]) => ({ cik, name: ownerName, namedAt })),
    ownerNames: inOrder.map(([cik, ownerName]) => ({ cik, name: ownerName ?? "", namedAt })),
  };
}
