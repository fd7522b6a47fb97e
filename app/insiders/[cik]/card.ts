import { asKnownOn } from "@/app/as-of";
import { insiderScope } from "@/components/insider/insider-scope";
import type { Card } from "@/lib/cards/card";
import { totalsLeaveOut } from "@/lib/cards/totals-leave-out";
import { transactionRows } from "@/lib/cards/transaction-rows";
import { tradesInWords } from "@/lib/headlines/trades-in-words";
import { shortIssuerName } from "@/lib/names/names";
import { plural } from "@/lib/values/counts";
import type { InsiderView } from "@/lib/views/insider";

/** The card of an insider: what he or she bought and sold in this view, and the newest of its transactions. */
export function insiderCard({ lead, transactions, asOf }: InsiderView): Card {
  const listed = transactionRows(
    transactions.lines,
    lead.issuers.length === 1
      ? { label: "Security", of: ({ row }) => row.securityTitle.value }
      : { label: "Issuer", of: ({ entry: { filing } }) => filing.issuer.name && shortIssuerName(filing.issuer.name) },
    transactions.count.count,
  );
  return {
    eyebrow: ["Insider", `CIK ${lead.insider.cik}`, plural(lead.insider.filings, "filing"), ...asKnownOn(asOf)],
    headline: lead.name,
    sentence: `${insiderScope(lead)}: ${tradesInWords(lead.sums)}.${totalsLeaveOut(lead)}`,
    amended: null,
    body: listed,
  };
}
