import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { FilingMention } from "@/db/queries/insider";
import { reportedRow } from "@/db/queries/reported-row";
import { filing, filingOwner, filingRow, footnote } from "@/db/schema";
import type { ReportingOwner } from "@/lib/edgar/filing";
import type { ReportedRow } from "@/lib/edgar/reported-row";

/** An insider of an issuer: as its newest filing there names it, and the last balance of each line it reported. */
export type RosterEntry = {
  owner: ReportingOwner;
  last: FilingMention;
  first: string;
  filings: number;
  /** Whether the newest filing has the exit box checked. */
  hasLeft: boolean;
  /** Whether the newest filing says that no securities are owned. */
  noSecuritiesOwned: boolean;
  /** The newest row with a balance of each security, ownership and vehicle, newest first. */
  balances: { row: ReportedRow; filing: FilingMention; notes: Record<string, string> }[];
  /** The newest transaction. */
  lastTrade: { row: ReportedRow; filing: FilingMention; aff10b5One: boolean | null } | null;
};

/** The insiders of an issuer, those who filed last first, with their latest holdings. */
export async function listRoster(
  db: Db,
  issuerCik: string,
  limit: number,
): Promise<{ entries: RosterEntry[]; inAll: number }> {
  const { rows: found } = await db.execute<{
    cik: string;
    accession_number: string;
    position: number;
    first: string;
    filings: string;
    in_all: string;
  }>(sql`
    with named as (
      select o.cik, o.accession_number, o.position, f.ordered_at,
        row_number() over newest as nth,
        min(f.ordered_at) over (partition by o.cik) as first,
        count(*) over (partition by o.cik) as filings
      from filing f join filing_owner o using (accession_number)
      where f.issuer_cik = ${issuerCik} and o.cik is not null
      window newest as (partition by o.cik order by f.ordered_at desc, f.accession_number desc, o.position)
    )
    select cik, accession_number, position, first, filings, count(*) over () as in_all
    from named where nth = 1 order by ordered_at desc, cik limit ${limit}`);
  const ciks = found.map((f) => f.cik);
  if (ciks.length === 0) return { entries: [], inAll: 0 };

  const [owners, balances, trades] = await Promise.all([
    db
      .select({ owner: filingOwner, filing })
      .from(filingOwner)
      .innerJoin(filing, eq(filing.accessionNumber, filingOwner.accessionNumber))
      .where(
        sql`(${filingOwner.accessionNumber}, ${filingOwner.position}) in (${sql.join(
          found.map((f) => sql`(${f.accession_number}, ${f.position})`),
          sql`, `,
        )})`,
      ),
    newestRows(db, issuerCik, ciks, "balance"),
    newestRows(db, issuerCik, ciks, "trade"),
  ]);
  const notes = await notesOf(
    db,
    [...balances, ...trades].map((b) => b.filing.accessionNumber),
  );

  const byCik = new Map(owners.map((o) => [o.owner.cik, o]));
  const entries = found.flatMap((f): RosterEntry[] => {
    const named = byCik.get(f.cik);
    if (!named) return [];
    const trade = trades.find((t) => t.cik === f.cik);
    return [
      {
        owner: named.owner,
        last: mentionOf(named.filing),
        first: new Date(f.first).toISOString(),
        filings: Number(f.filings),
        hasLeft: named.filing.notSubjectToSection16 === true,
        noSecuritiesOwned: named.filing.noSecuritiesOwned === true,
        balances: balances
          .filter((b) => b.cik === f.cik)
          .map((b) => ({ row: b.row, filing: mentionOf(b.filing), notes: notes.get(b.filing.accessionNumber) ?? {} })),
        lastTrade: trade
          ? { row: trade.row, filing: mentionOf(trade.filing), aff10b5One: trade.filing.aff10b5One }
          : null,
      },
    ];
  });
  return { entries, inAll: Number(found[0]?.in_all ?? 0) };
}

type StoredFiling = typeof filing.$inferSelect;

const mentionOf = (f: StoredFiling): FilingMention => ({
  accessionNumber: f.accessionNumber,
  documentType: f.documentType,
  filingDate: f.filingDate,
  orderedAt: f.orderedAt.toISOString(),
});

/** The newest row of each owner and line that states a balance; or each owner's newest transaction. */
async function newestRows(db: Db, issuerCik: string, ciks: string[], what: "balance" | "trade") {
  const line = [
    filingRow.tableNumber,
    filingRow.securityTitle,
    filingRow.directOrIndirect,
    filingRow.natureOfOwnership,
  ];
  const terms = [filingRow.conversionOrExercisePrice, filingRow.expirationDate];
  // “See footnote” says the same of several vehicles: the note cited for the nature parts them within one filing.
  const distinct =
    what === "balance" ? [filingOwner.cik, ...line, ...terms, filingRow.natureOfOwnershipFootnotes] : [filingOwner.cik];
  const found = await db
    .selectDistinctOn(distinct, { cik: filingOwner.cik, row: filingRow, filing })
    .from(filing)
    .innerJoin(filingOwner, eq(filingOwner.accessionNumber, filing.accessionNumber))
    .innerJoin(filingRow, eq(filingRow.accessionNumber, filing.accessionNumber))
    .where(
      and(
        eq(filing.issuerCik, issuerCik),
        inArray(filingOwner.cik, ciks),
        what === "balance"
          ? sql`coalesce(${filingRow.sharesOwnedFollowing}, ${filingRow.valueOwnedFollowing}) is not null`
          : eq(filingRow.kind, "transaction"),
      ),
    )
    .orderBy(
      ...distinct.map((column) => asc(column)),
      ...(what === "trade" ? [sql`${filingRow.transactionDate} desc nulls last`] : []),
      desc(filing.orderedAt),
      desc(filing.accessionNumber),
      desc(filingRow.line),
    );
  return found
    .map((f) => ({ ...f, row: reportedRow(f.row) }))
    .sort((a, b) => b.filing.orderedAt.getTime() - a.filing.orderedAt.getTime() || a.row.line - b.row.line);
}

async function notesOf(db: Db, accessionNumbers: string[]): Promise<Map<string, Record<string, string>>> {
  const notes = new Map<string, Record<string, string>>();
  if (accessionNumbers.length === 0) return notes;
  const found = await db
    .select({ accessionNumber: footnote.accessionNumber, footnoteId: footnote.footnoteId, text: footnote.text })
    .from(footnote)
    .where(inArray(footnote.accessionNumber, [...new Set(accessionNumbers)]));
  for (const { accessionNumber, footnoteId, text } of found) {
    const ofFiling = notes.get(accessionNumber) ?? {};
    if (footnoteId !== null) ofFiling[footnoteId] ??= text ?? "";
    notes.set(accessionNumber, ofFiling);
  }
  return notes;
}
