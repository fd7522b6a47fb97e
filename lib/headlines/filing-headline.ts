import Big from "big.js";
import { exercisePairs } from "@/lib/holdings/exercise-pairs";
import { securityName } from "@/lib/holdings/holding-line";
import { holderOf, holdersOfAll, isSameHolder } from "@/lib/holdings/row-holder";
import { ownTransfers, statedTransfer, type Transfer } from "@/lib/holdings/transfer-pairs";
import { implausibleRowsInWords } from "@/lib/implausible/describe-implausible";
import type { NoteFacts } from "@/lib/record/derived-filing";
import { namesInSentence } from "@/lib/record/filing-names";
import type { Implausible } from "@/lib/record/implausible";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { isUnderwritten } from "@/lib/record/row-in-filing";
import type { Disclaimer } from "@/lib/record/stated-facts";
import { isUnsure } from "@/lib/record/unsure-row";
import { parseDecimal } from "@/lib/values/decimal";
import { formatCountInWords, formatDecimal } from "@/lib/values/decimals";
import { formatValue } from "@/lib/values/money";
import { upperFirst } from "@/lib/values/upper-first";
import { transferVerb, type Verb, verbOf } from "./headline-verbs";
import { endInWords, heldInWords, holdersInWords } from "./holders-in-words";

type HeadlineOf = {
  /** The names of the reporting owners for a sentence, and how many owners there are. */
  names: readonly string[];
  owners: number;
  /** "director", of the only owner; null if there are several or it is not stated. */
  role: string | null;
  /** The issuer's name without its legal form; null if it is not stated. */
  issuer: string | null;
  documentType: string | null;
  noSecuritiesOwned: boolean | null;
  rows: readonly ReportedRow[];
  facts: NoteFacts;
  /** By row id: the figures that the sentence must not repeat. */
  implausible: ReadonlyMap<string, Implausible>;
  /** By row id: the currencies of prices that are not in US dollars. */
  currencies: ReadonlyMap<string, string>;
};

/** A sentence has room for no more kinds of transactions than this. */
const MOST_CLAUSES = 3;

/**
 * The headline of a filing in one sentence: "Michael J. Saxon exercised options on 13,200 AmTrust shares at $6.36 and sold 7,663
 * shares the same day". It says only what the rows say, in the order of the form. If others hold the securities, they lead: "Two
 * Thornlea funds sold 10.4 million shares, reported by director Esperanza T. Plimpton".
 */
export function filingHeadline(of: HeadlineOf): string {
  const transactions = of.rows.filter((row) => row.kind === "transaction");
  return transactions.length > 0 ? transactionsSentence(of, transactions) : holdingsSentence(of);
}

function transactionsSentence(of: HeadlineOf, all: readonly ReportedRow[]): string {
  const subject = namesInSentence(of.names);
  const transactions = all.filter(isToldIn(of));
  const untold = untoldClauses(of, all);
  if (transactions.length === 0) return `${subject} reported ${listed(untold)}`;
  const holders = untold.length === 0 ? leadingHolders(of, transactions) : null;
  const moves = movesOf(of, transactions, holders);
  const titles = new Set(moves.filter(isStock).map(({ rows }) => securityName(rows[0]?.securityTitle.value ?? null)));
  const told = moves.length > MOST_CLAUSES ? moves.slice(0, MOST_CLAUSES - 1) : moves;
  const clauses = told.map((move, index) =>
    clause(move, { ...of, issuer: index === 0 ? of.issuer : null, named: titles.size > 1 || !isStock(move) }),
  );
  const left = moves.slice(told.length).reduce((sum, { rows }) => sum + rows.length, 0);
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

/** Rows of one kind: the same verb and security, held by the owner, by named holders, or by others. */
type Move = { rows: ReportedRow[]; verb: Verb; isOption: boolean; isReport: boolean; isTransfer: boolean };

/** @param leading the holders, if they are the subject of the sentence */
function movesOf(
  { owners, rows, facts }: HeadlineOf,
  transactions: readonly ReportedRow[],
  leading: readonly string[] | null,
): Move[] {
  const pairs = exercisePairs(rows);
  const byId = new Map(rows.map((row) => [rowId(row), row]));
  const moved = new Map(
    ownTransfers(transactions).flatMap((transfer) =>
      [...transfer.given, ...transfer.received].map((row) => [row, transfer] as const),
    ),
  );
  const moves = new Map<string, Move>();
  const isPlural = leading === null ? owners > 1 : leading.length > 1;
  for (const row of transactions) {
    const other = byId.get(pairs.get(rowId(row)) ?? "");
    // The Table II side of an exercise is described with its Table I side.
    if (other && row.tableNumber === "II") continue;
    const transfer = moved.get(row);
    if (transfer?.received.includes(row)) continue;
    const isOption = isOptionTitle((other ?? row).securityTitle.value);
    const verb = transfer
      ? transferVerb(wayOf(transfer, facts))
      : verbOf(row, { isOption, isPair: other !== undefined, isPlural, transfer: statedTransfer(row, facts) });
    const holder = leading === null ? holderOf(row, facts) : null;
    // Between two holders, the owner only reports.
    const isReport = holder !== null && !(transfer?.received.some(isDirect) ?? false);
    const who = isReport ? (holder.names.length > 0 ? "named" : "unnamed") : "own";
    const key = [verb.before, verb.after, row.tableNumber, securityName(row.securityTitle.value), who].join("|");
    const move = moves.get(key);
    if (move) move.rows.push(row);
    else moves.set(key, { rows: [row], verb, isOption, isReport, isTransfer: transfer !== undefined });
  }
  return [...moves.values()];
}

const isDirect = ({ directOrIndirect }: ReportedRow): boolean => directOrIndirect.value === "D";

/** Where a transfer went: "to Marsh Family Trust", "from Marsh Family Trust to direct ownership". */
function wayOf({ given, received }: Transfer, facts: NoteFacts): string {
  const [from, to] = [endInWords(given, facts), endInWords(received, facts)];
  if (from === to) return `between ${given.every(isDirect) ? "direct" : "indirect"} holdings`;
  return given.every(isDirect) ? `to ${to}` : `from ${from} to ${to}`;
}

const isOptionTitle = (title: string | null): boolean => /\boptions?\b/i.test(title ?? "");

const isStock = ({ rows }: Move): boolean =>
  rows[0]?.tableNumber === "I" &&
  /\b(stock|shares?)\b/i.test(rows[0].securityTitle.value ?? "") &&
  !/\b(options?|warrants?|rights?|units?|notes?|debentures?|bonds?)\b/i.test(rows[0].securityTitle.value ?? "");

type Clause = {
  /** Whether the words follow "reported". */
  isReport: boolean;
  words: string;
};

/** One kind of transaction: "sold 7,663 shares", "had 1,020 shares withheld", "a sale of 500 shares held by Harrow Street". */
function clause(move: Move, options: Pick<HeadlineOf, "issuer" | "facts" | "currencies"> & { named: boolean }): Clause {
  const { verb, isReport, isTransfer, rows } = move;
  const price = commonPrice(move, options.currencies);
  const noun = isReport ? verb.noun : null;
  const { before, after } = noun ?? verb;
  const held = isReport && !isTransfer ? heldInWords(rows, options.facts) : "";
  const offering = rows.every((row) => isUnderwritten(row, options.facts)) ? "in an underwritten offering" : "";
  const at = price === null ? "" : `at ${price}`;
  const words = [before, amount(move, options.issuer, options.named), held, after, at, offering]
    .filter((part) => part !== "")
    .join(" ");
  const isReported = /^reported /.test(words);
  return { isReport: noun !== null || isReported, words: isReported ? words.replace("reported ", "") : words };
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
    return total === null ? `an incompletely reported amount of ${what}` : `${formatValue(total.toFixed())} of ${what}`;
  }
  const count = move.rows.length > 1 ? formatCountInWords(shares) : formatDecimal(shares);
  const noun = shares.eq(1) ? "share" : "shares";
  const ofIssuer = issuer ? `${issuer} ` : "";
  if (isOnOptions) {
    const onShares = `${count} ${ofIssuer}${noun}`;
    return /options on$/.test(move.verb.before) ? onShares : `options on ${onShares}`;
  }
  if (isStock(move)) return named ? `${count} ${ofIssuer}${noun} (${title})` : `${count} ${ofIssuer}${noun}`;
  return issuer ? `${count} ${title} of ${issuer}` : `${count} ${title}`;
}

/** The price, if all rows have the same one in one currency and it is meaningful, unlike that of a grant or gift at 0. */
function commonPrice({ rows, verb: { before } }: Move, currencies: HeadlineOf["currencies"]): string | null {
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
  const [currency = null, ...others] = new Set(rows.map((row) => currencies.get(rowId(row)) ?? null));
  if (others.length > 0) return null;
  const price = formatDecimal(first, first.round(2).eq(first) ? 2 : undefined);
  return currency === null ? `$${price}` : `${currency} ${price}`;
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

function holdingsSentence({ names, issuer, documentType, noSecuritiesOwned, rows }: HeadlineOf): string {
  const subject = namesInSentence(names);
  const where = issuer ?? "an unnamed issuer";
  const saysNone = rows.length === 1 && /\bno securities\b/i.test(rows[0]?.securityTitle.value ?? "");
  if (rows.length === 0 || saysNone) {
    return noSecuritiesOwned || saysNone
      ? `${subject} reported owning no securities of ${where}`
      : `${subject} reported no transactions or holdings in ${where}`;
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
