import type { FilingContent } from "@/db/ingest/insert-filing";
import type { IncomingPaper } from "@/db/ingest/read-incoming";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import { withinNameLimit } from "@/lib/values/text-limit";

/** Older than every filing: a name from then is shown only if there is no other. */
const BEFORE_ALL = new Date("0001-01-01T00:00:00Z");

/**
 * The names of the issuer and the owners in one filing. The newest filing's name is shown, and every name ever filed can be
 * found. Owners are sorted by CIK, so that every ingest locks them in one order and none can deadlock. A name or
 * symbol on paper that is unread or uncertain replaces no other, and nobody is found by it.
 */
export function namesOf(
  { filing, owners }: FilingRecord,
  namedAt: Date,
  paper: IncomingPaper | null = null,
): FilingContent["names"] {
  const doubted = new Set([...(paper?.unread ?? []), ...(paper?.reading.uncertain ?? [])]);
  const listed = (text: string | null) => (text === null ? null : withinNameLimit(text));
  const { issuerCik } = filing;
  const [name, tradingSymbol] = [listed(filing.issuerName), listed(filing.issuerTradingSymbol)];
  const isDoubted = doubted.has("/issuer/issuerName") || doubted.has("/issuer/issuerTradingSymbol");
  const byCik = new Map(
    owners.flatMap(({ cik, name }, index) =>
      cik === null
        ? []
        : [
            [
              cik,
              { name: listed(name), isDoubted: doubted.has(`/reportingOwner/${index}/reportingOwnerId/rptOwnerName`) },
            ] as const,
          ],
    ),
  );
  const inOrder = [...byCik].sort(([a], [b]) => (a < b ? -1 : 1));
  const at = (isDoubted: boolean) => (isDoubted ? BEFORE_ALL : namedAt);
  return {
    issuer: issuerCik === null ? [] : [{ cik: issuerCik, name, tradingSymbol, namedAt: at(isDoubted) }],
    issuerNames:
      issuerCik === null || isDoubted
        ? []
        : [{ cik: issuerCik, name: name ?? "", tradingSymbol: tradingSymbol ?? "", namedAt }],
    owners: inOrder.map(([cik, { name, isDoubted }]) => ({ cik, name, namedAt: at(isDoubted) })),
    ownerNames: inOrder.flatMap(([cik, { name, isDoubted }]) =>
      isDoubted ? [] : [{ cik, name: name ?? "", namedAt }],
    ),
  };
}
