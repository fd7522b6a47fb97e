import { exercisePairs } from "@/lib/holdings/exercise-pairs";
import { securityName } from "@/lib/holdings/holding-line";
import { holderOf, holdersOfAll, isSameHolder } from "@/lib/holdings/row-holder";
import { implausibleRowsInWords } from "@/lib/implausible/describe-implausible";
import { namesInSentence } from "@/lib/record/filing-names";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import type { Disclaimer } from "@/lib/record/stated-facts";
import { isUnsure } from "@/lib/record/unsure-row";
import { upperFirst } from "@/lib/values/upper-first";
import { clause } from "./headline-clause";
import { isStock, largestFirst, type Move, movesOf } from "./headline-moves";
import type { HeadlineOf } from "./headline-of";
import { holdersInWords } from "./holders-in-words";
import { holdingsSentence } from "./holdings-sentence";
import { partOfReport } from "./part-of-report";

/** A sentence has room for no more kinds of transactions than this. */
const MOST_CLAUSES = 3;

/**
 * The headline of a filing in one sentence: "Michael J. Saxon exercised options on 13,200 AmTrust shares at $6.36 and sold 7,663
 * shares the same day". It says only what the rows say, in the order of the form or, if it has no room for all, the largest first. If
 * others hold the securities, they lead: "Two Thornlea funds sold 10.4 million shares, reported by director Esperanza T. Plimpton".
 */
export function filingHeadline(of: HeadlineOf): string {
  const transactions = of.rows.filter((row) => row.kind === "transaction");
  const sentence = transactions.length > 0 ? transactionsSentence(of, transactions) : holdingsSentence(of);
  const part = partOfReport(of.remarks);
  return part === null ? sentence : `${sentence} (${part})`;
}

function transactionsSentence(of: HeadlineOf, all: readonly ReportedRow[]): string {
  const subject = namesInSentence(of.names);
  const transactions = all.filter(isToldIn(of));
  const untold = untoldClauses(of, all);
  if (transactions.length === 0) return `${subject} reported ${listed(untold)}`;
  const holders = untold.length === 0 ? leadingHolders(of, transactions) : null;
  const moves = movesOf(of, transactions, holders);
  const titles = new Set(moves.filter(isStock).map(({ rows }) => securityName(rows[0]?.securityTitle.value ?? null)));
  const told = moves.length > MOST_CLAUSES ? largestFirst(moves).slice(0, MOST_CLAUSES - 1) : moves;
  const clauses = told.map((move, index) =>
    clause(move, { ...of, issuer: index === 0 ? of.issuer : null, named: titles.size > 1 || !isStock(move) }),
  );
  const left = moves.filter((move) => !told.includes(move)).reduce((sum, { rows }) => sum + rows.length, 0);
  if (left > 0) clauses.push({ isReport: true, words: `${left} more transactions` });
  for (const words of untold) clauses.push({ isReport: true, words });
  const dates = new Set(transactions.map((row) => row.transactionDate.value));
  const endsInComment = /\)$|under code /.test(clauses.at(-1)?.words ?? "");
  const isOneDay = clauses.length > 1 && left === 0 && untold.length === 0 && dates.size === 1 && !dates.has(null);
  const sameDay = isOneDay && !endsInComment ? " the same day" : "";
  const said = listed(
    clauses.map(({ isReport, words }, at) => (isReport && !clauses[at - 1]?.isReport ? `reported ${words}` : words)),
  );
  if (holders === null) return `${subject} ${said}${sameDay}`;
  return `${upperFirst(holdersInWords(holders))} ${said}${sameDay}${reportedBy(of, holders, transactions)}`;
}

/** The holders that lead the sentence: of all rows, in every kind of transaction, and with nothing left to count. */
function leadingHolders(of: HeadlineOf, transactions: readonly ReportedRow[]): string[] | null {
  const holders = holdersOfAll(transactions, of.facts);
  if (holders === null) return null;
  const moves = movesOf(of, transactions, holders);
  const isOfAll = ({ rows }: Move) => holdersOfAll(rows, of.facts)?.length === holders.length;
  return moves.length <= MOST_CLAUSES && moves.every((move) => !move.isTransfer && isOfAll(move)) ? holders : null;
}

const DISCLAIMED: Record<Disclaimer, string> = {
  full: "disclaims ownership",
  except_pecuniary_interest: "disclaims ownership except for a pecuniary interest",
  no_admission: "does not admit ownership",
};

/** ", reported by director Esperanza T. Plimpton, who disclaims ownership" */
function reportedBy(
  { names, owners, role, facts }: HeadlineOf,
  holders: string[],
  rows: readonly ReportedRow[],
): string {
  const others = names.filter((name) => !holders.some((holder) => isSameHolder(name, holder)));
  if (others.length < names.length)
    return others.length === 0 ? "" : `, reported jointly with ${namesInSentence(others)}`;
  if (owners > 1) return `, reported by ${namesInSentence(names)}`;
  const [disclaimer, ...more] = new Set(rows.map((row) => holderOf(row, facts)?.disclaimer ?? null));
  const disclaimed = disclaimer && more.length === 0 ? `, who ${DISCLAIMED[disclaimer]}` : "";
  return `, reported by ${role === null ? "" : `${role} `}${namesInSentence(names)}${disclaimed}`;
}

const isToldIn =
  ({ implausible }: HeadlineOf) =>
  (row: ReportedRow): boolean =>
    isSure(row) && !implausible.has(rowId(row));

const isSure = (row: ReportedRow): boolean => !isUnsure(row) && !row.unread.includes("securityTitle");

/** Rows with uncertain or implausible figures are counted but not described. The other side of a described row needs no mention. */
function untoldClauses(of: HeadlineOf, transactions: readonly ReportedRow[]): string[] {
  const pairs = exercisePairs(of.rows);
  const isTold = isToldIn(of);
  const told = new Set(transactions.filter(isTold).map(rowId));
  const left = transactions.filter((row) => !isTold(row) && !told.has(pairs.get(rowId(row)) ?? ""));
  const unsure = left.filter((row) => !isSure(row)).length;
  const implausible = left.filter(isSure).flatMap((row) => of.implausible.get(rowId(row)) ?? []);
  const clauses: string[] = [];
  if (unsure === 1) clauses.push("a transaction with an unread or uncertain figure");
  if (unsure > 1) clauses.push(`${unsure} transactions with unread or uncertain figures`);
  if (implausible.length > 0) {
    const prices = implausible.filter(({ field }) => field === "pricePerShare").length;
    clauses.push(implausibleRowsInWords(implausible.length, prices, "transaction").replace(/^1 /, "a "));
  }
  return clauses;
}

const listed = (parts: string[]): string => {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
};
