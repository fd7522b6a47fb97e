import type { ClientBase } from "pg";
import { CopyInto } from "@/db/dataset/copy-into";
import type { QuarterFilings } from "@/db/dataset/quarter";
import { readCell } from "@/lib/dataset/data-set-cell";
import { withinNameLimit } from "@/lib/values/text-limit";

/** Names by their cells, CIK first, with tabs between them; each with the newest filing that has it. */
export type NamesSeen = Map<string, number>;

export function noteName(quarter: QuarterFilings, names: NamesSeen, filing: number, cells: string) {
  const known = names.get(cells);
  if (known === undefined || orderOf(quarter, known).compare(orderOf(quarter, filing)) <= 0) names.set(cells, filing);
}

const NO_ORDER = Buffer.alloc(0);
const orderOf = (quarter: QuarterFilings, filing: number) => quarter.orderedAt[filing] ?? NO_ORDER;

// Update known names first and then insert new ones: an upsert would compute the words of every known name again.
const STORE_ISSUERS = `
create temporary table newest on commit drop as
  select distinct on (cik) cik, name, trading_symbol, named_at from named order by cik, named_at desc, filing desc;
update issuer i set name = n.name, trading_symbol = n.trading_symbol, named_at = n.named_at
  from newest n where n.cik = i.cik and n.named_at > i.named_at;
insert into issuer (cik, name, trading_symbol, named_at)
  select cik, name, trading_symbol, named_at from newest n where not exists (select from issuer i where i.cik = n.cik);
drop table newest;
create temporary table each_name on commit drop as
  select cik, coalesce(name, '') as name, coalesce(trading_symbol, '') as trading_symbol, max(named_at) as named_at
  from named group by 1, 2, 3;
update issuer_name i set named_at = n.named_at
  from each_name n
  where n.cik = i.cik and n.name = i.name and n.trading_symbol = i.trading_symbol and n.named_at > i.named_at;
insert into issuer_name (cik, name, trading_symbol, named_at)
  select cik, name, trading_symbol, named_at from each_name n
  where not exists (
    select from issuer_name i where i.cik = n.cik and i.name = n.name and i.trading_symbol = n.trading_symbol);
drop table each_name`;

const STORE_OWNERS = `
create temporary table newest on commit drop as
  select distinct on (cik) cik, name, named_at from named order by cik, named_at desc, filing desc;
update owner o set name = n.name, named_at = n.named_at
  from newest n where n.cik = o.cik and n.named_at > o.named_at;
insert into owner (cik, name, named_at)
  select cik, name, named_at from newest n where not exists (select from owner o where o.cik = n.cik);
create temporary table each_name on commit drop as
  select cik, coalesce(name, '') as name, max(named_at) as named_at from named group by 1, 2;
update owner_name o set named_at = n.named_at
  from each_name n where n.cik = o.cik and n.name = o.name and n.named_at > o.named_at;
insert into owner_name (cik, name, named_at)
  select cik, name, named_at from each_name n
  where not exists (select from owner_name o where o.cik = n.cik and o.name = n.name)`;

/**
 * Stores the names of a quarter: the newest filing's name is shown, and every name ever filed can be found. The caller holds the
 * lock on filings, so that no other ingest stores names meanwhile.
 */
export async function storeNamesSeen(
  client: ClientBase,
  quarter: QuarterFilings,
  issuers: NamesSeen,
  owners: NamesSeen,
) {
  await client.query(
    "create temporary table named (cik text, name text, trading_symbol text, named_at timestamptz, filing integer) on commit drop",
  );
  await copyNames(client, quarter, issuers);
  await client.query(STORE_ISSUERS);
  await client.query("truncate named");
  await copyNames(client, quarter, owners);
  await client.query(STORE_OWNERS);
}

async function copyNames(client: ClientBase, quarter: QuarterFilings, names: NamesSeen) {
  const copy = new CopyInto(client, "copy named from stdin");
  const { out } = copy;
  for (const [cells, filing] of names) {
    const [cik = "", name = "", symbol = ""] = cells.split("\t");
    const known = readCell(cik, "cik").value;
    if (typeof known !== "string") continue;
    out.beginRow(cells.length * 3);
    out.text(known);
    for (const cell of [name, symbol]) {
      const { value } = readCell(cell, "text");
      out.tab();
      if (typeof value === "string") out.text(withinNameLimit(value));
      else out.nothing();
    }
    out.tab();
    out.plain(orderOf(quarter, filing));
    out.tab();
    out.number(filing);
    out.endRow();
    if (copy.isDue) await copy.send();
  }
  await copy.end();
}
