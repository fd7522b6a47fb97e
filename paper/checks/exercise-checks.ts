import Big from "big.js";
import { formatDecimal } from "@/lib/values/decimals";
import type { PaperCheck } from "@/paper/form/paper-reading";
import { pointerTo, type RowToCheck } from "./read-row";

/** Codes by which a derivative in Table II becomes shares in Table I. */
const EXERCISES = new Set(["M", "X", "C", "O"]);

/** Compares the shares that an exercise brought into Table I with the rows of Table II that have its code and day. */
export function exerciseChecks(tableI: RowToCheck[], tableII: RowToCheck[]): PaperCheck[] {
  const days = new Set(tableI.filter(isExercise).map(({ code, date }) => `${code} ${date}`));
  return [...days].flatMap((day) => {
    const of = (rows: RowToCheck[]) => rows.filter((row) => isExercise(row) && `${row.code} ${row.date}` === day);
    const [acquired, exercised] = [of(tableI).filter(({ letter }) => letter === "A"), of(tableII)];
    const shares = total(acquired.map(({ shares }) => shares));
    const underlying = total(exercised.map(({ underlyingShares }) => underlyingShares));
    if (!shares || !underlying) return [];
    const agrees = shares.eq(underlying);
    const [code, date] = day.split(" ");
    return [
      {
        pointers: [
          ...acquired.map((row) => pointerTo(row, "shares")),
          ...exercised.map((row) => pointerTo(row, "underlyingShares")),
        ],
        outcome: agrees ? "confirmed" : "contradicted",
        message: agrees
          ? `Table I acquires ${formatDecimal(shares)} by code ${code} on ${date}, and Table II gives as many`
          : `Table I acquires ${formatDecimal(shares)} by code ${code} on ${date}, and Table II gives ${formatDecimal(underlying)}`,
      },
    ];
  });
}

const isExercise = ({ code, date }: RowToCheck) => code !== null && date !== null && EXERCISES.has(code);

/** Null if there is nothing to add, or if one of the amounts is unknown. */
function total(parts: (Big | null)[]): Big | null {
  if (parts.length === 0) return null;
  return parts.reduce<Big | null>((sum, part) => (sum && part ? sum.plus(part) : null), new Big(0));
}
