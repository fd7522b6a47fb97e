import { namesInSentence } from "@/lib/record/filing-names";
import type { Field, ReportedRow } from "@/lib/record/reported-row";
import { isInDoubt } from "@/lib/record/unsure-row";
import { parseDecimal } from "@/lib/values/decimal";
import { formatDecimal } from "@/lib/values/decimals";
import type { HeadlineOf } from "./headline-of";
import { countedSecurity, shortTitle } from "./security-words";

/** The headline of a filing without transactions. */
export function holdingsSentence({ names, issuer, documentType, noSecuritiesOwned, rows }: HeadlineOf): string {
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
  if (only && rows.length === 1) {
    const held = onlyHolding(only);
    if (held) return `${subject} reported ${isInitial ? "an initial holding" : "a holding"} of ${held} of ${where}`;
  }
  const inTable = (table: "I" | "II") => rows.filter((row) => row.tableNumber === table).length;
  const holdings = (count: number) => `${count} ${isInitial ? "initial " : ""}${count === 1 ? "holding" : "holdings"}`;
  if (inTable("II") === 0) return `${subject} reported ${holdings(inTable("I"))} in ${where}`;
  if (inTable("I") === 0) return `${subject} reported ${holdings(inTable("II"))} of derivatives in ${where}`;
  const derivatives = inTable("II") === 1 ? "one of them a derivative" : `${inTable("II")} of them derivatives`;
  return `${subject} reported ${holdings(rows.length)} in ${where}, ${derivatives}`;
}

/**
 * "57,864 shares of Common Stock", "9,000 Stock Options for 9,000 shares of Common Stock"; null without a number to state. A number
 * read from paper with doubt is not stated.
 */
function onlyHolding(row: ReportedRow): string | null {
  const held = counted(row, "sharesOwnedFollowing", row.securityTitle);
  if (row.tableNumber === "I") return held;
  const underlying = counted(row, "underlyingSecurityShares", row.underlyingSecurityTitle);
  if (!underlying) return held;
  return `${held ?? shortTitle(row.securityTitle.value)} for ${underlying}`;
}

function counted(
  row: ReportedRow,
  of: "sharesOwnedFollowing" | "underlyingSecurityShares",
  title: Field,
): string | null {
  const number = isInDoubt([of], row) ? null : parseDecimal(row[of].value);
  return number && countedSecurity(number, formatDecimal(number), title.value);
}
