import Big from "big.js";
import { exercisePairs } from "@/lib/holdings/exercise-pairs";
import { securityName } from "@/lib/holdings/holding-line";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { isUnsure } from "@/lib/record/unsure-row";
import { parseDecimal } from "@/lib/values/decimal";
import { formatDecimal } from "@/lib/values/decimals";
import { formatValue } from "@/lib/values/money";
import { type Verb, verbOf } from "./headline-verbs";

type HeadlineOf = {
  /** The reporting owners as named in the sentence, and how many there are. */
  subject: string;
  owners: number;
  /** The issuer's name without its legal form; null if it is not stated. */
  issuer: string | null;
  documentType: string | null;
  noSecuritiesOwned: boolean | null;
  rows: readonly ReportedRow[];
};

/** A sentence has room for no more kinds of transactions than this. */
const MOST_CLAUSES = 3;

/**
 * The headline of a filing in one sentence: "Michael J. Saxon exercised options on 13,200 AmTrust shares at $6.36 and sold 7,663
 * shares the same day". It says only what the rows say, in the order of the form.
 */
export function filingHeadline(of: HeadlineOf): string {
  const transactions = of.rows.filter((row) => row.kind === "transaction");
  return transactions.length > 0 ? transactionsSentence(of, transactions) : holdingsSentence(of);
}

/** Rows with the same verb and security. */
type Move = { rows: ReportedRow[]; verb: Verb; isOption: boolean };

function transactionsSentence(of: HeadlineOf, all: readonly ReportedRow[]): string {
  const transactions = all.filter((row) => isTold(row));
  const unsure = unsureClause(of, all);
  if (transactions.length === 0) return `${of.subject} ${unsure}`;
  const moves = movesOf(of, transactions);
  const titles = new Set(moves.filter(isStock).map(({ rows }) => securityName(rows[0]?.securityTitle.value ?? null)));
  const told = moves.length > MOST_CLAUSES ? moves.slice(0, MOST_CLAUSES - 1) : moves;
  const clauses = told.map((move, index) =>
    clause(move, { issuer: index === 0 ? of.issuer : null, named: titles.size > 1 || !isStock(move) }),
  );
  const left = moves.slice(told.length).reduce((sum, { rows }) => sum + rows.length, 0);
  if (left > 0) clauses.push(`reported ${left} more transactions`);
  if (unsure !== null) clauses.push(unsure);
  const dates = new Set(transactions.map((row) => row.transactionDate.value));
  const endsInComment = /\)$|under code /.test(clauses.at(-1) ?? "");
  const isOneDay = clauses.length > 1 && left === 0 && unsure === null && dates.size === 1 && !dates.has(null);
  const sameDay = isOneDay && !endsInComment ? " the same day" : "";
  return `${of.subject} ${listed(clauses)}${sameDay}`;
}

const isTold = (row: ReportedRow): boolean => !isUnsure(row) && !row.unread.includes("securityTitle");

/** Rows from paper with uncertain figures are counted but not described. The other side of a described row needs no mention. */
function unsureClause({ rows }: HeadlineOf, transactions: readonly ReportedRow[]): string | null {
  const pairs = exercisePairs(rows);
  const sure = new Set(transactions.filter((row) => isTold(row)).map(rowId));
  const left = transactions.filter((row) => !isTold(row) && !sure.has(pairs.get(rowId(row)) ?? ""));
  if (left.length === 0) return null;
  return left.length === 1
    ? "reported a transaction with an unread or uncertain figure"
    : `reported ${left.length} transactions with unread or uncertain figures`;
}

function movesOf({ owners, rows }: HeadlineOf, transactions: readonly ReportedRow[]): Move[] {
  const pairs = exercisePairs(rows);
  const byId = new Map(rows.map((row) => [rowId(row), row]));
  const moves = new Map<string, Move>();
  for (const row of transactions) {
    const other = byId.get(pairs.get(rowId(row)) ?? "");
    // The Table II side of an exercise is described with its Table I side.
    if (other && row.tableNumber === "II") continue;
    const isOption = isOptionTitle((other ?? row).securityTitle.value);
    const verb = verbOf(row, { isOption, isPair: other !== undefined, isPlural: owners > 1 });
    const key = `${verb.before}|${verb.after}|${row.tableNumber}|${securityName(row.securityTitle.value)}`;
    const move = moves.get(key);
    if (move) move.rows.push(row);
    else moves.set(key, { rows: [row], verb, isOption });
  }
  return [...moves.values()];
}

const isOptionTitle = (title: string | null): boolean => /\boptions?\b/i.test(title ?? "");

const isStock = ({ rows }: Move): boolean =>
  rows[0]?.tableNumber === "I" &&
  /\b(stock|shares?)\b/i.test(rows[0].securityTitle.value ?? "") &&
  !/\b(options?|warrants?|rights?|units?|notes?|debentures?|bonds?)\b/i.test(rows[0].securityTitle.value ?? "");

/** One kind of transaction: "sold 7,663 shares", "had 1,020 shares withheld", "exercised options on 500 shares at $6.36". */
function clause(move: Move, { issuer, named }: { issuer: string | null; named: boolean }): string {
  const price = commonPrice(move);
  return [move.verb.before, amount(move, issuer, named), move.verb.after, price === null ? "" : `at ${price}`]
    .filter((part) => part !== "")
    .join(" ");
}

function amount(move: Move, issuer: string | null, named: boolean): string {
  const [first] = move.rows;
  const title = shortTitle(first?.securityTitle.value ?? null);
  const isOnOptions = move.isOption && first?.tableNumber === "II";
  const shares = sum(
    move.rows,
    (row) => (isOnOptions ? row.underlyingSecurityShares.value : null) ?? row.transactionShares.value,
  );
  if (shares === null) {
    const total = sum(move.rows, (row) => row.transactionTotalValue.value);
    const what = `${title}${issuer ? ` of ${issuer}` : ""}`;
    return total === null ? `an amount, not fully reported, of ${what}` : `${formatValue(total.toFixed())} of ${what}`;
  }
  const count = formatDecimal(shares);
  const noun = shares.eq(1) ? "share" : "shares";
  const ofIssuer = issuer ? `${issuer} ` : "";
  if (isOnOptions) {
    const onShares = `${count} ${ofIssuer}${noun}`;
    return /options on$/.test(move.verb.before) ? onShares : `options on ${onShares}`;
  }
  if (isStock(move)) return named ? `${count} ${ofIssuer}${noun} (${title})` : `${count} ${ofIssuer}${noun}`;
  return issuer ? `${count} ${title} of ${issuer}` : `${count} ${title}`;
}

/** The price, if all rows have the same one and it is meaningful, unlike that of a grant or gift at 0. */
function commonPrice({ rows, verb: { before } }: Move): string | null {
  if (!/^(bought|sold|exercised|acquired)/.test(before)) return null;
  const prices = rows.map((row) =>
    parseDecimal(
      row.tableNumber === "II" && before.startsWith("exercised")
        ? row.conversionOrExercisePrice.value
        : row.pricePerShare.value,
    ),
  );
  const [first] = prices;
  if (!first?.gt(0) || !prices.every((price) => price?.eq(first))) return null;
  return first.round(2).eq(first) ? `$${formatDecimal(first, 2)}` : `$${formatDecimal(first)}`;
}

function sum(rows: readonly ReportedRow[], of: (row: ReportedRow) => string | null): Big | null {
  return rows.reduce<Big | null>((total, row) => {
    const value = parseDecimal(of(row));
    return total && value ? total.plus(value) : null;
  }, new Big(0));
}

/** Without the par value at the end of many titles. */
const shortTitle = (title: string | null): string =>
  title?.replace(/,?\s*\(?\$?[\d.]*\s*(no )?par\b.*$/i, "").trim() || title || "an untitled security";

const listed = (parts: string[]): string => {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
};

function holdingsSentence({ subject, issuer, documentType, noSecuritiesOwned, rows }: HeadlineOf): string {
  const where = issuer ?? "an unnamed issuer";
  const saysNone = rows.length === 1 && /\bno securities\b/i.test(rows[0]?.securityTitle.value ?? "");
  if (rows.length === 0 || saysNone) {
    return noSecuritiesOwned || saysNone
      ? `${subject} reported owning no securities of ${where}`
      : `${subject} reported no rows for ${where}`;
  }
  const isInitial = documentType?.startsWith("3") ?? false;
  const [only] = rows;
  const shares = rows.length === 1 ? parseDecimal(only?.sharesOwnedFollowing.value ?? null) : null;
  if (only && shares) {
    const what = `${formatDecimal(shares)} ${shortTitle(only.securityTitle.value)} of ${where}`;
    return `${subject} reported ${isInitial ? "an initial holding" : "a holding"} of ${what}`;
  }
  const inTable = (table: "I" | "II") => rows.filter((row) => row.tableNumber === table).length;
  const holdings = (count: number) => `${count} ${isInitial ? "initial " : ""}${count === 1 ? "holding" : "holdings"}`;
  if (inTable("II") === 0) return `${subject} reported ${holdings(inTable("I"))} in ${where}`;
  if (inTable("I") === 0) return `${subject} reported ${holdings(inTable("II"))} of derivatives in ${where}`;
  return `${subject} reported ${holdings(rows.length)} in ${where}, ${inTable("II")} of them derivatives`;
}
