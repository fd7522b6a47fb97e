import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { drafts, importIsAllowed } from "@/app/import/import-setup";
import type { ObservedRequest } from "@/app/observe/observe-requests";
import { countData, findSiteState } from "@/db/queries/data-state";
import { countEdgarRequests, countQueues, findDatabaseSize, findNewestFiling } from "@/db/queries/queues";
import type { Db } from "@/db/server/client";
import type { ServerState } from "@/db/server/read-servers";

/** In seconds. Pages take tens of milliseconds; a CSV file of everything takes many seconds. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Other methods count as one, because a client can send any name. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

export type Metrics = {
  onRequest: (request: ObservedRequest) => void;
  /** In Prometheus's text format. */
  text: () => Promise<string>;
  contentType: string;
};

/** What a monitor can read about this process and its database. */
export function makeMetrics(db: Db, serverStates: () => ServerState[] = () => []): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "section16_http_requests_total",
    help: "Requests by kind of address, method and status.",
    labelNames: ["route", "method", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "section16_http_request_duration_seconds",
    help: "Time from the start of a request to the end of the response.",
    labelNames: ["route"],
    buckets: BUCKETS,
    registers,
  });
  return {
    contentType: registry.contentType,
    onRequest({ route, method, status, ms }) {
      requests.inc({ route, method: METHODS.has(method) ? method : "other", status });
      durations.observe({ route }, ms / 1000);
    },
    text: async () =>
      `${await registry.metrics()}\n${await metricsOfServers(serverStates())}\n${await metricsOfDatabase(db)}`,
  };
}

/** Of the primary and its replicas, if there are any. */
function metricsOfServers(states: ServerState[]): Promise<string> {
  const registry = new Registry();
  const of = { labelNames: ["server"], registers: [registry] };
  const name = "section16_database_server";
  const inUse = new Gauge({
    name: `${name}_in_use`,
    help: "1 if pages are read from this server, otherwise 0.",
    ...of,
  });
  const behind = new Gauge({
    name: `${name}_behind_seconds`,
    help: "How far behind the primary a replica may be. Missing if that is not known.",
    ...of,
  });
  for (const { server, state, behind: ms } of states) {
    inUse.set({ server }, state === "in use" ? 1 : 0);
    if (ms !== null) behind.set({ server }, ms / 1000);
  }
  return states.length === 0 ? Promise.resolve("") : registry.metrics();
}

/** Read again for every request. A metric that cannot be read is left out, because an old value would look current. */
async function metricsOfDatabase(db: Db): Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const set = (name: string, help: string, value: number | null) => {
    if (value !== null) new Gauge({ name: `section16_${name}`, help, registers }).set(value);
  };
  const setInstant = (name: string, help: string, instant: string | null) =>
    set(`${name}_timestamp_seconds`, help, instant === null ? null : Date.parse(instant) / 1000);
  try {
    const [counts, { readAt, following }, queues, newest, bytes, edgarRequests] = await Promise.all([
      countData(db),
      findSiteState(db),
      countQueues(db),
      findNewestFiling(db),
      findDatabaseSize(db),
      countEdgarRequests(db),
    ]);
    set("database_up", "1 if the database answers, otherwise 0.", 1);
    set("database_bytes", "Size of the database on disk.", bytes);
    set("filings", "Filings stored, in their latest version.", counts.filings);
    set(
      "filings_to_derive",
      "Filings whose totals, checks and links are still to be derived, counted up to 100,000.",
      queues.toDerive,
    );
    set("filings_underivable", "Filings whose totals, checks and links we could not derive.", queues.underivable);
    set("filings_to_fetch", "Filings that EDGAR lists and we have not stored yet.", following?.waiting ?? null);
    set("filings_not_fetched", "Filings of the last two weeks that EDGAR lists but did not send.", queues.notFetched);
    setInstant("newest_filing_accepted", "When EDGAR accepted the newest filing.", newest?.filedAt ?? null);
    setInstant("newest_filing_stored", "When the newest filing was stored.", newest?.receivedAt ?? null);
    setInstant("last_ingest", "When the last ingest ended.", readAt);
    setInstant("edgar_read", "When EDGAR's feed of filings was last read.", following?.readTo ?? null);
    setInstant(
      "edgar_reconciled",
      "The last day for which all filings were fetched.",
      following?.reconciledThrough ?? null,
    );
    const ofEdgar = new Counter({
      name: "section16_edgar_requests_total",
      help: "Requests to EDGAR by status, from all processes of this installation.",
      labelNames: ["status"],
      registers,
    });
    for (const { status, requests } of edgarRequests) ofEdgar.inc({ status }, requests);
  } catch (error) {
    console.error("metrics:", error);
    set("database_up", "1 if the database answers, otherwise 0.", 0);
  }
  if (importIsAllowed()) set("import_drafts", "Uploaded paper forms that are not stored yet.", await drafts().count());
  return registry.metrics();
}
