import type { Server } from "node:http";
import { makeMetrics } from "@/app/observe/metrics";
import { type ObservedRequest, observeRequests } from "@/app/observe/observe-requests";
import { serveMetrics } from "@/app/observe/serve-metrics";
import { database, readServers } from "@/db/server/client";
import { log, logConsoleAsJson } from "@/db/server/log";

/** Starts to identify, log and count the requests of this server. The start command has checked the settings. */
export function startObserving(): void {
  logConsoleAsJson();
  const port = Number(process.env.METRICS_PORT?.trim() || 0);
  const metrics = port > 0 ? makeMetrics(database(), () => readServers().states()) : null;
  const metricsServer: Server | null = metrics && serveMetrics(metrics, port);
  const onEnd = (request: ObservedRequest) => {
    const { isAborted, ...facts } = request;
    log("request", isAborted ? { ...facts, aborted: true } : facts);
    metrics?.onRequest(request);
  };
  observeRequests(onEnd, (server) => server !== metricsServer);
}
