import Big from "big.js";
import { exercisePairs, exercises } from "@/lib/holdings/exercise-pairs";
import { securityName } from "@/lib/holdings/holding-line";
import { holderOf } from "@/lib/holdings/row-holder";
import { ownTransfers, type Transfer, transfers } from "@/lib/holdings/transfer-pairs";
import type { NoteFacts } from "@/lib/record/derived-filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { codeGroup } from "@/lib/record/transaction-codes";
import { transactionValue } from "@/lib/record/transaction-value";
import { sumOfKnown } from "@/lib/values/decimal";
import { groupBy } from "@/lib/values/group-by";
import type { HeadlineOf } from "./headline-of";
import { transferVerb, type Verb, verbOf } from "./headline-verbs";
import { endInWords } from "./holders-in-words";
import { statedMovement } from "./stated-movement";

/** Rows of one kind: the same verb and security, held by the owner, by named holders, or by others. */
export type Move = {
  rows: ReportedRow[];
  verb: Verb;
  isOption: boolean;
  isReport: boolean;
  isTransfer: boolean;
  /** Whether the owner exercised options of his or her own, and a named holder received the shares. */
  isForHolder: boolean;
};

/** @param leading the holders, if they are the subject of the sentence */
export function movesOf(
  { owners, rows, facts }: HeadlineOf,
  transactions: readonly ReportedRow[],
  leading: readonly string[] | null,
): Move[] {
  const pairs = exercisePairs(rows);
  const byId = new Map(rows.map((row) => [rowId(row), row]));
  const otherSide = toldByOtherSide(rows, transactions);
  const moved = new Map(
    ownTransfers(transactions).flatMap((transfer) =>
      [...transfer.given, ...transfer.received].map((row) => [row, transfer] as const),
    ),
  );
  const moves = new Map<string, Move>();
  const isPlural = leading === null ? owners > 1 : leading.length > 1;
  for (const row of transactions) {
    const other = byId.get(pairs.get(rowId(row)) ?? "");
    if ((other && row.tableNumber === "II") || otherSide.has(row)) continue;
    const transfer = moved.get(row);
    if (transfer?.received.includes(row)) continue;
    const isOption = isOptionTitle((other ?? row).securityTitle.value);
    const verb = transfer
      ? transferVerb(wayOf(transfer, facts))
      : verbOf(row, { isOption, isPair: other !== undefined, isPlural, ...statedMovement(row, facts) });
    const holder = leading === null ? holderOf(row, facts) : null;
    // Between two holders, the owner only reports.
    const isNamed = (holder?.names.length ?? 0) > 0;
    const isForHolder = isNamed && isOption && other !== undefined && isDirect(other);
    const isReport = holder !== null && !isForHolder && !(transfer?.received.some(isDirect) ?? false);
    const who = isForHolder ? "for holder" : isReport ? (isNamed ? "named" : "unnamed") : "own";
    const key = [verb.before, verb.after, row.tableNumber, securityName(row.securityTitle.value), who].join("|");
    const move = moves.get(key);
    if (move) move.rows.push(row);
    else moves.set(key, { rows: [row], verb, isOption, isReport, isTransfer: transfer !== undefined, isForHolder });
  }
  return [...moves.values()];
}

/** Rows that need no mention, because what they gave up is described by what was received for it: one exercise, one sentence. */
function toldByOtherSide(rows: readonly ReportedRow[], told: readonly ReportedRow[]): ReadonlySet<ReportedRow> {
  const isTold = new Set(told);
  const sides: Sides[] = [
    ...exercises(rows).map(({ shares, derivatives }) => ({ received: shares, given: derivatives })),
    ...transfers(rows).filter(({ kind, given, received }) => kind === "conversion" && given.length === received.length),
    ...conversionsInOneTable(rows),
  ];
  return new Set(
    sides.flatMap(({ given, received }) =>
      given.every((row) => row.tableNumber === "I" || row.acquiredDisposedCode.value === "D") &&
      received.every((row) => isTold.has(row))
        ? given
        : [],
    ),
  );
}

type Sides = Pick<Transfer, "given" | "received">;

/** Conversions whose two sides are in one table, and agree only as a whole: 72,660 shares at four for one are 18,165. */
function conversionsInOneTable(rows: readonly ReportedRow[]): Sides[] {
  const converted = rows.filter(
    ({ kind, transactionCode: code }) => kind === "transaction" && code !== null && codeGroup(code) === "exercise",
  );
  const groups = [...groupBy(converted, (row) => `${row.tableNumber} ${row.transactionCode}`).values()];
  return groups
    .map((group) => ({
      given: group.filter((row) => row.acquiredDisposedCode.value === "D"),
      received: group.filter((row) => row.acquiredDisposedCode.value === "A"),
    }))
    .filter(({ given, received }) => {
      const before = new Set(given.map((row) => securityName(row.securityTitle.value)));
      const shares = total(received, (row) => row.transactionShares.value);
      return (
        shares.gt(0) &&
        !received.some((row) => before.has(securityName(row.securityTitle.value))) &&
        shares.eq(total(given, (row) => row.underlyingSecurityShares.value ?? row.transactionShares.value))
      );
    });
}

/** Purchases and sales first, by what was paid, then the rest by the number of shares, so that what is left out is the smallest. */
export const largestFirst = (moves: readonly Move[]): Move[] => {
  const sized = moves.map((move) => ({
    move,
    isTrade: move.rows.every(isMarketTrade),
    value: total(move.rows, ({ transactionShares, pricePerShare }) =>
      transactionValue(transactionShares.value, pricePerShare.value),
    ),
    shares: total(move.rows, (row) => row.underlyingSecurityShares.value ?? row.transactionShares.value),
  }));
  return sized
    .sort(
      (a, b) =>
        Number(b.isTrade) - Number(a.isTrade) || (a.isTrade ? b.value.cmp(a.value) : 0) || b.shares.cmp(a.shares),
    )
    .map(({ move }) => move);
};

const isMarketTrade = ({ transactionCode: code, acquiredDisposedCode: { value: letter } }: ReportedRow): boolean =>
  (code === "P" && letter === "A") || (code === "S" && letter === "D");

const total = (rows: readonly ReportedRow[], of: (row: ReportedRow) => string | null): Big =>
  new Big(sumOfKnown(rows.map(of)) ?? 0);

const isDirect = ({ directOrIndirect }: ReportedRow): boolean => directOrIndirect.value === "D";

/** Where a transfer went: "to Marsh Family Trust", "from Marsh Family Trust to direct ownership". */
function wayOf({ given, received }: Transfer, facts: NoteFacts): string {
  const [from, to] = [endInWords(given, facts), endInWords(received, facts)];
  if (from === to) return `between ${given.every(isDirect) ? "direct" : "indirect"} holdings`;
  return given.every(isDirect) ? `to ${to}` : `from ${from} to ${to}`;
}

const isOptionTitle = (title: string | null): boolean => /\boptions?\b/i.test(title ?? "");

export const isStock = ({ rows }: Move): boolean =>
  rows[0]?.tableNumber === "I" &&
  /\b(stock|shares?)\b|^\s*common\s*$/i.test(rows[0].securityTitle.value ?? "") &&
  !/\b(options?|warrants?|rights?|units?|notes?|debentures?|bonds?)\b/i.test(rows[0].securityTitle.value ?? "");
