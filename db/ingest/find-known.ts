import type { PoolClient } from "pg";
import { lockIssuer } from "@/db/derive/lock-issuer";
import type { IncomingFiling } from "@/db/ingest/read-incoming";
import { findStoredRecord, type StoredRecord } from "@/db/ingest/stored-record";
import { findPaperReading } from "@/db/queries/paper-filing";
import type { FilingSource } from "@/db/schema";
import { databaseOn } from "@/db/server/client";
import { isSameFiling, type PaperFiling } from "@/paper/parties/is-same-filing";

/** The row of `filing` for a filing that we have. */
export type KnownFiling = {
  accessionNumber: string;
  source: FilingSource;
  version: number;
  filedAt: Date | null;
  filingDate: string | null;
  issuerCik: string | null;
};

/** A filing that we have, with what it takes to compare an incoming one with it. */
export type Known = KnownFiling & {
  /** Whether one of its versions came from the same content. */
  hasContent: boolean;
  /** Its values. Null when both are XML: two XML documents are compared only by their content. */
  record: StoredRecord | null;
  /** Which of its values are uncertain; null when they were not read from paper, or when an XML filing comes in. */
  uncertain: string[] | null;
};

/** A paper form that we stored under a number of ours. */
export type NumberlessPaper = Pick<KnownFiling, "accessionNumber" | "issuerCik"> & PaperFiling;

/** What the database has that may be the incoming filing. */
export type Candidates = {
  known: Known | null;
  /** For an XML filing: the paper form of it that came without a number. */
  paper: NumberlessPaper | null;
  /** For a paper form without a number that we do not know: the same filing from a better source. */
  better: Known | null;
};

const COLUMNS = `accession_number as "accessionNumber", source, version, filed_at as "filedAt",
  filing_date::text as "filingDate", issuer_cik as "issuerCik"`;

/** Looks for the incoming filing, and locks the issuer of the one that is known until the transaction ends. */
export async function findCandidates(client: PoolClient, incoming: IncomingFiling): Promise<Candidates> {
  const { known, paper } = await findKnown(client, incoming);
  if (!known) {
    const isNumberless = incoming.paper !== null && incoming.accessionNumber === null;
    return { known: null, paper, better: isNumberless ? await findBetterSource(client, incoming) : null };
  }
  // What is derived from its issuer's filings may change with it, so no other run may derive them meanwhile.
  await lockIssuer(client, known.issuerCik ?? known.accessionNumber);
  const db = databaseOn(client);
  const record = incoming.paper || known.source !== "xml" ? await findStoredRecord(db, known.accessionNumber) : null;
  const reading = incoming.paper ? await findPaperReading(db, known.accessionNumber) : null;
  return { known: { ...known, record, uncertain: reading?.uncertain ?? null }, paper, better: null };
}

/**
 * Looks up a filing by its number first. Otherwise the content decides, in any version: when the incoming filing has no number,
 * when the known one has a number of ours, or when the number was given to correct an earlier one. For XML it also finds the
 * paper form of the same filing that came without a number.
 */
async function findKnown(
  client: PoolClient,
  { accessionNumber, contentSha256, parsed, paper }: IncomingFiling,
): Promise<{ known: (KnownFiling & Pick<Known, "hasContent">) | null; paper: NumberlessPaper | null }> {
  const { issuerCik, issuerName } = parsed.record.filing;
  const { rows } = await client.query<KnownFiling & { hasContent: boolean; isNumberlessPaper: boolean }>({
    name: "find_known_filing",
    text: `(select ${COLUMNS}, false as "isNumberlessPaper",
          content_sha256 is not distinct from $2 or exists (
            select from raw_document raw where raw.accession_number = filing.accession_number and raw.content_sha256 = $2
          ) as "hasContent"
        from filing
        where accession_number = $1 or accession_number in (
          select accession_number from raw_document
          where content_sha256 = $2 and ($1::text is null or accession_number like 'local-%' or $5))
        order by accession_number = $1 desc nulls last, accession_number limit 1)
      union all
      (select ${COLUMNS}, true, false from filing
        where source = 'paper' and accession_number like 'local-%' and (issuer_cik = $3 or upper(issuer_name) = upper($4)))`,
    values: [
      accessionNumber,
      contentSha256,
      paper ? null : issuerCik,
      paper ? null : issuerName,
      paper?.isNumberGiven ?? false,
    ],
  });
  const known = rows.find(({ isNumberlessPaper }) => !isNumberlessPaper) ?? null;
  const same: NumberlessPaper[] = [];
  for (const row of rows) {
    if (!row.isNumberlessPaper || row.accessionNumber === known?.accessionNumber) continue;
    const record = await findStoredRecord(databaseOn(client), row.accessionNumber);
    const unread = record?.filing.unread ?? [];
    if (record && isSameFiling({ record, unread }, parsed.record)) same.push({ ...row, record, unread });
  }
  return { known, paper: onlyOne(same) };
}

/** The filing from a better source that a paper form without a number repeats. */
async function findBetterSource(client: PoolClient, { parsed, paper }: IncomingFiling): Promise<Known | null> {
  const { filing, rows } = parsed.record;
  const trade = rows.find(({ transactionDate, transactionShares }) => transactionDate && transactionShares);
  const { rows: candidates } = await client.query<KnownFiling>({
    name: "find_better_source",
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
  const same: Known[] = [];
  for (const candidate of candidates) {
    const record = await findStoredRecord(databaseOn(client), candidate.accessionNumber);
    if (record && isSameFiling({ record: parsed.record, unread: paper?.unread ?? [] }, record)) {
      same.push({ ...candidate, record, uncertain: null, hasContent: false });
    }
  }
  return onlyOne(same);
}

/** When two filings match, we cannot tell which one is meant. */
const onlyOne = <T>(found: T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);
