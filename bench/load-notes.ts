import type { Client } from "pg";
import { from } from "pg-copy-streams";
import { pickText, textOf } from "@/bench/note-writer";
import { makePostponedIndexes, setIndexesAside } from "@/db/server/postponed-indexes";
import { SeededDice } from "@/testing/seeded-dice";

/** Filings per batch. */
const BATCH = 10_000;
const FIRST_DAY = Date.UTC(2006, 0, 2);
const DAYS = 20 * 365;
const DAY = 86_400_000;
const ISSUERS = 6_000;
const AGENTS = 1_500;
/** Upper limits per filing. The averages are 2 rows and 2.4 footnotes. */
const MOST_ROWS = 3;
const MOST_NOTES = 4.8;

const CODES = ["S", "F", "M", "A", "P", "G", "J"];
const CODE_WEIGHTS = [26, 44, 66, 88, 93, 97, 100];
const FIRST = ["Northgate", "Harbor", "Quarry", "Summit", "Meridian", "Alder", "Copper", "Lantern"];
const SECOND = ["Therapeutics", "Financial", "Energy", "Robotics", "Foods", "Holdings", "Realty"];
const FAMILY = ["Almqvist", "Brandt", "Carver", "Dunmore", "Eklund", "Falk", "Grimaldi", "Holloway"];
const GIVEN = ["Ada", "Bengt", "Carla", "Dmitri", "Edda", "Farouk", "Greta", "Hamid"];

const COLUMNS = {
  filing:
    "accession_number, source, version, is_sample, filing_date, ordered_at, document_type, issuer_cik, issuer_name, remarks, has_tables",
  filing_owner: "accession_number, position, cik, name",
  filing_row:
    "accession_number, table_number, line, kind, ordered_at, security_title, transaction_date, transaction_code, transaction_shares, transaction_shares_footnotes, price_per_share, price_per_share_footnotes, acquired_disposed_code, shares_owned_following, direct_or_indirect, nature_of_ownership_footnotes",
  footnote: "accession_number, position, footnote_id, text",
} as const;
type Table = keyof typeof COLUMNS;
const TABLES = Object.keys(COLUMNS) as Table[];

/** Fills an empty database with footnotes and the filings and rows around them. @returns how many filings. */
export async function loadNotes(client: Client, notes: number): Promise<number> {
  const filings = Math.round(notes / 2.4);
  await client.query("begin");
  await setIndexesAside(client);
  await client.query("commit");
  const writer = new FilingWriter(filings);
  for (let at = 0; at < filings; at += BATCH) {
    const lines = writer.write(at, Math.min(filings, at + BATCH));
    await client.query("begin; set local session_replication_role = replica");
    for (const table of TABLES) await copy(client, table, lines[table]);
    await client.query("commit");
  }
  await makePostponedIndexes(client, { isOwn: true });
  await client.query(`
    insert into issuer (cik, name, named_at) select distinct on (issuer_cik) issuer_cik, issuer_name, ordered_at from filing
      where issuer_cik is not null order by issuer_cik, ordered_at desc;
    insert into issuer_name (cik, name, trading_symbol, named_at) select cik, name, '', named_at from issuer;
    insert into owner (cik, name, named_at) select distinct on (cik) cik, name, now() from filing_owner order by cik;
    insert into owner_name (cik, name, named_at) select cik, name, named_at from owner;
    analyze filing, filing_owner, filing_row, footnote, issuer, issuer_name, owner, owner_name`);
  await client.query("vacuum filing, filing_row, footnote");
  return filings;
}

async function copy(client: Client, table: Table, lines: string[]): Promise<void> {
  const stream = client.query(from(`copy ${table} (${COLUMNS[table]}) from stdin`));
  const done = new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
  });
  for (let at = 0; at < lines.length; at += 500) stream.write(lines.slice(at, at + 500).join(""));
  stream.end();
  await done;
}

class FilingWriter {
  private readonly dice = new SeededDice(45);
  private readonly sequences = new Int32Array(AGENTS);

  constructor(private readonly filings: number) {}

  write(first: number, end: number): Record<Table, string[]> {
    const lines: Record<Table, string[]> = { filing: [], filing_owner: [], filing_row: [], footnote: [] };
    for (let at = first; at < end; at++) this.filing(at, lines);
    for (const table of TABLES) lines[table].sort();
    return lines;
  }

  private filing(at: number, lines: Record<Table, string[]>) {
    const { dice } = this;
    const day = FIRST_DAY + Math.floor((at / this.filings) * DAYS) * DAY;
    const filed = dayOf(day);
    const ordered = new Date(day + 5 * 3_600_000).toISOString();
    const agent = Math.floor(dice.next() ** 3 * AGENTS);
    const sequence = (this.sequences[agent] ?? 0) + 1;
    this.sequences[agent] = sequence;
    const number = `000${1_000_000 + agent * 613}-${filed.slice(2, 4)}-${String(sequence).padStart(6, "0")}`;
    const issuer = Math.floor(dice.next() ** 1.5 * ISSUERS);
    const owner = issuer * 8 + dice.below(8);
    const form = dice.below(100) < 92 ? "4" : dice.of(["3", "4/A", "5"]);
    const notes = Array.from({ length: Math.round(dice.next() * MOST_NOTES) }, () => textOf(pickText(dice)));
    const remarks = dice.below(100) < 8 ? textOf(pickText(dice)) : "\\N";
    const name = `${FIRST[issuer % 8]} ${SECOND[issuer % 7]} ${issuer} Inc.`;
    lines.filing.push(
      `${number}\tdata-set\t1\tf\t${filed}\t${ordered}\t${form}\t${10_000 + issuer * 211}\t${name}\t${remarks}\tt\n`,
    );
    lines.filing_owner.push(
      `${number}\t1\t${1_200_000 + owner * 7}\t${FAMILY[owner % 8]} ${GIVEN[Math.floor(owner / 8) % 8]} ${owner}\n`,
    );
    const cite = () => (notes.length > 0 && dice.below(100) < 60 ? `{F${1 + dice.below(notes.length)}}` : "\\N");
    const rows = 1 + dice.below(MOST_ROWS);
    for (let line = 1; line <= rows; line++) {
      const roll = dice.below(100);
      const code = CODES[CODE_WEIGHTS.findIndex((weight) => roll < weight)] ?? "S";
      const traded = dayOf(day - dice.below(3) * DAY);
      lines.filing_row.push(
        `${number}\tI\t${line}\ttransaction\t${ordered}\tCommon Stock\t${traded}\t${code}\t${1 + dice.below(20_000)}\t${cite()}\t${1 + dice.below(300)}\t${cite()}\tD\t${dice.below(400_000)}\tD\t${cite()}\n`,
      );
    }
    notes.forEach((text, index) => {
      lines.footnote.push(`${number}\t${index + 1}\tF${index + 1}\t${text}\n`);
    });
  }
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
