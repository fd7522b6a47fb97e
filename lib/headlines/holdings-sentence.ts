import { namesInSentence } from "@/lib/record/filing-names";
import { parseDecimal } from "@/lib/values/decimal";
import { formatDecimal } from "@/lib/values/decimals";
import type { HeadlineOf } from "./headline-of";
import { countedSecurity } from "./security-words";

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
  const shares = rows.length === 1 ? parseDecimal(only?.sharesOwnedFollowing.value ?? null) : null;
  if (only && shares) {
    const what = `${countedSecurity(shares, formatDecimal(shares), only.securityTitle.value)} of ${where}`;
    return `${subject} reported ${isInitial ? "an initial holding" : "a holding"} of ${what}`;
  }
  const inTable = (table: "I" | "II") => rows.filter((row) => row.tableNumber === table).length;
  const holdings = (count: number) => `${count} ${isInitial ? "initial " : ""}${count === 1 ? "holding" : "holdings"}`;
  if (inTable("II") === 0) return `${subject} reported ${holdings(inTable("I"))} in ${where}`;
  if (inTable("I") === 0) return `${subject} reported ${holdings(inTable("II"))} of derivatives in ${where}`;
  return `${subject} reported ${holdings(rows.length)} in ${where}, ${inTable("II")} of them derivatives`;
}
