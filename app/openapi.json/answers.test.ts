import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { GET as alerts } from "@/app/about/alerts/as/[format]/route";
import { loadApiView } from "@/app/about/api/view";
import { GET as data } from "@/app/about/data/as/[format]/route";
import { GET as latest } from "@/app/as/[format]/route";
import { GET as clusters } from "@/app/clusters/as/[format]/route";
import { GET as code } from "@/app/codes/[code]/as/[format]/route";
import { GET as codes } from "@/app/codes/as/[format]/route";
import { GET as filing } from "@/app/filings/[accession]/as/[format]/route";
import { GET as filings } from "@/app/filings/as/[format]/route";
import { GET as footnotes } from "@/app/footnotes/as/[format]/route";
import { GET as insider } from "@/app/insiders/[cik]/as/[format]/route";
import { GET as insiders } from "@/app/insiders/as/[format]/route";
import { GET as issuer } from "@/app/issuers/[cik]/as/[format]/route";
import { GET as issuers } from "@/app/issuers/as/[format]/route";
import { API_ADDRESSES } from "@/app/openapi.json/addresses";
import { GET as search } from "@/app/search/as/[format]/route";
import { GET as suggestions } from "@/app/search/suggestions/as/[format]/route";
import { GET as transactions } from "@/app/transactions/as/[format]/route";
import { GET as views } from "@/app/views/as/[format]/route";
import { GET as watch } from "@/app/watch/as/[format]/route";
import { ListingCopy } from "@/db/copy/listing-copy";
import { CopyServer } from "@/db/copy/serve-copy";
import { problemAnswer } from "@/lib/answers/problem";
import { GROUPS } from "@/lib/filters/grouping";
import { idOf, openApiDocument } from "@/lib/openapi/openapi-document";
import { transactionCodes } from "@/lib/record/transaction-codes";
import { createDatabaseWith } from "@/testing/database-with";
import { serveFrom } from "@/testing/serve-for-test";
import type { TestDatabase } from "@/testing/test-database";

const SITE = "http://localhost:3000";

type Route = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

/** By the id of the address. */
const ROUTES: Record<string, unknown> = {
  latest,
  transactions,
  filings,
  filing,
  insiders,
  insider,
  issuers,
  issuer,
  clusters,
  footnotes,
  watch,
  search,
  suggestions,
  views,
  codes,
  code,
  data,
  alerts,
};

type Data = Record<string, unknown> & { next?: string | null; rows: { [name: string]: never }[] };

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabaseWith("sample", "owner");
  serveFrom(database);
});
afterAll(() => database.drop());

/** The answer of an address in JSON, whose page may be one thing: `ask("filing", "0001365555-13-000001")`. */
async function ask(id: string, name = "", search = "", format = "json"): Promise<Response> {
  const address = API_ADDRESSES.find((known) => known.id === id);
  const part = address?.path.match(/\{(\w+)\}/)?.[1];
  const params = Promise.resolve({ format, ...(part && { [part]: name }) } as never);
  const path = address?.path.replace(/\{\w+\}/, name);
  return (ROUTES[id] as Route)(new Request(`${SITE}${path}.${format}${search}`), { params });
}

/** The schemas of the published document, which validate an answer as another program would. */
const published = (() => {
  const { components } = openApiDocument(API_ADDRESSES, SITE) as { components: { schemas: object } };
  const $defs = JSON.parse(JSON.stringify(components.schemas).replaceAll("#/components/schemas/", "#/$defs/"));
  return new Map(
    API_ADDRESSES.flatMap(({ answers }) => answers).map((schema) => [
      schema,
      z.fromJSONSchema({ $ref: `#/$defs/${idOf(schema)}`, $defs }),
    ]),
  );
})();

/** The same, read by the schema of the address, which allows no other keys, and by the one in the published document. */
async function answerOf(id: string, name = "", search = ""): Promise<Data> {
  const response = await ask(id, name, search);
  const text = await response.text();
  const said = `${id} ${name}${search}: ${response.status} ${text.slice(0, 300)}`;
  expect(response.status, said).toBe(200);
  const body = JSON.parse(text);
  const schemas: readonly z.ZodType[] = API_ADDRESSES.find((known) => known.id === id)?.answers ?? [];
  const read = schemas.map((schema) => schema.safeParse(body));
  const failed = read.every(({ success }) => !success) ? read.at(schemas.length > 1 && body.groups ? 1 : 0) : undefined;
  expect(failed?.error?.issues.slice(0, 5) ?? [], said).toEqual([]);
  const matching = schemas.filter((_, at) => read[at]?.success);
  for (const schema of matching) expect(published.get(schema)?.safeParse(body).error?.issues ?? [], said).toEqual([]);
  return body;
}

/** All pages of a list. */
async function allOf(id: string, search = "", name = ""): Promise<Data[]> {
  const pages = [await answerOf(id, name, search)];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
    pages.push(await answerOf(id, name, new URL(next).search));
  return pages;
}

/** A few at once, while others wait for the database. */
async function inTurns<T>(items: readonly T[], each: (item: T) => Promise<unknown>) {
  for (let at = 0; at < items.length; at += 4) await Promise.all(items.slice(at, at + 4).map(each));
}

const rowsOf = (pages: Data[]) => pages.flatMap(({ rows }) => rows);

describe("every answer in JSON is as described", () => {
  test("filings, one by one and in lists", async () => {
    const listed = rowsOf(await allOf("filings"));
    expect(listed.length).toBeGreaterThan(1_000);
    await inTurns(listed, ({ accessionNumber }) => answerOf("filing", accessionNumber));
  });

  test("insiders", async () => {
    const listed = rowsOf(await allOf("insiders"));
    expect(listed.length).toBeGreaterThan(100);
    await inTurns(listed, ({ cik }) => allOf("insider", "", cik));
  });

  test("issuers, with former insiders too", async () => {
    const listed = rowsOf(await allOf("issuers"));
    expect(listed.length).toBeGreaterThan(20);
    await inTurns(listed, ({ cik }) => answerOf("issuer", cik, "?roster=former"));
  });

  test("transactions and footnotes", async () => {
    await answerOf("latest", "", "?colour=red");
    await allOf("transactions");
    await allOf("transactions", "?sort=-value&code=P&code=S");
    await allOf("watch", "?insider=smith&issuer=9900208");
    await allOf("footnotes");
    await answerOf("footnotes", "", "?q=trust&sort=best&filed-from=2020-01-01");
  });

  test("clusters, codes, views, searches, and what is in the database", async () => {
    await answerOf("clusters", "", "?traded-from=2024-01-01&traded-to=2024-12-31");
    await answerOf("clusters", "", "?cluster-code=S&cluster-insiders=2");
    await answerOf("codes");
    for (const letter of [...transactionCodes.map((known) => known.code), "V"]) await answerOf("code", letter);
    await answerOf("views");
    await answerOf("data", "", "?colour=red");
    await database.pool.query(`
      insert into alert (alert_id, origin, name, view, channel, target, rate, state) values
        ('file:desk', 'file', 'Desk', '/transactions?code=P', 'mail', 'desk@example.org', 'daily', 'active');
      insert into delivery (delivery_id, alert_id, body, last_error_class, last_try_at)
        values ('m1', 'file:desk', '', 'TIMEOUT', now())`);
    await answerOf("alerts");
    for (const q of [
      "",
      "smith",
      "$KSTG",
      "@smith",
      "#0001365555-13",
      "9900208",
      "zzzzqq",
      "KSTG, CVNS",
      "--",
      "x".repeat(150),
    ]) {
      await answerOf("search", "", `?q=${encodeURIComponent(q)}`);
      await answerOf("suggestions", "", `?q=${encodeURIComponent(q)}`);
    }
  });
});

test("groups, and the counts beside filters, come from the copy as described", async () => {
  const folder = mkdtempSync(join(tmpdir(), "section16-answers-"));
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const copy = await ListingCopy.open(folder, 200);
  await copy.follow(client);
  const listening = await new CopyServer(copy).listen(join(folder, "copy.sock"));
  vi.stubEnv("SECTION16_COPY_SOCKET", join(folder, "copy.sock"));
  try {
    // The copy keeps its answers, so on a slow machine a later request gets what an earlier one did not wait for.
    for (const by of GROUPS) {
      const { groups } = await vi.waitFor(() => answerOf("transactions", "", `?group=${by}`), 60_000);
      expect(groups, by).not.toEqual([]);
    }
    await vi.waitFor(async () => {
      const { facets } = await answerOf("transactions", "", "?code=P");
      expect(facets).toMatchObject({ code: expect.arrayContaining([expect.objectContaining({ value: "S" })]) });
    }, 60_000);
  } finally {
    vi.unstubAllEnvs();
    listening.close();
    copy.close();
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("every example of the reference finds something, and so do the things that it names", async () => {
  const { reference, examples } = await loadApiView();
  for (const { id, path, example = "" } of reference.addresses) {
    const found = examples[id] ?? "";
    expect((path + example).includes("{"), id).toBe(found !== "");
    const body = await answerOf(id, path.includes("{") ? found : "", example.replace(/\{\w+\}/, found));
    if (Array.isArray(body.rows)) expect(body.rows.length, id).toBeGreaterThan(0);
  }
});

test("the reference explains every schema and parameter that it names", async () => {
  const { addresses, filters, schemas } = (await loadApiView()).reference;
  const known = new Set(schemas.map(({ id }) => id));
  const keys = [
    ...filters,
    ...schemas.flatMap((schema) => schema.keys),
    ...addresses.flatMap((each) => each.parameters),
  ];
  for (const { name, type } of keys) {
    expect(type.before + (type.schema ?? ""), name).not.toMatch(/any|undefined|^$/);
    if (type.schema) expect(known, name).toContain(type.schema);
  }
  for (const { answers, line } of addresses)
    for (const id of [...answers, ...(line ? [line] : [])]) expect(known).toContain(id);
  expect(
    addresses.flatMap((each) => each.filters).filter((name) => !filters.some((filter) => filter.name === name)),
  ).toEqual([]);
});

test("every line of NDJSON is as described", async () => {
  for (const { id, line } of API_ADDRESSES) {
    if (!line) continue;
    const name = id === "insider" || id === "issuer" ? rowsOf([await answerOf(`${id}s`)])[0]?.cik : "";
    const response = await ask(id, name, id === "transactions" ? "?code=P" : "", "ndjson");
    const lines = (await response.text()).trim().split("\n");
    expect(response.headers.get("content-type"), id).toBe("application/x-ndjson; charset=utf-8");
    for (const text of lines.slice(0, 100))
      expect(line.safeParse(JSON.parse(text)).error?.issues ?? [], id).toEqual([]);
  }
});

test("every error is as described: problem details, and the keys of earlier versions", async () => {
  for (const [id, name, search, status] of [
    ["transactions", "", "?code=BUY", 400],
    ["filing", "0000320193-99-999999", "", 404],
    ["insider", "1", "", 404],
    ["transactions", "", "?group=issuer", 503],
  ] as const) {
    const response = await ask(id, name, search);
    expect(response.status, id).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    const problem = problemAnswer.parse(await response.json());
    expect(problem).toMatchObject({ status, error: { status, message: problem.detail } });
  }
});

const linksIn = (response: Response) =>
  Object.fromEntries(
    [...(response.headers.get("link") ?? "").matchAll(/<([^>]*)>; rel="([^"]*)"/g)].map(([, to, rel]) => [rel, to]),
  );

test("the Link header of a page of a list names itself, the page for readers, and the pages around it", async () => {
  const first = await ask("transactions", "", "?form=4&code=F");
  const { next } = await first.json();
  expect(linksIn(first)).toEqual({
    self: "/transactions.json?form=4&code=F",
    alternate: "/transactions?form=4&code=F",
    next,
    "service-desc": "/openapi.json",
  });
  const second = await ask("transactions", "", new URL(next).search);
  const { previous, ...page } = await second.json();
  expect(linksIn(second)).toMatchObject({ prev: previous, ...(page.next && { next: page.next }) });
  const table = await ask("codes");
  expect(linksIn(table)).toEqual({ self: "/codes.json", alternate: "/codes", "service-desc": "/openapi.json" });
  expect(linksIn(await ask("filing", "0000320193-99-999999"))).toEqual({ "service-desc": "/openapi.json" });
});

test("a link in a header cannot end early, whatever was asked", async () => {
  const asked = await ask("codes", "", '?x=">,<https://example.org>;rel="next');
  expect(Object.keys(linksIn(asked))).toEqual(["self", "alternate", "service-desc"]);
});
