import { isKeyOf, type ListOrder, NEWEST_FIRST } from "@/lib/filters/list-order";

/** The filing after which the next page begins. */
export type Cursor = {
  orderedAt: string;
  accessionNumber: string;
  /** What the list is sorted by, unless that is when it was filed; null if the filing has no value to sort by. */
  key?: string | null;
};

const toBase64Url = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const fromBase64Url = (text: string) => atob(text.replaceAll("-", "+").replaceAll("_", "/"));

export const printCursor = ({ orderedAt, accessionNumber, key }: Cursor) =>
  toBase64Url([orderedAt, accessionNumber, ...(key === undefined ? [] : [printKey(key)])].join(" "));

/** @param order of the list: in any other than newest first, filings are placed by a key */
export function parseCursor(text: string, { column }: ListOrder = NEWEST_FIRST): Cursor | null {
  let parts: string[];
  try {
    parts = fromBase64Url(text).split(" ");
  } catch {
    return null;
  }
  const [orderedAt = "", accessionNumber = "", printed] = parts;
  if (!isInstant(orderedAt) || !/^[\w-]+$/.test(accessionNumber)) return null;
  if (column === "filed") return { orderedAt, accessionNumber };
  const key = parseKey(printed ?? "");
  return key === undefined || (key !== null && !isKeyOf(column, key)) ? null : { orderedAt, accessionNumber, key };
}

/** `-` for none, otherwise after an equals sign. */
const printKey = (key: string | null) => (key === null ? "-" : `=${encodeURIComponent(key)}`);

function parseKey(printed: string): string | null | undefined {
  if (printed === "-") return null;
  if (!printed.startsWith("=")) return undefined;
  try {
    return decodeURIComponent(printed.slice(1));
  } catch {
    return undefined;
  }
}

/** True only for an instant exactly as we print it: PostgreSQL would refuse February 30, and has no year 0. */
function isInstant(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text && /^(?!0000)\d{4}-/.test(text);
}
