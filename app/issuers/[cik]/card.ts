import { asKnownOn } from "@/app/as-of";
import type { IssuerCardView } from "@/app/issuers/[cik]/card-view";
import { issuerScope, issuerTraders } from "@/components/issuer/issuer-scope";
import type { Card } from "@/lib/cards/card";
import { totalsLeaveOut } from "@/lib/cards/totals-leave-out";
import { transactionRows } from "@/lib/cards/transaction-rows";
import { tradesInWords } from "@/lib/headlines/trades-in-words";
import { matchingRows } from "@/lib/lists/matching-rows";
import { transactionLines } from "@/lib/lists/transaction-lines";
import { plural } from "@/lib/values/counts";

/** The card of an issuer: what its insiders bought and sold, and the newest transactions. */
export function issuerCard({ lead, latest, asOf }: IssuerCardView): Card {
  const { issuer, trades } = lead;
  const lines = transactionLines(
    latest.entries.map((entry) => ({ entry, rows: matchingRows(entry, latest.filter) })),
  ).filter(({ row }) => row.kind === "transaction");
  return {
    eyebrow: [
      "Issuer",
      ...(issuer.tradingSymbol ? [issuer.tradingSymbol] : []),
      plural(issuer.filings, "filing"),
      ...asKnownOn(asOf),
    ],
    headline: lead.name,
    sentence:
      trades === null
        ? null
        : `${issuerScope({ ...lead, span: trades.span })}: ${tradesInWords(trades.sums, issuerTraders(trades))}.${totalsLeaveOut(trades)}`,
    amended: null,
    body: transactionRows(
      lines,
      { label: "Insider", of: ({ entry: { filing } }) => filing.owners[0]?.name ?? null },
      latest.counts.rows.count,
    ),
  };
}
