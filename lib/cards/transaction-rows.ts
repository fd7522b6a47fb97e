import type { TransactionLine } from "@/lib/lists/transaction-lines";
import type { RowColumn } from "@/lib/record/filing-fields";
import type { ReportedRow } from "@/lib/record/reported-row";
import { chipWord, codeGroup, markFill } from "@/lib/record/transaction-codes";
import { formatShares, formatSharesChange } from "@/lib/values/decimals";
import { formatPrice, formatSummary, formatValue } from "@/lib/values/money";
import type { Card, CardColumn, CardMark, CardRow } from "./card";

const TRANSACTION_COLUMNS: CardColumn[] = [
  { label: "Traded", width: 138, align: "start" },
  { label: "Transaction", width: 184, align: "start" },
  { label: "", width: 276, align: "start" },
  { label: "Shares", width: 140, align: "end" },
  { label: "Price", width: 146, align: "end" },
  { label: "Value", width: 88, align: "end" },
];

const HOLDING_COLUMNS: CardColumn[] = [
  { label: "Security", width: 500, align: "start" },
  { label: "Held", width: 222, align: "end" },
  { label: "How", width: 310, align: "start" },
];

/**
 * Transactions with their dates, codes and figures.
 * @param about what the third column says: the security, the issuer or the insider
 */
export function transactionRows(
  lines: readonly TransactionLine[],
  about: { label: string; of: (line: TransactionLine) => string | null },
  inAll: number | null = lines.length,
): Card["body"] {
  if (lines.length === 0) return null;
  const columns = TRANSACTION_COLUMNS.map((column) =>
    column.label === "" ? { ...column, label: about.label } : column,
  );
  return { kind: "rows", columns, rows: lines.map((line) => rowOf(line, about.of(line))), inAll };
}

/** The rows of one filing: its transactions or, if it reports none, its holdings. */
export function filingRows(lines: readonly TransactionLine[]): Card["body"] {
  const transactions = lines.filter(({ row }) => row.kind === "transaction");
  if (transactions.length > 0) return transactionRows(transactions, { label: "Security", of: security });
  const rows = lines.map((line): CardRow => ({ mark: null, cells: [security(line), balance(line), ownership(line)] }));
  return rows.length === 0 ? null : { kind: "rows", columns: HOLDING_COLUMNS, rows, inAll: rows.length };
}

function rowOf(line: TransactionLine, about: string | null): CardRow {
  const { row, value, derived, underPlan } = line;
  const code = isDoubted(row, "transactionCode") ? null : row.transactionCode;
  const group = codeGroup(code ?? "");
  const currency = derived.trade?.currency;
  const average = derived.trade?.price?.isAverage ? "avg " : "";
  const price = formatPrice(row.pricePerShare.value, { currency });
  const shares = formatSharesChange(row.transactionShares.value, row.acquiredDisposedCode.value);
  return {
    mark: code === null ? null : { group, fill: markFill(group, underPlan), code },
    cells: [
      figure(line, row.transactionDate.value, ["transactionDate"]),
      figure(line, code && chipWord(code, { hasExercisePrice: line.hasExercisePrice }), ["transactionCode"]),
      about ?? "—",
      figure(line, shares, ["transactionShares", "acquiredDisposedCode"]),
      figure(line, price === null ? null : average + price, ["pricePerShare"]),
      figure(line, currency ? formatValue(value, { currency }) : formatSummary(value), [
        "transactionShares",
        "pricePerShare",
      ]),
    ],
  };
}

const isDoubted = ({ unread, uncertain }: ReportedRow, column: RowColumn) =>
  unread.includes(column) || uncertain.includes(column);

/** A value, unless we doubt it: a picture has no room for the reason, and its readers cannot ask. */
function figure({ row, derived }: TransactionLine, text: string | null, of: readonly RowColumn[]): string {
  if (of.some((name) => row.unread.includes(name))) return "unread";
  if (of.some((name) => row.uncertain.includes(name))) return "uncertain";
  if (derived.implausible && of.includes(derived.implausible.field)) return "implausible";
  return text ?? "—";
}

/** The codes of a filing, each once with each of its marks, in the order of the form. */
export function codesOf(lines: readonly TransactionLine[]): (CardMark & { word: string })[] {
  const legend = new Map<string, CardMark & { word: string }>();
  for (const { row, hasExercisePrice, underPlan } of lines) {
    const code = row.transactionCode;
    if (code === null || isDoubted(row, "transactionCode")) continue;
    const group = codeGroup(code);
    const fill = markFill(group, underPlan);
    const key = `${code} ${fill}`;
    if (legend.has(key)) continue;
    const word = chipWord(code, { hasExercisePrice });
    legend.set(key, { group, fill, code, word: fill === "tint" ? `${word} under a 10b5-1 plan` : word });
  }
  return [...legend.values()];
}

const security = (line: TransactionLine): string => figure(line, line.row.securityTitle.value, ["securityTitle"]);

/** In the order in which one stands for the others. */
const BALANCES = ["sharesOwnedFollowing", "underlyingSecurityShares", "valueOwnedFollowing"] as const;

function balance(line: TransactionLine): string {
  const { row } = line;
  const name = BALANCES.find((each) => row[each].value !== null || isDoubted(row, each));
  if (name === undefined) return "—";
  return figure(line, (name === "valueOwnedFollowing" ? formatValue : formatShares)(row[name].value), [name]);
}

function ownership(line: TransactionLine): string {
  const { directOrIndirect, natureOfOwnership } = line.row;
  const indirectly = `held indirectly${natureOfOwnership.value ? `, ${natureOfOwnership.value}` : ""}`;
  const held = directOrIndirect.value === "D" ? "held directly" : directOrIndirect.value === "I" ? indirectly : null;
  return figure(line, held, ["directOrIndirect"]);
}
