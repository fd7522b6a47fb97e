import type { ClientBase } from "pg";
import { loadEntries } from "@/db/derive/load-entries";
import { typedValue } from "@/lib/edgar/typed-value";
import { eventKey } from "@/lib/events/event-key";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { keyInFiling, partsOfKey } from "@/lib/record/row-key";
import { parseDecimal } from "@/lib/values/decimal";

type ReadFilings = {
  entries: readonly FilingEntry[];
  /** Keys of superseded rows, each with the key of the row that replaced it. */
  supersededBy: ReadonlyMap<string, string>;
};

/** Rows of an issuer that may be the same events as the given rows, with their filings. */
export type EqualRows = {
  entries: FilingEntry[];
  keys: ReadonlySet<string>;
  supersededBy: ReadonlyMap<string, string>;
};

/**
 * Finds all rows of an issuer that equal the given rows, whether connected or not, or did so before an amendment changed one of
 * them; and rows that equal those in turn.
 * @param read filings that are read already
 * @param sought keys of rows (`0001365555-13-000001#I-2`), which may no longer exist
 */
export async function findEqualRows(
  client: ClientBase,
  issuerCik: string | null,
  read: ReadFilings,
  sought: Iterable<string>,
): Promise<EqualRows> {
  const known = new Map(read.entries.map((entry) => [entry.filing.accessionNumber, entry]));
  const versions = new Versions(read.supersededBy);
  const entries = new Map<string, FilingEntry>();
  const rowsByKey = new Map<string, { row: ReportedRow; eventKey: string }>();
  const keysByEvent = new Map<string, string[]>();
  const look = async (numbers: Iterable<string>) => {
    const open = [...new Set(numbers)].filter((number) => !entries.has(number));
    const unread = open.filter((number) => !known.has(number));
    if (unread.length > 0) versions.add(await listSupersededOfChains(client, unread));
    for (const entry of [
      ...open.flatMap((number) => known.get(number) ?? []),
      ...(await loadEntries(client, unread)),
    ]) {
      const { accessionNumber, issuer } = entry.filing;
      entries.set(accessionNumber, entry);
      for (const row of entry.rows) {
        const event = eventKey(row, issuer.cik);
        if (event === null) continue;
        const key = keyInFiling(accessionNumber, rowId(row));
        rowsByKey.set(key, { row, eventKey: event });
        const alike = keysByEvent.get(event);
        if (alike) alike.push(key);
        else keysByEvent.set(event, [key]);
      }
    }
  };

  const keys = new Set<string>();
  const events = new Set<string>();
  for (let open = new Set(sought); open.size > 0; ) {
    await look([...open].map((key) => partsOfKey(key).accessionNumber));
    const next = new Set<string>();
    const fresh = new Map<string, ReportedRow>();
    for (const key of open) {
      const found = rowsByKey.get(key);
      if (!found) continue;
      keys.add(key);
      for (const version of versions.of(key)) next.add(version);
      if (!events.has(found.eventKey)) fresh.set(found.eventKey, found.row);
    }
    if (issuerCik !== null && fresh.size > 0) {
      await look(await findSameNumbers(client, issuerCik, [...fresh.values()]));
      for (const event of fresh.keys()) {
        events.add(event);
        for (const key of keysByEvent.get(event) ?? []) next.add(key);
      }
    }
    for (const key of keys) next.delete(key);
    open = next;
  }
  return { entries: [...entries.values()], keys, supersededBy: versions.supersededBy };
}

/** How one trade was reported, before and after amendments. */
class Versions {
  readonly supersededBy = new Map<string, string>();
  private readonly originals = new Map<string, string[]>();

  constructor(supersededBy: ReadonlyMap<string, string>) {
    this.add(supersededBy);
  }

  add(supersededBy: Iterable<readonly [string, string]>) {
    for (const [key, by] of supersededBy) {
      if (this.supersededBy.has(key)) continue;
      this.supersededBy.set(key, by);
      const known = this.originals.get(by);
      if (known) known.push(key);
      else this.originals.set(by, [key]);
    }
  }

  /** Keys of the current row and of those that it replaced. */
  of(key: string): readonly string[] {
    const standing = this.supersededBy.get(key) ?? key;
    const originals = this.originals.get(standing);
    return originals ? [standing, ...originals] : [];
  }
}

/** Filings on an issuer with a transaction of the same date and as many shares (or the same total value) as one of these. */
async function findSameNumbers(client: ClientBase, issuerCik: string, rows: readonly ReportedRow[]): Promise<string[]> {
  const pairs = new Map(
    rows.flatMap(({ kind, transactionDate, transactionShares, transactionTotalValue }) => {
      // An invalid date stays as filed, and the database would refuse to compare it.
      const day = typedValue(transactionDate.value ?? "", "date").value;
      const shares = parseDecimal(transactionShares.value)?.toFixed() ?? null;
      const value = shares === null ? (parseDecimal(transactionTotalValue.value)?.toFixed() ?? null) : null;
      const isStated = kind === "transaction" && day !== null && (shares !== null || value !== null);
      return isStated ? [[`${day} ${shares} ${value}`, { day, shares, value }] as const] : [];
    }),
  );
  if (pairs.size === 0) return [];
  const asked = [...pairs.values()];
  const { rows: found } = await client.query<{ accessionNumber: string }>({
    name: "derive_same_numbers",
    text: `
      select distinct filing.accession_number as "accessionNumber"
      from (
        select filing_row.accession_number from unnest($1::date[], $2::numeric[]) as asked (day, shares)
          join filing_row on filing_row.transaction_date = asked.day and filing_row.transaction_shares = asked.shares
        union all
        select filing_row.accession_number from unnest($1::date[], $3::numeric[]) as asked (day, value)
          join filing_row on filing_row.transaction_date = asked.day and filing_row.transaction_shares is null
            and filing_row.transaction_total_value = asked.value
        where asked.value is not null
      ) as same join filing using (accession_number)
      where filing.issuer_cik = $4`,
    values: [
      asked.map(({ day }) => day),
      asked.map(({ shares }) => shares),
      asked.map(({ value }) => value),
      issuerCik,
    ],
  });
  return found.map((row) => row.accessionNumber);
}

/** The superseded rows of some filings, of those that they amend, and of those that amend them. */
async function listSupersededOfChains(
  client: ClientBase,
  numbers: readonly string[],
): Promise<(readonly [string, string])[]> {
  const { rows } = await client.query<{ key: string; by: string }>({
    name: "derive_superseded_of_chains",
    text: `
      with root as (
        select coalesce(amends, number) as number
        from unnest($1::text[]) as number left join amendment_link on amendment_link.accession_number = number
      ), chain as (
        select number from root
        union select accession_number from amendment_link where amends in (select number from root)
      )
      select accession_number || '#' || table_number || '-' || line as key, superseded_by as by
      from superseded_row join chain on accession_number = number`,
    values: [numbers],
  });
  return rows.map(({ key, by }) => [key, by] as const);
}
