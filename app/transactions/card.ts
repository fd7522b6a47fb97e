import { groupsHeadline } from "@/components/listing/groups-lead";
import { tradesInView, tradesTitle } from "@/components/listing/trades-lead";
import type { Card } from "@/lib/cards/card";
import { totalsLeaveOut } from "@/lib/cards/totals-leave-out";
import { transactionRows } from "@/lib/cards/transaction-rows";
import { matchingRows } from "@/lib/lists/matching-rows";
import { transactionLines } from "@/lib/lists/transaction-lines";
import { issuerLabel } from "@/lib/record/issuer-label";
import { sumsOf } from "@/lib/series/day-sum";
import { formatSummary } from "@/lib/values/money";
import { upperFirst } from "@/lib/values/upper-first";
import type { GroupsView } from "@/lib/views/groups";
import type { TransactionsView } from "@/lib/views/lists";

/** The card of the screener: what was bought and sold under the filter, and the first of its transactions. */
export function transactionsCard(view: TransactionsView): Card {
  const lines = transactionLines(view.page.entries.map((entry) => ({ entry, rows: matchingRows(entry, view.filter) })));
  return {
    eyebrow: ["Screener"],
    headline: tradesTitle(view),
    sentence: tradesInView(view) + totalsLeaveOut({ sums: sumsOf(view.sums ?? []), leftOut: view.leftOut }),
    amended: null,
    body: transactionRows(
      lines,
      {
        label: "Issuer and insider",
        of: ({ entry: { filing } }) =>
          [issuerLabel(filing.issuer), filing.owners[0]?.name].filter(Boolean).join(", ") || null,
      },
      view.counts.rows.count,
    ),
  };
}

/** The card of the screener's groups. Null if there are none to show. */
export function groupsCard({ found, grouping, words }: GroupsView): Card | null {
  if (found === null) return null;
  return {
    eyebrow: ["Screener"],
    headline: groupsHeadline({ found, grouping }),
    sentence: words === "" ? null : `${upperFirst(words)}.`,
    amended: null,
    body:
      found.groups.length === 0
        ? null
        : {
            kind: "rows",
            columns: [
              { label: "Group", width: 560, align: "start" },
              { label: "Bought", width: 236, align: "end" },
              { label: "Sold", width: 236, align: "end" },
            ],
            rows: found.groups.map(({ name, bought, sold }) => ({
              mark: null,
              cells: [name, `bought ${formatSummary(bought) ?? "—"}`, `sold ${formatSummary(sold) ?? "—"}`],
            })),
            inAll: found.count,
          },
  };
}
