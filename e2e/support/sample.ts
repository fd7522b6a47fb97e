import type { APIRequestContext } from "@playwright/test";

type Field = { value: string | null; footnotes: string[] };
export type SampleRow = {
  accessionNumber: string;
  id: string;
  documentType: string;
  filedAt: string | null;
  issuer: { cik: string; name: string; tradingSymbol: string };
  owners: { cik: string; name: string }[];
  kind: string;
  tableNumber: string;
  transactionDate: Field;
  transactionCode: Field;
  transactionShares: Field;
  pricePerShare: Field;
  sharesOwnedFollowing: Field;
  supersededBy: string | null;
  event: { filings: string[]; owners: string[] } | null;
  check: { state: string; difference: string | null; reason: string | null } | null;
};
type List = { count: number | null; rows: SampleRow[]; next: string | null };

/** A list in its JSON format. */
export async function list(request: APIRequestContext, address: string): Promise<List> {
  const answer = await request.get(address);
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
  return answer.json();
}

/** A sale in the sample whose price has a footnote, which the tests search for. */
export async function saleWithNote(request: APIRequestContext): Promise<SampleRow> {
  const { rows } = await list(request, "/transactions.json?code=S&form=4");
  const found = rows.find(
    (row) =>
      row.pricePerShare.footnotes.length > 0 &&
      row.owners.length === 1 &&
      row.filedAt !== null &&
      row.tableNumber === "I",
  );
  if (!found) throw new Error("The sample has no sale with a footnote at its price on the first page.");
  return found;
}

/** The first row of a list that meets a condition, over as many pages as needed. */
export async function findRow(
  request: APIRequestContext,
  address: string,
  isWanted: (row: SampleRow) => boolean,
): Promise<SampleRow> {
  for (let next: string | null = address; next !== null; ) {
    const page: List = await list(request, next);
    const found = page.rows.find(isWanted);
    if (found) return found;
    next = page.next ?? null;
  }
  throw new Error(`${address} has no such row.`);
}

/** The rows of a list, over all its pages. */
export async function allRows(request: APIRequestContext, address: string): Promise<SampleRow[]> {
  const rows: SampleRow[] = [];
  for (let next: string | null = address; next !== null; ) {
    const page: List = await list(request, next);
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}
