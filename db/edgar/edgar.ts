import type { DataSetEvent } from "@/db/dataset/ingest-data-sets";
import { type Clock, realClock } from "@/db/edgar/clock";
import { requestCounter } from "@/db/edgar/count-requests";
import { type EdgarClient, edgarClient, type RetryNotice } from "@/db/edgar/edgar-client";
import { type PauseNotice, type RequestSlots, requestSlots } from "@/db/edgar/request-slots";
import type { IngestEvent } from "@/db/ingest/start-ingest";
import type { Connection } from "@/db/server/client";
import type { DamagedLine } from "@/lib/edgar/index-file";
import type { Settings } from "@/lib/settings";

/** Events while EDGAR is read, for a terminal or as JSON. */
export type EdgarEvent =
  | PauseNotice
  | RetryNotice
  | { kind: "listed"; from: string; to: string; filings: number }
  /** Whether the quarter's index lists filings of that day nevertheless. */
  | { kind: "day without index"; day: string; status: number; holiday: string | null; isInQuarter: boolean }
  | { kind: "damaged lines"; url: string; lines: DamagedLine[]; isMended: boolean }
  | { kind: "unreadable"; url: string; entries: string[] }
  | { kind: "to fetch"; filings: number }
  /** Its links are then guessed. */
  | { kind: "page of data sets unread"; message: string }
  | { kind: "following"; reconciledThrough: string }
  /** Another process of this installation is following. */
  | { kind: "standing by" }
  | { kind: "fetched"; stored: number; left: number }
  /** EDGAR lists it, but does not have it or sends something else. */
  | { kind: "not fetched"; accessionNumber: string; message: string }
  | { kind: "failed"; message: string; retrySeconds: number }
  | { kind: "stopped"; message: string }
  | DataSetEvent
  | IngestEvent;

/** What all commands on EDGAR use. */
export type Edgar = {
  client: EdgarClient;
  connection: Connection;
  clock: Clock;
  signal?: AbortSignal;
  tell: (event: EdgarEvent) => void;
};

export type EdgarOptions = {
  signal?: AbortSignal;
  tell?: (event: EdgarEvent) => void;
  clock?: Clock;
  fetch?: typeof fetch;
  /** Tests that are not about the rate need not wait. */
  slots?: RequestSlots;
  stallMs?: number;
};

type Place = { edgarContact: string } & Pick<Settings, "edgarBaseUrl" | "edgarDataUrl">;

export function openEdgar(
  connection: Connection,
  { edgarContact, edgarBaseUrl, edgarDataUrl }: Place,
  { signal, tell = () => {}, clock = realClock, fetch, slots, stallMs }: EdgarOptions = {},
): Edgar {
  const client = edgarClient({
    contact: edgarContact,
    baseUrl: edgarBaseUrl,
    dataUrl: edgarDataUrl,
    slots: slots ?? requestSlots(connection.pool, { clock, tell }),
    clock,
    fetch,
    stallMs,
    tell,
    count: requestCounter(connection.pool),
  });
  return { client, connection, clock, signal, tell };
}
