import Big from "big.js";
import type { NoteFacts, TradeReading } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { isUnderwritten } from "@/lib/record/row-in-filing";
import { type CodeGroup, codeGroup, transactionCode } from "@/lib/record/transaction-codes";
import { formatDate } from "@/lib/values/dates";
import { parseDecimal } from "@/lib/values/decimal";
import { formatShares } from "@/lib/values/decimals";
import { formatPrice } from "@/lib/values/money";
import { describeTransfer } from "./describe-transfer";
import { isGrant } from "./headline-verbs";
import { heldInWords } from "./holders-in-words";
import { countedSecurity } from "./security-words";
import { statedMovement } from "./stated-movement";

const VERBS: Record<CodeGroup, { acquired: string; disposed: string }> = {
  purchase: { acquired: "bought", disposed: "reported a purchase, marked as disposed of, of" },
  sale: { acquired: "reported a sale, marked as acquired, of", disposed: "sold" },
  exercise: { acquired: "acquired by exercise or conversion", disposed: "exercised or converted" },
  grant: { acquired: "was granted", disposed: "gave up, under a grant," },
  tax: { acquired: "received back", disposed: "had withheld or returned to the issuer" },
  gift: { acquired: "received as a gift or inheritance", disposed: "gave" },
  other: { acquired: "acquired", disposed: "disposed of" },
};

const SURRENDER = {
  redeemed: { acquired: "acquired", disposed: "surrendered for redemption" },
  forfeited: { acquired: "acquired", disposed: "forfeited" },
};
const DISTRIBUTION = { acquired: "received in a distribution", disposed: "distributed" };
const TRANSFER = { acquired: "received by transfer", disposed: "transferred" };

/** A row in words, without its subject: "sold 7,500 shares of Common Stock at $64.87 on June 10, 2025 (code S)". */
export function describeRow(
  row: ReportedRow,
  { rows, derived }: Pick<FilingEntry, "rows" | "derived">,
  /** Whether the holder of an indirect row is the subject, so that the words need not name it. */
  { isHolderSubject = false } = {},
): string {
  const { facts } = derived;
  const held = row.directOrIndirect.value === "I" && !isHolderSubject ? heldInWords([row], facts) : null;
  const title = row.securityTitle.value ?? "untitled securities";
  if (row.kind === "holding") {
    const what = countedShares(row.sharesOwnedFollowing.value, title) ?? title;
    return [held === null ? "holds" : "reports", what, held].filter((part) => part !== null).join(" ");
  }
  const verb = describeTransfer(row, rows, facts) === null ? verbOfRow(row, facts) : TRANSFER;
  const { implausible: contradicted = null, trade = null } = derived.rows[rowId(row)] ?? {};
  const implausible = contradicted?.field ?? null;
  const total = formatPrice(row.transactionTotalValue.value);
  const what =
    implausible === "transactionShares"
      ? countedSecurity(SEVERAL, "an implausible number of", title)
      : countedShares(row.transactionShares.value, title);
  const letter = row.acquiredDisposedCode.value;
  return [
    letter === "A"
      ? verb.acquired
      : letter === "D"
        ? verb.disposed
        : "reported a transaction, marked neither acquired nor disposed of, in",
    what ?? `${total ?? "an unreported amount"} of ${title}`,
    held,
    implausible === "pricePerShare" ? "at an implausible price" : priceInWords(row, trade),
    isUnderwritten(row, facts) ? "in an underwritten offering" : null,
    row.transactionDate.value === null ? null : `on ${formatDate(row.transactionDate.value)}`,
    row.transactionCode === null
      ? "(no code)"
      : `(code ${row.transactionCode}${transactionCode(row.transactionCode) ? "" : ", unknown"})`,
  ]
    .filter((part) => part !== null)
    .join(" ");
}

/** A number above one, whichever it is. */
const SEVERAL = new Big(2);

/** "7,500 shares of Common Stock"; null if no number is stated. */
function countedShares(value: string | null, title: string): string | null {
  const count = formatShares(value);
  return count === null ? null : countedSecurity(parseDecimal(value) ?? SEVERAL, count, title);
}

function verbOfRow(row: ReportedRow, facts: NoteFacts): { acquired: string; disposed: string } {
  const { transfer, award, surrender } = statedMovement(row, facts);
  if (transfer === "distribution") return DISTRIBUTION;
  if (surrender !== null) return SURRENDER[surrender];
  const group = row.transactionCode === null ? "other" : codeGroup(row.transactionCode);
  return VERBS[group === "grant" && !isGrant(row, award) ? "other" : group];
}

function priceInWords(row: ReportedRow, trade: TradeReading | null): string | null {
  const price = formatPrice(row.pricePerShare.value, { asFiled: true, currency: trade?.currency });
  if (price === null) return null;
  // The form does not say whether the price of securities from the issuer was paid.
  if (row.transactionCode === "A" && parseDecimal(row.pricePerShare.value)?.gt(0)) return `(price stated: ${price})`;
  return `at ${trade?.price?.isAverage ? "an average of " : ""}${price}`;
}
