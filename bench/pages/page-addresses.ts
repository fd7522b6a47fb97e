import type { Pool } from "pg";
import { filingUrl, footnotesUrl, insiderUrl, issuerUrl, latestUrl } from "@/lib/urls";

/** Common words of footnotes, which a large share of them contain. */
const WIDE = [
  "shares",
  "plan",
  "price",
  "vest",
  "stock units",
  "trust",
  "reporting person",
  "common stock",
  "weighted average",
];
const RARE_WORDS = 3;

export type PageKind = { name: string; paths: string[] };

/** Addresses of each kind of page, chosen at random, and those of the insiders and issuers with the most filings. */
export async function pageAddresses(pool: Pool, each: number, largest: number): Promise<PageKind[]> {
  const column = async (text: string, values: unknown[]) =>
    (await pool.query<{ found: string }>(text, values)).rows.map(({ found }) => found);
  /** Random rows of a table, read from random blocks. */
  const random = async (what: string, table: string, where = "true") => {
    const [rows = "0"] = await column("select reltuples::bigint as found from pg_class where oid = $1::regclass", [
      table,
    ]);
    const share = Math.min(100, Math.max(0.01, (100 * 100 * each) / Math.max(Number(rows), 1)));
    return column(
      `select ${what} as found from ${table} tablesample system (${share}) where ${where} order by random() limit $1`,
      [each],
    );
  };
  const busiest = (text: string) => column(`${text} group by 1 order by count(*) desc limit $1`, [largest]);
  const notes = await random("text", "footnote", "length(text) > 60");
  return [
    { name: "filing", paths: (await random("accession_number", "filing")).map(filingUrl) },
    { name: "insider", paths: (await random("cik", "owner")).map(insiderUrl) },
    { name: "issuer", paths: (await random("cik", "issuer")).map(issuerUrl) },
    { name: "latest", paths: Array.from({ length: each }, latestUrl) },
    { name: "footnotes, narrow", paths: notes.map(rareWords).map(footnotesUrl) },
    { name: "footnotes, wide", paths: WIDE.map(footnotesUrl) },
    {
      name: `insiders, ${largest} largest`,
      paths: (await busiest("select cik as found from filing_owner where cik is not null")).map(insiderUrl),
    },
    {
      name: `issuers, ${largest} largest`,
      paths: (await busiest("select issuer_cik as found from filing where issuer_cik is not null")).map(issuerUrl),
    },
  ];
}

/** The longest words of a text. Few other texts contain all of them. */
const rareWords = (text: string): string =>
  [...new Set(text.match(/\p{L}{4,}/gu))]
    .sort((a, b) => b.length - a.length)
    .slice(0, RARE_WORDS)
    .join(" ");
