/** The filing after which the next page begins, newest first. */
export type Cursor = { orderedAt: string; accessionNumber: string };

const toBase64Url = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const fromBase64Url = (text: string) => atob(text.replaceAll("-", "+").replaceAll("_", "/"));

export const printCursor = ({ orderedAt, accessionNumber }: Cursor) => toBase64Url(`${orderedAt} ${accessionNumber}`);

export function parseCursor(text: string): Cursor | null {
  let parts: string[];
  try {
    parts = fromBase64Url(text).split(" ");
  } catch {
    return null;
  }
  const [orderedAt = "", accessionNumber = ""] = parts;
  return isInstant(orderedAt) && /^[\w-]+$/.test(accessionNumber) ? { orderedAt, accessionNumber } : null;
}

/** True only for an instant exactly as we print it: PostgreSQL would refuse February 30, and has no year 0. */
function isInstant(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text && /^(?!0000)\d{4}-/.test(text);
}
