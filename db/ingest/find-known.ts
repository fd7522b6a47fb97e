import type { PoolClient } from "pg";
import { findHeldRecord } from "@/db/ingest/held-record";
import type { IncomingFiling } from "@/db/ingest/read-incoming";
import type { FilingSource } from "@/db/schema";
import { databaseOn } from "@/db/server/client";
import { isSameFiling, type PaperFiling } from "@/paper/is-same-filing";

export type KnownFiling = {
  accessionNumber: string;
  source: FilingSource;
  version: number;
  /** Null where only a data set is known, which has no document. */
  contentSha256: string | null;
  filedAt: Date | null;
  filingDate: string | null;
  issuerCik: string | null;
};

/** A paper that is held under a number of ours. */
export type PaperHeld = KnownFiling & PaperFiling;

const COLUMNS = `accession_number as "accessionNumber", source, version, content_sha256 as "contentSha256", filed_at as "filedAt",
  filing_date::text as "filingDate", issuer_cik as "issuerCik"`;

/**
 * The filing that an incoming one may be: under its number; else, if it is held under a number of ours, or its number corrects the
 * one that the same paper was stored under, by content; without a number by content alone, that of any version. For XML also the paper of the same filing that came without a number.
 */
export async function findKnown(
  client: PoolClient,
  { accessionNumber, contentSha256, parsed, paper }: IncomingFiling,
): Promise<{ known: KnownFiling | null; paper: PaperHeld | null }> {
  const { issuerCik, issuerName } = parsed.record.filing;
  const { rows } = await client.query<KnownFiling & { isLocalPaper: boolean }>({
    name: "find_known_filing",
    text: `(select ${COLUMNS}, false as "isLocalPaper" from filing
        where accession_number = $1 or accession_number in (
          select accession_number from raw_document
          where content_sha256 = $2 and ($1::text is null or accession_number like 'local-%' or $5))
        order by accession_number = $1 desc nulls last, accession_number limit 1)
      union all
      (select ${COLUMNS}, true from filing
        where source = 'paper' and accession_number like 'local-%' and (issuer_cik = $3 or upper(issuer_name) = upper($4)))`,
    values: [
      accessionNumber,
      contentSha256,
      paper ? null : issuerCik,
      paper ? null : issuerName,
      paper?.isNumberGiven ?? false,
    ],
  });
  const known = rows.find(({ isLocalPaper }) => !isLocalPaper) ?? null;
  const held: PaperHeld[] = [];
  for (const { isLocalPaper, ...row } of rows) {
    if (!isLocalPaper || row.accessionNumber === known?.accessionNumber) continue;
    const record = await findHeldRecord(databaseOn(client), row.accessionNumber);
    const unread = record?.filing.unread ?? [];
    if (record && isSameFiling({ record, unread }, parsed.record)) held.push({ ...row, record, unread });
  }
  // Two that may be it are none that is.
  return { known, paper: held.length === 1 ? (held[0] ?? null) : null };
}

/** The filing that is held, by another source, of a paper that came without a number; null unless it is one and no other. */
export async function findXmlOfPaper(client: PoolClient, incoming: IncomingFiling): Promise<KnownFiling | null> {
  const { filing, rows } = incoming.parsed.record;
  const trade = rows.find(({ transactionDate, transactionShares }) => transactionDate && transactionShares);
  const { rows: candidates } = await client.query<KnownFiling>({
    name: "find_xml_of_paper",
    text: `select ${COLUMNS} from filing where source <> 'paper' and accession_number in (
        select accession_number from filing_row where transaction_date = $1 and transaction_shares = $2
        union
        select accession_number from filing where period_of_report = $3 and issuer_cik in (
          select $4 union select cik from issuer_name
          where words @@ plainto_tsquery('simple', regexp_replace($5, '[^[:alnum:]]+', ' ', 'g'))))`,
    values: [
      trade?.transactionDate ?? null,
      trade?.transactionShares ?? null,
      filing.periodOfReport,
      filing.issuerCik,
      filing.issuerName ?? "",
    ],
  });
  const same: KnownFiling[] = [];
  for (const candidate of candidates) {
    const record = await findHeldRecord(databaseOn(client), candidate.accessionNumber);
    const paper = { record: incoming.parsed.record, unread: incoming.paper?.unread ?? [] };
    if (record && isSameFiling(paper, record)) same.push(candidate);
  }
  return same.length === 1 ? (same[0] ?? null) : null;
}
