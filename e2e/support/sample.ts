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
};
type List = { count: number | null; rows: SampleRow[]; next: string | null };

/** A list as its JSON twin gives it. */
export async function list(request: APIRequestContext, address: string): Promise<List> {
  const answer = await request.get(address);
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
  return answer.json();
}

/** A sale of the sample whose price has a footnote: what the journeys look for. */
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
