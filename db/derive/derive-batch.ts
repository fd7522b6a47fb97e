import type { ClientBase, Pool } from "pg";
import { noteIssuersBegun } from "@/db/derive/attempts";
import { type DeriveOptions, deriveIssuers } from "@/db/derive/derive-issuers";
import { replaceWork, type WorkPiece } from "@/db/derive/rebuild-work";
import { isConnectionLoss } from "@/db/server/connection-loss";

/**
 * Derives some issuers together. If that fails, it derives them one by one, so that a single odd filing does not stop others. The
 * filings of an issuer that cannot be derived are queued. @returns how many filings were derived.
 */
export async function deriveBatch(pool: Pool, issuerCiks: readonly string[], options: DeriveOptions): Promise<number> {
  if (options.onlyWaiting) await noteIssuersBegun(pool, issuerCiks);
  return deriveNoted(pool, issuerCiks, options);
}

/**
 * Derives the issuers of a piece of a rebuild. If that fails, each issuer becomes a separate piece. If a single issuer fails, its filings
 * are queued. @returns how many filings were derived.
 */
export async function derivePiece(
  pool: Pool,
  piece: WorkPiece<IssuersTask>,
  closures: ReadonlySet<string>,
): Promise<number> {
  try {
    return await deriveIssuers(pool, piece.task.issuerCiks, { closures, piece: piece.id });
  } catch (error) {
    if (isConnectionLoss(error)) throw error;
    await splitPiece(pool, piece);
    return 0;
  }
}

export type IssuersTask = { issuerCiks: string[] };

/** Makes a piece of each issuer of a piece that failed. A single issuer is queued: its filings are tried one by one at the end. */
export const splitPiece = (pool: Pool, { id, task: { issuerCiks } }: WorkPiece<IssuersTask>): Promise<void> =>
  replaceWork(pool, id, (client) =>
    issuerCiks.length === 1
      ? putOnList(client, issuerCiks)
      : client.query(
          `insert into rebuild.work (stage, size, task)
            select 'issuers', count(*), json_build_object('issuerCiks', array[issuer_cik])
            from filing where issuer_cik = any($1) group by issuer_cik order by issuer_cik`,
          [issuerCiks],
        ),
  );

async function deriveNoted(pool: Pool, issuerCiks: readonly string[], options: DeriveOptions): Promise<number> {
  try {
    return await deriveIssuers(pool, issuerCiks, options);
  } catch (error) {
    if (isConnectionLoss(error)) throw error;
    const [issuerCik, ...others] = issuerCiks;
    if (issuerCik !== undefined && others.length === 0) {
      await putOnList(pool, [issuerCik]);
      return 0;
    }
  }
  let filings = 0;
  for (const issuerCik of issuerCiks) filings += await deriveNoted(pool, [issuerCik], options);
  return filings;
}

/** Queues all filings on some issuers. */
const putOnList = (client: Pool | ClientBase, issuerCiks: readonly string[]) =>
  client.query(
    "insert into filing_to_derive select accession_number from filing where issuer_cik = any($1) on conflict do nothing",
    [issuerCiks],
  );
