import type { ReportedRow } from "@/lib/record/reported-row";
import { type CodeGroup, codeGroup, transactionCode } from "@/lib/record/transaction-codes";
import { formatDate } from "@/lib/values/dates";
import { formatShares } from "@/lib/values/decimals";
import { formatPrice } from "@/lib/values/money";

const VERBS: Record<CodeGroup, { acquired: string; disposed: string }> = {
  purchase: { acquired: "bought", disposed: "reported a purchase, marked as disposed of, of" },
  sale: { acquired: "reported a sale, marked as acquired, of", disposed: "sold" },
  exercise: { acquired: "acquired by exercise or conversion", disposed: "exercised or converted" },
  grant: { acquired: "was granted", disposed: "gave up, under a grant," },
  tax: { acquired: "received back", disposed: "had withheld or returned to the issuer" },
  gift: { acquired: "received as a gift or inheritance", disposed: "gave" },
  other: { acquired: "acquired", disposed: "disposed of" },
};

/** A row in words, without its subject: "sold 7,500 Common Stock at $64.87 on June 10, 2025 (code S)". */
export function describeRow(row: ReportedRow): string {
  const what = row.securityTitle.value ?? "untitled securities";
  if (row.kind === "holding") {
    const held = formatShares(row.sharesOwnedFollowing.value);
    return held === null ? `holds ${what}` : `holds ${held} ${what}`;
  }
  const verb = VERBS[row.transactionCode === null ? "other" : codeGroup(row.transactionCode)];
  const shares = formatShares(row.transactionShares.value);
  const total = formatPrice(row.transactionTotalValue.value);
  const price = formatPrice(row.pricePerShare.value, { asFiled: true });
  const letter = row.acquiredDisposedCode.value;
  return [
    letter === "A"
      ? verb.acquired
      : letter === "D"
        ? verb.disposed
        : "reported a transaction, marked neither acquired nor disposed of, in",
    shares ?? (total === null ? "an unreported amount of" : `${total} of`),
    what,
    price === null ? null : `at ${price}`,
    row.transactionDate.value === null ? null : `on ${formatDate(row.transactionDate.value)}`,
    row.transactionCode === null
      ? "(no code)"
      : `(code ${row.transactionCode}${transactionCode(row.transactionCode) ? "" : ", unknown"})`,
  ]
    .filter((part) => part !== null)
    .join(" ");
}
