/** Where the next page begins: behind this filing, newest first. */
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
  const isCursor = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(orderedAt) && /^[\w-]+$/.test(accessionNumber);
  return isCursor && !Number.isNaN(Date.parse(orderedAt)) ? { orderedAt, accessionNumber } : null;
}
