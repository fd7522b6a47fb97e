import type { ReportedRow } from "@/lib/record/reported-row";
import { parseDecimal } from "@/lib/values/decimal";

/** The words before and after the amount: "had" … "withheld". */
export type Verb = { before: string; after: string };

export type VerbContext = { isOption: boolean; isPair: boolean; isPlural: boolean };

const verb = (before: string, after = ""): Verb => ({ before, after });

/** The verb of a row, no stronger than its code and letter. If these contradict each other, the verb says so. */
export function verbOf(row: ReportedRow, context: VerbContext): Verb {
  const letter = row.acquiredDisposedCode.value;
  const code = row.transactionCode;
  if (code === null) return letter === "A" ? verb("acquired") : letter === "D" ? verb("disposed of") : verb("reported");
  if (letter === "A") return acquired(code, row, context);
  if (letter === "D") return disposed(code, row, context);
  return verb("reported", `under code ${code}`);
}

function acquired(code: string, row: ReportedRow, { isOption, isPair, isPlural }: VerbContext): Verb {
  switch (code) {
    case "P":
      return verb("bought");
    case "M":
    case "X":
    case "O":
      if (isPair && isOption) return verb("exercised options on");
      return verb("acquired", isPriced(row) ? "by exercise" : code === "M" ? "by conversion" : "by exercise");
    case "C":
      return verb("acquired", "by conversion");
    case "A":
      return verb(isPlural ? "were granted" : "was granted");
    case "G":
      return verb("received", "as a gift");
    case "W":
      return verb("received", "by inheritance");
    case "L":
      return verb("acquired", "as a small acquisition");
    case "K":
      return verb("acquired", "in an equity swap");
    case "S":
      return verb("reported", "under code S, marked acquired");
    default:
      return verb("acquired", `(code ${code})`);
  }
}

function disposed(code: string, row: ReportedRow, { isOption }: VerbContext): Verb {
  switch (code) {
    case "S":
      return verb("sold");
    case "M":
    case "X":
    case "O":
      if (row.tableNumber === "II" && isOption) return verb("exercised options on");
      return verb(code === "M" ? "exercised or converted" : "exercised");
    case "C":
      return verb("converted");
    case "F":
      return verb("had", "withheld");
    case "D":
      return verb("returned", "to the issuer");
    case "G":
      return verb("gave", "as a gift");
    case "W":
      return verb("passed on", "by inheritance");
    case "U":
      return verb("tendered");
    case "K":
      return verb("disposed of", "in an equity swap");
    case "P":
      return verb("reported", "under code P, marked disposed of");
    default:
      return verb("disposed of", `(code ${code})`);
  }
}

const isPriced = (row: ReportedRow): boolean => parseDecimal(row.pricePerShare.value)?.gt(0) ?? false;
