import { Server } from "node:http";
import type { Metrics } from "@/app/observe/metrics";

/** Serves `/metrics` on a separate port that only this machine can reach. */
export function serveMetrics(metrics: Metrics, port: number): Server {
  const server = new Server(async (request, response) => {
    const path = request.url?.split("?", 1)[0];
    if (path !== "/metrics") {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Metrics are at /metrics.\n");
      return;
    }
    try {
      const text = await metrics.text();
      response.writeHead(200, { "content-type": metrics.contentType, "cache-control": "no-store" }).end(text);
    } catch (error) {
      console.error("metrics:", error);
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" }).end("The metrics could not be read.\n");
    }
  });
  // The site keeps running even if its metrics cannot be served.
  server.on("error", (error) => console.error(`Metrics cannot be served on port ${port}: ${error.message}`));
  server.listen(port, "127.0.0.1");
  server.unref();
  return server;
}
