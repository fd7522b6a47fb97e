import type { Pool } from "pg";
import { deriveBatch } from "@/db/derive/derive-batch";
import { type FilingPeriod, readFactsOfPart, type TextPart, writeLinesOf } from "@/db/derive/note-parts";
import { writeListingOf } from "@/db/derive/put-listing";

/** A piece of work that does not depend on anything derived at the same time. */
export type Order =
  | { kind: "issuers"; issuerCiks: readonly string[]; isFromNothing: boolean; onlyWaiting: boolean }
  | ({ kind: "facts" } & TextPart)
  | ({ kind: "lines" | "listing" } & FilingPeriod);

/** What a process answers to an order: its progress, and finally that it is done or has failed. */
export type Answer = { isPart: boolean; done: number | null } | { error: string; code?: string };

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
    case "issuers":
      return deriveBatch(pool, order.issuerCiks, { closures, ...order });
    case "facts":
      return readFactsOfPart(pool, order, { signal, onPart });
    case "lines":
      return writeLinesOf(pool, order);
    case "listing":
      return writeListingOf(pool, order);
  }
}
