import type { ClientBase, QueryArrayConfig } from "pg";
import { AS_TEXT } from "@/db/derive/load-entries";
import { implausibleRow } from "@/db/schema";
import { asJson } from "@/db/schema/json-rows";
import type { DerivedRows } from "@/lib/derive/derive-connected";
import { type JudgedRow, outlyingPrices, type PricedRow, pricedRow } from "@/lib/implausible/outlying-prices";
import type { FilingEntry } from "@/lib/record/filing";
import {
  type Implausible,
  type ImplausibleColumns,
  type ImplausibleReason,
  implausibleColumns,
  implausibleOf,
} from "@/lib/record/implausible";
import type { TableNumber } from "@/lib/record/reported-row";
import { keyOfRow } from "@/lib/record/row-key";

type Rows = DerivedRows["implausible"];
type Derived = Pick<DerivedRows, "implausible" | "superseded" | "readings" | "checks">;

/** The rows of a whole issuer whose price other trades contradict, besides those that their own filing contradicts. */
export function outlyingRows(entries: readonly FilingEntry[], derived: readonly Derived[]): Rows {
  const keys = (rows: (of: Derived) => Parameters<typeof keyOfRow>[0][]) =>
    new Set(derived.flatMap(rows).map(keyOfRow));
  const marked = new Map(
    derived.flatMap(({ implausible }) => implausible.map((row) => [keyOfRow(row), implausibleOf(row)] as const)),
  );
  const superseded = keys((of) => of.superseded);
  const foreign = keys(({ readings }) => readings.filter(({ currency }) => currency !== null));
  const consistent = keys(({ checks }) => checks.filter(({ state }) => state === "consistent"));
  const rows = entries.flatMap((entry) =>
    entry.rows.filter(({ kind, pricePerShare }) => kind === "transaction" && pricePerShare.value !== null),
  );
  return columnsOf(
    rows.map((row) => {
      const key = keyOfRow(row);
      return {
        row: pricedRow(row),
        isForeign: foreign.has(key),
        marked: marked.get(key) ?? null,
        isSuperseded: superseded.has(key),
        isConsistent: consistent.has(key),
      };
    }),
  );
}

function columnsOf(rows: readonly JudgedRow[]): Rows {
  const found = outlyingPrices(rows);
  if (found.size === 0) return [];
  return rows.flatMap(({ row }) => {
    const implausible = found.get(keyOfRow(row));
    const { accessionNumber, tableNumber, line } = row;
    return implausible ? [{ accessionNumber, tableNumber, line, ...implausibleColumns(implausible) }] : [];
  });
}

/**
 * The rows of an issuer that have a price, as `pricedRow` makes them, and what else was derived about them. Figures that may have
 * been misread on paper are left out, as everywhere.
 */
const PRICED_ROWS = `
  select accession_number, table_number, line,
    case when 'transactionCode' = any(uncertain) then null else transaction_code end,
    transaction_date, case table_number when 'I' then security_title else underlying_security_title end,
    price_per_share, transaction_shares, underlying_security_shares, conversion_or_exercise_price,
    price_per_share_footnotes is not null,
    currency is not null, superseded_by is not null, state = 'consistent',
    field, implausible_row.reason, cause, amount, times, trades, footnote_id
  from filing_row
    left join trade_reading using (accession_number, table_number, line)
    left join superseded_row using (accession_number, table_number, line)
    left join row_check using (accession_number, table_number, line)
    left join implausible_row using (accession_number, table_number, line)
  where accession_number = any(array(select accession_number from filing where issuer_cik = $1))
    and kind = 'transaction' and price_per_share > 0
    and not coalesce(uncertain && '{pricePerShare,transactionShares,transactionDate}', false)`;

/** Reasons that only this step finds. The others come from the filing of the row itself. */
const OF_OTHERS: readonly string[] = ["other trades", "another report"] satisfies ImplausibleReason[];

/**
 * Compares the prices of all trades of an issuer again, because a filing can be evidence for and against the prices of others. Rows that
 * their own filings contradict must already be stored. @returns the filings with rows that other trades contradict now or contradicted
 * before.
 */
export async function deriveOutlying(client: ClientBase, issuerCik: string): Promise<string[]> {
  const query: QueryArrayConfig = {
    name: "derive_priced_rows",
    text: PRICED_ROWS,
    values: [issuerCik],
    rowMode: "array",
    types: AS_TEXT,
  };
  const { rows } = await client.query<(string | null)[]>(query);
  const stored: PricedRow[] = [];
  const judged = rows.map((cells): JudgedRow => {
    const [accessionNumber = "", tableNumber, line, code = null, date = null, security = null, ...others] = cells;
    const [price = null, shares = null, underlyingShares = null, exercisePrice = null, hasPriceNote, ...derived] =
      others;
    const row: PricedRow = {
      accessionNumber: accessionNumber ?? "",
      tableNumber: tableNumber as TableNumber,
      line: Number(line),
      code,
      date,
      security,
      price,
      shares,
      underlyingShares,
      exercisePrice,
      hasPriceNote: hasPriceNote === "t",
    };
    const [foreign, superseded, consistent, ...mark] = derived;
    const marked = markOf(mark);
    const isOfOthers = marked !== null && OF_OTHERS.includes(marked.reason);
    if (isOfOthers) stored.push(row);
    return {
      row,
      isForeign: foreign === "t",
      marked: isOfOthers ? null : marked,
      isSuperseded: superseded === "t",
      isConsistent: consistent === "t",
    };
  });
  const found = columnsOf(judged);
  if (found.length > 0 || stored.length > 0) await replaceOutlying(client, stored, found);
  return [...found, ...stored].map(({ accessionNumber }) => accessionNumber);
}

function markOf([field, reason, cause, amount, times, trades, footnoteId]: (string | null)[]): Implausible | null {
  if (reason == null) return null;
  return implausibleOf({
    field,
    reason,
    cause,
    amount,
    times,
    trades: trades == null ? null : Number(trades),
    footnoteId,
  } as ImplausibleColumns);
}

async function replaceOutlying(client: ClientBase, stored: readonly PricedRow[], found: Rows): Promise<void> {
  await client.query({
    name: "derive_replace_outlying",
    text: `
      with found as (select * from json_populate_recordset(null::implausible_row, $1::json)),
        gone as (
          delete from implausible_row
          using json_populate_recordset(null::implausible_row, $2::json) as stored
          where (implausible_row.accession_number, implausible_row.table_number, implausible_row.line)
              = (stored.accession_number, stored.table_number, stored.line)
            and not exists (select from found where (found.accession_number, found.table_number, found.line)
              = (stored.accession_number, stored.table_number, stored.line)))
      insert into implausible_row select * from found
      on conflict (accession_number, table_number, line) do update
        set (field, reason, cause, amount, times, trades, footnote_id)
          = (excluded.field, excluded.reason, excluded.cause, excluded.amount, excluded.times, excluded.trades, excluded.footnote_id)`,
    values: [asJson(implausibleRow, found), asJson(implausibleRow, stored)],
  });
}
