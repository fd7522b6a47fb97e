import { newYorkDate } from "@/lib/values/dates";
import type { Filing } from "./filing";
import { filedOn } from "./filing-names";
import { isDatedOrder } from "./ordered-at";

/** The calendar date that a filing is sorted by; null if the filing gives no date. */
export const orderDay = (orderedAt: string): string | null => (isDatedOrder(orderedAt) ? newYorkDate(orderedAt) : null);

/** The day under which a filing is listed, and what it is: the filing date or, if that is not known, another date in the filing. */
type ListedDay = { day: string | null; is: "filed" | "signed" | "period" };

type Dates = Pick<Filing, "filingDate" | "orderedAt"> & Partial<Pick<Filing, "filedAt" | "periodOfReport">>;

/** Without a filing date, filings are sorted by the signature, and by the period of report if nobody signed with a date. */
export function listedDay({ filingDate, filedAt = null, orderedAt, periodOfReport = null }: Dates): ListedDay {
  const filed = filedOn({ filingDate, filedAt });
  if (filed !== null) return { day: filed, is: "filed" };
  const day = orderDay(orderedAt);
  return { day, is: day !== null && day === periodOfReport ? "period" : "signed" };
}
