import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET as getInsider } from "@/app/insiders/[cik]/as/[format]/route";
import { GET as getTransactions } from "@/app/transactions/as/[format]/route";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { type FilingForTest, filingForTest, KESTREL, TOLLEFSEN } from "@/testing/ingested-filing-for-test";
import { serveFrom } from "@/testing/serve-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { announceChangedFeeds } from "./announce-feeds";
import { knownFeeds, rememberFeed } from "./known-feeds";

const SITE = "http://localhost:3000";
const SALE = { code: "S", letter: "D", date: "2025-06-10", shares: "100", price: "10.00", held: "900" } as const;
const OTTER: [string, string, string] = ["9900301", "Otter Creek Foods, Inc.", "OTTR"];
const VANCE: [string, string] = ["9900502", "Vance Aurelio"];
const MINUTE = 60_000;
const NOON = Date.parse("2025-06-20T16:00:00Z");

let database: TestDatabase;
let hub: Server;
let hubUrl = "";
/** What the hub was sent, and what it answers. */
let sent: Record<string, string>[] = [];
let status = 202;

beforeAll(async () => {
  database = await createTestDatabase();
  serveFrom(database);
  hub = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      sent.push(Object.fromEntries(new URLSearchParams(body)));
      response.writeHead(status, { location: `${hubUrl}/elsewhere` }).end();
    });
  });
  await new Promise<void>((listening) => hub.listen(0, "127.0.0.1", listening));
  hubUrl = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
});
afterAll(async () => {
  hub.close();
  await database.drop();
});
beforeEach(() => {
  vi.stubEnv("WEBSUB_HUB", hubUrl);
  knownFeeds().clear();
  sent = [];
  status = 202;
});
afterEach(() => vi.unstubAllEnvs());

let stored = 0;
const store = (filing: Partial<FilingForTest>) => {
  stored++;
  const given = { n: stored, issuer: KESTREL, owner: TOLLEFSEN, rows: [SALE], ...filing };
  return ingestFiles(database, [filingForTest(given)], { isSample: false, connections: 1 });
};

const readTransactions = (query: string = "") =>
  getTransactions(new Request(`${SITE}/transactions.atom${query}`), { params: Promise.resolve({ format: "atom" }) });
const readInsider = ([cik]: [string, string]) =>
  getInsider(new Request(`${SITE}/insiders/${cik}.atom`), { params: Promise.resolve({ cik, format: "atom" }) });
/** The addresses of a `Link` header, by relation. */
const linksOf = (answer: Response) =>
  Object.fromEntries(
    [...(answer.headers.get("link") ?? "").matchAll(/<([^>]*)>; rel="([^"]*)"/g)].map(([, url, rel]) => [rel, url]),
  );
const announced = () => sent.map((each) => each["hub.url"]?.replace(SITE, ""));

test("a feed names the hub and itself, and we announce its changes to the hub under the same name", async () => {
  await store({});
  const answer = await readTransactions("?code=S");
  const feed = await answer.text();
  // Hubs pass these on with the feed, and some refuse one without them.
  expect(linksOf(answer)).toMatchObject({ hub: `${hubUrl}/`, self: `${SITE}/transactions.atom?code=S` });
  expect(feed).toContain(`<link rel="hub" href="${hubUrl}"/>`);
  expect(feed).toContain(`<link rel="self" href="${SITE}/transactions.atom?code=S"/>`);
  await announceChangedFeeds(hubUrl, NOON);
  expect(sent, "nothing has changed since it was read").toEqual([]);
  await store({});
  await announceChangedFeeds(hubUrl, NOON);
  const topic = `${SITE}/transactions.atom?code=S`;
  // Some hubs expect one of the two, others the other.
  expect(sent).toEqual([{ "hub.mode": "publish", "hub.url": topic, "hub.topic": topic }]);
  await announceChangedFeeds(hubUrl, NOON + 10 * MINUTE);
  expect(sent, "each change is announced once").toHaveLength(1);
});

test("announces an insider's feed when he files, and not when others do", async () => {
  await store({});
  await store({ issuer: OTTER, owner: VANCE });
  await readInsider(TOLLEFSEN);
  await readInsider(VANCE);
  await announceChangedFeeds(hubUrl, NOON);
  await store({ issuer: OTTER, owner: VANCE });
  await announceChangedFeeds(hubUrl, NOON);
  expect(announced()).toEqual([`/insiders/${VANCE[0]}.atom`]);
});

test("announces a list under a filter at most every five minutes, because each filing changes every list", async () => {
  await readTransactions("?code=P");
  await readTransactions();
  await announceChangedFeeds(hubUrl, NOON);
  for (const minute of [0, 4, 6]) {
    await store({});
    await announceChangedFeeds(hubUrl, NOON + minute * MINUTE);
  }
  expect(announced().filter((path) => path === "/transactions.atom")).toHaveLength(3);
  expect(announced().filter((path) => path === "/transactions.atom?code=P")).toHaveLength(2);
});

test.each([500, 302, 429])("announces a change again if the hub answered %i", async (answer) => {
  await readTransactions();
  await announceChangedFeeds(hubUrl, NOON);
  await store({});
  status = answer;
  await expect(announceChangedFeeds(hubUrl, NOON)).rejects.toThrow(
    `The WebSub hub did not accept our announcement: it answered ${answer}. We will try again.`,
  );
  expect(sent, "redirects are not followed").toHaveLength(1);
  status = 202;
  await announceChangedFeeds(hubUrl, NOON);
  await announceChangedFeeds(hubUrl, NOON);
  expect(announced()).toEqual(["/transactions.atom", "/transactions.atom"]);
});

test("keeps the feeds that were read last, and the main ones", () => {
  rememberFeed("/transactions.atom");
  for (let cik = 1; cik <= 205; cik++) rememberFeed(`/insiders/${cik}.atom`);
  const known = [...knownFeeds().keys()];
  expect(known).toHaveLength(200);
  expect(known.slice(0, 2)).toEqual(["/transactions.atom", "/insiders/7.atom"]);
  expect(known.at(-1)).toBe("/insiders/205.atom");
});

test("a feed names no hub if there is none, and is not remembered", async () => {
  vi.stubEnv("WEBSUB_HUB", "");
  const answer = await readTransactions();
  expect(linksOf(answer)).toMatchObject({ self: `${SITE}/transactions.atom` });
  expect(linksOf(answer)).not.toHaveProperty("hub");
  expect(await answer.text()).not.toContain('rel="hub"');
  expect(knownFeeds().size).toBe(0);
});
