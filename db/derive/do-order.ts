import type { Pool } from "pg";
import { deriveBatch, derivePiece, type IssuersTask } from "@/db/derive/derive-batch";
import { type FilingPeriod, readFactsOfPart, type TextPart, writeLinesOf } from "@/db/derive/note-parts";
import { writeListingOf } from "@/db/derive/put-listing";
import { takeWork, type WorkPiece } from "@/db/derive/rebuild-work";
import { inTransaction } from "@/db/server/in-transaction";

/** A piece of a rebuild, by its stage. */
export type RebuildOrder =
  | ({ kind: "issuers" } & WorkPiece<IssuersTask>)
  | ({ kind: "facts" } & WorkPiece<TextPart>)
  | ({ kind: "listing" | "lines" } & WorkPiece<FilingPeriod>)
  | ({ kind: "indexes" } & WorkPiece<{ index: string }>)
  | ({ kind: "keys" } & WorkPiece<{ table: string }>);

/** A piece of work that does not depend on anything derived at the same time. */
export type Order = { kind: "in place"; issuerCiks: readonly string[]; onlyWaiting: boolean } | RebuildOrder;

/** What a process answers to an order: its progress, and finally that it is done or has failed. */
export type OrderAnswer = { isPart: boolean; done: number | null } | { error: string; code?: string };

export type OrderOptions = {
  closures: ReadonlySet<string>;
  signal: AbortSignal;
  /** Called with the progress of a long order. */
  onPart: (done: number) => void;
};

/** @returns how many filings or notes were done; null if it was stopped before it did anything. */
export async function doOrder(
  pool: Pool,
  order: Order,
  { closures, signal, onPart }: OrderOptions,
): Promise<number | null> {
  switch (order.kind) {
    case "in place":
      return deriveBatch(pool, order.issuerCiks, { closures, onlyWaiting: order.onlyWaiting });
    case "issuers":
      return derivePiece(pool, order, closures);
    case "facts":
      return readFactsOfPart(pool, order, { signal, onPart });
    case "lines":
      return writeLinesOf(pool, order);
    case "listing":
      return writeListingOf(pool, order);
    case "indexes":
      return asOwner(pool, order.id, "make_rebuilt_index", order.task.index);
    case "keys":
      return asOwner(pool, order.id, "check_rebuilt_keys", order.task.table);
  }
}

const asOwner = (pool: Pool, id: number, work: "make_rebuilt_index" | "check_rebuilt_keys", of: string) =>
  inTransaction(pool, async (client) => {
    if (!(await takeWork(client, id))) return 0;
    await client.query(`set local maintenance_work_mem = '${MEMORY}'`);
    await client.query(`select ${work}($1)`, [of]);
    return 1;
  });

/** Two processes use this much at the same time, and a parallel worker of each uses as much again. */
const MEMORY = "384MB";
