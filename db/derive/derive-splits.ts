import type { ClientBase } from "pg";
import { loadEntries } from "@/db/derive/load-entries";
import type { FilingEntry } from "@/lib/edgar/filing";
import type { GapReason } from "@/lib/holdings/balance-check";
import { type Gap, gapOf } from "@/lib/holdings/gap";
import { splitReason, splits, statedSplits } from "@/lib/holdings/splits";
import { entryRows } from "@/lib/series/entry-rows";
import { rowKey } from "@/lib/series/series-row";

/** A balance that hints at a split, by row keys: what `row_check` says of it. */
export type Hint = {
  key: string;
  prior: string;
  line: string;
  expected: string | null;
  reported: string | null;
  difference: string | null;
};

/** Tells from all balances of an issuer that hint at a split which are one, and gives those their reason. */
export async function deriveSplits(client: ClientBase, issuerCik: string): Promise<void> {
  const hints = await listHints(client, issuerCik);
  if (hints.length === 0) return;
  const reasons = splitReasons(hints, await loadEntries(client, filingsOf(hints)));
  await client.query({
    name: "derive_split_reasons",
    text: `
      update split_hint set reason = told.reason
      from split_hint held
        left join jsonb_to_recordset($2::jsonb) as told (key text, reason jsonb)
          on told.key = held.accession_number || '#' || held.table_number || '-' || held.line
      where held.issuer_cik = $1 and (split_hint.accession_number, split_hint.table_number, split_hint.line)
        = (held.accession_number, held.table_number, held.line) and split_hint.reason is distinct from told.reason`,
    values: [issuerCik, JSON.stringify(Array.from(reasons, ([key, reason]) => ({ key, reason })))],
  });
}

async function listHints(client: ClientBase, issuerCik: string): Promise<Hint[]> {
  const { rows } = await client.query<Hint>({
    name: "derive_split_hints",
    text: `
      select accession_number || '#' || table_number || '-' || line as key, prior_row as prior, holding_line as line,
        expected, reported, difference
      from split_hint join row_check using (accession_number, table_number, line)
      where issuer_cik = $1 and state = 'gap' and prior_row is not null`,
    values: [issuerCik],
  });
  return rows;
}

const filingOf = (key: string) => key.slice(0, key.indexOf("#"));

/** The filings that some hints stand in, with those of the balances before. */
export const filingsOf = (hints: readonly Hint[]): string[] => [
  ...new Set(hints.flatMap(({ key, prior }) => [filingOf(key), filingOf(prior)])),
];

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/**
 * By row key, the reason of each balance of an issuer that a split explains.
 * @param entries the filings of the hints
 */
export function splitReasons(hints: readonly Hint[], entries: readonly FilingEntry[]): ReadonlyMap<string, GapReason> {
  const inOrder = [...entries].sort((a, b) => compare(a.filing.accessionNumber, b.filing.accessionNumber));
  const sources = new Map(entryRows(inOrder).map((source) => [rowKey(source), source]));
  const gaps = [...hints]
    .sort((a, b) => compare(a.key, b.key))
    .flatMap(({ key, prior: priorKey, line, expected, reported, difference }): Gap | Gap[] => {
      const [source, prior] = [sources.get(key), sources.get(priorKey)];
      if (!source || !prior) return [];
      const check = { state: "gap", expected, reported, difference, missing: null, prior: null, reason: null } as const;
      return gapOf({ source, prior, line, position: 0, check }) ?? [];
    });
  const found = splits(gaps, inOrder.flatMap(statedSplits));
  return new Map(
    gaps.flatMap((gap) => {
      const reason = splitReason(gap, found);
      return reason ? [[rowKey(gap.source), reason] as const] : [];
    }),
  );
}
