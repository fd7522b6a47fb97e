import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Metrics, makeMetrics } from "@/app/observe/metrics";
import { serveMetrics } from "@/app/observe/serve-metrics";
import { requestCounter } from "@/db/edgar/count-requests";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { filingToDerive, followPosition } from "@/db/schema";
import { connect } from "@/db/server/client";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
let metrics: Metrics;
beforeAll(async () => {
  database = await createTestDatabase();
  metrics = makeMetrics(database.db);
  await ingestFiles(database, [filingForTest({ n: 1, filed: "2025-06-12", rows: [] })], { isSample: false });
});
afterAll(() => database.drop());

const REQUEST = { id: "0123456789abcdef", method: "GET", path: "/", bytes: 1, isAborted: false };

/** The value of a metric, by its name and labels. */
const figure = (text: string, name: string) =>
  text
    .split("\n")
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe("the metrics are", () => {
  test("requests by kind of address, method and status, and how long they took", async () => {
    metrics.onRequest({ ...REQUEST, route: "/filings/[accession]", status: 200, ms: 20 });
    metrics.onRequest({ ...REQUEST, route: "/filings/[accession]", status: 200, ms: 300 });
    metrics.onRequest({ ...REQUEST, route: "other", method: "BREW", status: 405, ms: 1 });
    const text = await metrics.text();
    const route = 'route="/filings/[accession]"';
    expect(figure(text, `section16_http_requests_total{${route},method="GET",status="200"}`)).toBe("2");
    expect(figure(text, 'section16_http_requests_total{route="other",method="other",status="405"}')).toBe("1");
    expect(figure(text, `section16_http_request_duration_seconds_bucket{le="0.025",${route}}`)).toBe("1");
    expect(figure(text, `section16_http_request_duration_seconds_bucket{le="0.5",${route}}`)).toBe("2");
    expect(figure(text, `section16_http_request_duration_seconds_count{${route}}`)).toBe("2");
  });

  test("what is stored, waiting and failed", async () => {
    await database.db
      .insert(filingToDerive)
      .values({ accessionNumber: "9999000001-25-000001", failures: 2, lastFailure: "x", lastFailedAt: new Date() });
    const text = await metrics.text();
    expect(figure(text, "section16_database_up")).toBe("1");
    expect(figure(text, "section16_filings")).toBe("1");
    expect(figure(text, "section16_filings_to_derive")).toBe("1");
    expect(figure(text, "section16_filings_underivable")).toBe("1");
    // Accepted on June 12, 2025, at 5 pm in New York.
    expect(figure(text, "section16_newest_filing_accepted_timestamp_seconds")).toBe(
      String(Date.UTC(2025, 5, 12, 21) / 1000),
    );
    expect(Number(figure(text, "section16_database_bytes"))).toBeGreaterThan(1_000_000);
    expect(Number(figure(text, "process_resident_memory_bytes"))).toBeGreaterThan(1_000_000);
  });

  test("requests to EDGAR by status, from all processes", async () => {
    const count = requestCounter(database.pool);
    await Promise.all([count(200), count(200), count(403), count("failed")]);
    const text = await metrics.text();
    expect(figure(text, 'section16_edgar_requests_total{status="200"}')).toBe("2");
    expect(figure(text, 'section16_edgar_requests_total{status="403"}')).toBe("1");
    expect(figure(text, 'section16_edgar_requests_total{status="failed"}')).toBe("1");
  });

  test("how far EDGAR was read, once we follow it", async () => {
    expect(figure(await metrics.text(), "section16_edgar_read_timestamp_seconds")).toBeUndefined();
    await database.db
      .insert(followPosition)
      .values({ reconciledThrough: "2025-06-11", polledAt: new Date("2025-06-12T22:04:00Z") });
    const text = await metrics.text();
    expect(figure(text, "section16_edgar_read_timestamp_seconds")).toBe(String(Date.UTC(2025, 5, 12, 22, 4) / 1000));
    expect(figure(text, "section16_edgar_reconciled_timestamp_seconds")).toBe(String(Date.UTC(2025, 5, 11) / 1000));
    expect(figure(text, "section16_filings_to_fetch")).toBe("0");
  });

  test("of each database server, if there are replicas", async () => {
    expect(await metrics.text()).not.toContain("section16_database_server");
    const text = await makeMetrics(database.db, () => [
      { server: "primary", state: "in use", behind: null },
      { server: "replica 1", state: "behind", behind: 12_500 },
      { server: "replica 2", state: "does not answer", behind: null },
    ]).text();
    expect(figure(text, 'section16_database_server_in_use{server="primary"}')).toBe("1");
    expect(figure(text, 'section16_database_server_in_use{server="replica 1"}')).toBe("0");
    expect(figure(text, 'section16_database_server_behind_seconds{server="replica 1"}')).toBe("12.5");
    expect(figure(text, 'section16_database_server_in_use{server="replica 2"}')).toBe("0");
    expect(figure(text, 'section16_database_server_behind_seconds{server="replica 2"}')).toBeUndefined();
  });

  test("without those of the database, while it does not respond", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const nowhere = connect("postgres://nobody@127.0.0.1:1/none");
    const text = await makeMetrics(nowhere.db).text();
    await nowhere.end();
    said.mockRestore();
    expect(figure(text, "section16_database_up")).toBe("0");
    expect(figure(text, "section16_filings")).toBeUndefined();
    expect(figure(text, "process_resident_memory_bytes")).toBeDefined();
  });
});

test("serves metrics only at /metrics, and only to this machine", async () => {
  const server = serveMetrics(metrics, 0);
  await once(server, "listening");
  const { port, address } = server.address() as AddressInfo;
  expect(address).toBe("127.0.0.1");
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=/);
  expect(await answer.text()).toContain("section16_http_requests_total");
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal);
  if (outside) await expect(fetch(`http://${outside.address}:${port}/metrics`)).rejects.toThrow();
  await new Promise((settle) => server.close(settle));
});
