import { type IncomingHttpHeaders, request } from "node:http";
import fc from "fast-check";
import { DATA_POLICY, securityHeadersAt } from "@/lib/requests/security-headers.mjs";
import { visibleControls } from "@/lib/values/visible-controls";

export type AddressTotals = { runs: number; requests: number; seed: number; statuses: Record<string, number> };

type Asked = { method: string; target: string; headers: Record<string, string> };
type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Param = { name: string; value: string; isKnown: boolean };
type Query = { text: string; params: Param[] };

/**
 * Requests random addresses from a running site, with every method and with headers that proxies and attackers send. For all of
 * them: never a 5xx, always all security headers, no script without the nonce, no host from the request, and page and data format
 * agree about what they ignore in the address.
 * @throws fast-check's report with the smallest failing request and how to repeat it
 */
export async function fuzzAddresses({
  url,
  runs,
  seed,
  onProgress = () => {},
}: {
  /** The address of the site, without a path. */
  url: string;
  runs: number;
  seed: number;
  /** Called with the number of addresses done. */
  onProgress?: (done: number) => void;
}): Promise<AddressTotals> {
  let done = 0;
  const totals: AddressTotals = { runs, requests: 0, seed, statuses: {} };
  const ask = async (asked: Asked): Promise<Answer> => {
    const answer = await send(url, asked);
    totals.requests += 1;
    totals.statuses[answer.status] = (totals.statuses[answer.status] ?? 0) + 1;
    holdsForAll(asked, answer);
    return answer;
  };
  const names = await namesHeld(url);
  await fc.assert(
    fc.asyncProperty(anyRequest(names), async (asked) => {
      await ask(asked);
      onProgress(++done);
    }),
    { numRuns: Math.ceil(runs / 2), seed },
  );
  // To the same address without empty parameters, and from the latest filings, which have no filter, to their list.
  const follow = async (target: string) => {
    const first = await ask({ method: "GET", target, headers: {} });
    if (first.status !== 307 || !first.headers.location) return first;
    const { pathname, search } = new URL(first.headers.location, url);
    return ask({ method: "GET", target: pathname + search, headers: {} });
  };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pagesWithData(names)), queries, async (path, query) => {
      const target = `${path}${query.text}`;
      const page = await follow(target);
      const data = await follow(`${inJson(path)}${query.text}`);
      agreeOnWhatIsIgnored(query, page, data);
      onProgress(++done);
    }),
    { numRuns: Math.floor(runs / 2), seed },
  );
  return totals;
}

const FOREIGN_HOST = "foreign-host.example";

function holdsForAll(asked: Asked, { status, headers, body }: Answer) {
  const fail = (what: string) => {
    throw new Error(
      `${what}\n${asked.method} ${asked.target} ${JSON.stringify(asked.headers)}\n${status} ${body.slice(0, 300)}`,
    );
  };
  if (status >= 500) fail("a 5xx");
  for (const [name, value] of Object.entries(securityHeadersAt(asked.target.split(/[?#]/, 1)[0] ?? "")))
    if (headers[name] !== value) fail(`${name} is not sent`);
  if ((status === 405 || asked.method === "OPTIONS") && status < 400 !== (status === 204)) fail("OPTIONS is not a 204");
  if ((status === 405 || status === 204) && !headers.allow) fail("Allow is not sent");
  if (body.includes(FOREIGN_HOST) || JSON.stringify(headers).includes(FOREIGN_HOST))
    fail("the foreign host is repeated");
  const policy = String(headers["content-security-policy"]);
  // Next's router requests a page as data of its own kind.
  if (/^text\/(html|x-component)/.test(headers["content-type"] ?? "")) {
    const scripts = policy.split("; ").find((directive) => /^(script-src|default-src 'none')/.test(directive));
    if (!scripts || /unsafe-inline|unsafe-eval|\*/.test(scripts)) fail("a page may run any script");
    const nonce = policy.match(/'nonce-([^']+)'/)?.[1];
    if (headers["content-type"]?.startsWith("text/x-component")) return;
    for (const [tag] of body.matchAll(/<script\b[^>]*>/g)) {
      if (!nonce || !tag.includes(`nonce="${nonce}"`)) fail(`a script without the nonce: ${tag}`);
    }
  } else if (policy !== DATA_POLICY) fail("what is not a page may run script");
}

function agreeOnWhatIsIgnored({ params }: Query, page: Answer, data: Answer) {
  if (page.status !== 200) return;
  const fail = (what: string, ...sets: Set<string>[]) => {
    throw new Error(`${what}: ${sets.map((set) => JSON.stringify([...set])).join(" and ")}`);
  };
  const onPage = new Set(
    [...page.body.replaceAll("<!-- -->", "").matchAll(/Ignored: <span class="id">(.*?)<\/span>/gs)].map(([, text]) =>
      plain(text),
    ),
  );
  const parsed: unknown = JSON.parse(data.body);
  const { ignored, error } = parsed as { ignored?: Pair[]; error?: { values?: Pair[] } };
  const inData = new Set((ignored ?? error?.values ?? []).map(({ name, value }) => normal(`${name}=${value}`)));
  const missing = new Set([...inData].filter((text) => !onPage.has(text)));
  if (missing.size > 0) fail("the page does not say what the data format ignores", missing, onPage);
  if (data.status === 400 ? inData.size === 0 : data.status !== 200) fail(`${data.status} without a reason`, onPage);
  // A data format that refuses a value names only this value.
  if (data.status === 200) {
    const more = new Set([...onPage].filter((text) => !inData.has(text)));
    if (more.size > 0) fail("the data format does not say what the page ignores", more, inData);
  }
  const lost = new Set(
    params
      .filter(({ isKnown, value }) => !isKnown && value.trim() !== "")
      .map(({ name, value }) => normal(`${name}=${value.trim()}`))
      .filter((text) => !onPage.has(text)),
  );
  if (lost.size > 0) fail("silently lost", lost, onPage);
}

type Pair = { name: string; value: string };

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** The text of markup that React wrote. */
const plain = (markup = "") =>
  normal(markup.replace(/<[^>]*>/g, "").replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole));

/** A text as a page shows it. */
const normal = visibleControls;

const inJson = (path: string) => (path === "/" ? "/index.json" : `${path}.json`);

type Names = { filing: string; insider: string; issuer: string; symbol: string };

/** Existing things, so that their pages are among those requested. */
async function namesHeld(url: string): Promise<Names> {
  const answer = await fetch(`${url}/index.json`);
  const { rows } = (await answer.json()) as {
    rows: {
      accessionNumber: string;
      owners: { cik: string | null }[];
      issuer: { cik: string | null; tradingSymbol: string | null };
    }[];
  };
  const row = rows.find(({ owners, issuer }) => owners[0]?.cik && issuer.cik && issuer.tradingSymbol);
  return {
    filing: row?.accessionNumber ?? "0001365555-13-000001",
    insider: row?.owners[0]?.cik ?? "1494730",
    issuer: row?.issuer.cik ?? "1318605",
    symbol: row?.issuer.tradingSymbol ?? "TSLA",
  };
}

const pagesWithData = ({ filing, insider, issuer }: Names) => [
  "/",
  "/transactions",
  "/filings",
  "/insiders",
  "/issuers",
  "/footnotes",
  "/clusters",
  "/views",
  "/watch",
  "/search",
  "/codes",
  "/codes/P",
  "/about/data",
  `/filings/${filing}`,
  `/insiders/${insider}`,
  `/issuers/${issuer}`,
];

const PROTOTYPE = [
  "toString",
  "constructor",
  "valueOf",
  "hasOwnProperty",
  "__proto__",
  "prototype",
  "__defineGetter__",
  "then",
  "toJSON",
];
/** From Next, from our proxy, and from a script that passes an object. */
const INTERNAL = [
  "nxtPcik",
  "nxtIcik",
  "_rsc",
  "__nextLocale",
  "__nextDataReq",
  "x-section16-query",
  "q[]",
  "filter[code]",
  "a.b",
];
const KNOWN: Record<string, string[]> = {
  issuer: ["1318605", "tesla", "0", "-1"],
  insider: ["1494730", "musk", "@"],
  code: ["P", "s", "BUY", ""],
  form: ["4", "4/A", "5x"],
  plan: ["under", "over"],
  "filed-from": ["2025-06-09", "2025-06-31", "0000-00-00", "9999-12-31"],
  "filed-to": ["2025-06-09", "today"],
  "traded-from": ["2020-01-01", "1e3"],
  "traded-to": ["2026-01-01", "2026-13-01"],
  "adopted-days-from": ["90", "-1", "999999"],
  "price-range": ["wide", "stated", "1"],
  after: ["x", "2025-06-09T00:00:00.000Z_1", "I-1"],
  sort: ["best", "newest", "-value", "traded"],
  columns: ["check", "price"],
  fact: ["price_ranges", "gift", "nothing"],
  roster: ["former", "all"],
  "cluster-insiders": ["2", "1"],
  "cluster-days": ["30", "0"],
  "cluster-floor": ["50000", "1e99", "NaN"],
  q: ["smith", "$TSLA", "#0001", '"weighted average"', "a".repeat(300)],
  version: ["1", "0", "999999"],
};
const NASTY = [
  "'; drop table filing; --",
  "<script>alert(1)</script>",
  '"><svg onload=alert(1)>',
  "\0",
  "a\0b",
  "\r\nx-injected: 1",
  "\u202e\u2066",
  "\ufffe\uffff",
  "=1+1",
  "../../etc/passwd",
  "%00",
  "1e400",
  "9".repeat(400),
];

const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ maxLength: 40 }),
);

const param: fc.Arbitrary<Param> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...Object.keys(KNOWN))
      .chain((name) => fc.tuple(fc.constant(name), fc.oneof(fc.constantFrom(...(KNOWN[name] ?? [])), anyText)))
      .map(([name, value]) => ({ name, value, isKnown: true })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...PROTOTYPE, ...INTERNAL), fc.oneof(fc.constantFrom("1", "x", ""), anyText))
      .map(([name, value]) => ({ name, value, isKnown: false })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyText, anyText)
      .map(([name, value]) => ({ name, value, isKnown: Object.hasOwn(KNOWN, name) })),
  },
);

/** As a form sends it, and read back, because a lone surrogate cannot be sent. */
const queries: fc.Arbitrary<Query> = fc.array(param, { maxLength: 5 }).map((params) => {
  const text = new URLSearchParams(params.map(({ name, value }) => [name, value])).toString();
  const read = [...new URLSearchParams(text)];
  return {
    text: text === "" ? "" : `?${text}`,
    params: read.map(([name, value], at) => ({ name, value, isKnown: params[at]?.isKnown ?? false })),
  };
});

/** A query that no form would send. */
const brokenQueries = fc.constantFrom(
  "?%",
  "?%zz=%zz",
  "?=",
  "?&&&=",
  "?a=%ff",
  "?code=%50&code=%",
  "??",
  "?a[b]=1",
  `?${"a=1&".repeat(500)}`,
);

const FORMATS = [
  "",
  ".json",
  ".csv",
  ".ndjson",
  ".atom",
  ".xml",
  ".txt",
  ".html",
  "/as/json",
  "/as/xml",
  "/as/nothing",
  "/original",
  "/card.png",
  "/chart.svg",
  "/",
];
const BROKEN_PARTS = [
  "%",
  "%zz",
  "%ff",
  "%00",
  "%2f",
  "%2e%2e",
  "..",
  ".",
  "%0d%0a",
  "\\",
  "constructor",
  "__proto__",
  "[cik]",
  "a".repeat(3000),
  "%F0%9F%98%80",
  "%e2%80%ae",
  "%ed%a0%80",
];

const paths = ({ filing, insider, issuer, symbol }: Names): fc.Arbitrary<string> => {
  const part = fc.oneof(
    fc.constantFrom(filing, insider, issuer, symbol, "P", "data", "methods", "local-000000000000"),
    fc.constantFrom(...BROKEN_PARTS),
    fc.string({ maxLength: 12 }).map(encodeURIComponent),
  );
  const place = fc.constantFrom(
    "filings",
    "insiders",
    "issuers",
    "codes",
    "about",
    "import",
    "Archives/edgar/data",
    "_next",
    "_next/static",
    "nowhere",
    "api",
  );
  const list = fc.constantFrom(
    "",
    "index",
    "transactions",
    "insiders",
    "issuers",
    "footnotes",
    "clusters",
    "search",
    "codes",
    "about/data",
    "about/methods",
    "import",
    "healthz",
    "theme.js",
    "robots.txt",
    "icon.svg",
    "opensearch.xml",
    "speculation-rules.json",
    "favicon.ico",
    "no-such-data",
    "_not-found",
    "_global-error",
  );
  return fc.oneof(
    fc.tuple(list, fc.constantFrom(...FORMATS)).map(([path, format]) => `/${path}${format}`),
    fc.tuple(place, part, fc.constantFrom(...FORMATS)).map(([path, name, format]) => `/${path}/${name}${format}`),
    fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join("/")}`),
    fc.constantFrom(`//${"foreign.test"}`, "/\\foreign.test", "/.//x", "/%5cforeign.test"),
  );
};

const METHODS = [
  "GET",
  "GET",
  "GET",
  "GET",
  "GET",
  "GET",
  "HEAD",
  "HEAD",
  "OPTIONS",
  "POST",
  "PUT",
  "DELETE",
  "PATCH",
  "TRACE",
  "PROPFIND",
  "LINK",
  "QUERY",
];

const header = fc.constantFrom<[string, string]>(
  ["host", FOREIGN_HOST],
  ["host", `${FOREIGN_HOST}:99999`],
  ["x-forwarded-host", FOREIGN_HOST],
  ["x-forwarded-proto", "https"],
  ["x-forwarded-proto", "gopher"],
  ["x-forwarded-for", "127.0.0.1"],
  ["forwarded", `host=${FOREIGN_HOST};proto=https`],
  ["x-original-url", "/import/upload"],
  ["x-rewrite-url", `http://${FOREIGN_HOST}/`],
  ["origin", `http://${FOREIGN_HOST}`],
  ["referer", `http://${FOREIGN_HOST}/`],
  ["x-http-method-override", "DELETE"],
  ["x-middleware-subrequest", "proxy:proxy:proxy:proxy:proxy"],
  ["x-middleware-rewrite", `http://${FOREIGN_HOST}/`],
  ["x-middleware-override-headers", "host"],
  ["x-section16-query", "?code=P"],
  ["x-section16-nonce", "guessed"],
  ["x-section16-request", "guessed"],
  ["content-security-policy", "script-src 'nonce-guessed'"],
  ["rsc", "1"],
  ["next-router-state-tree", "%5B%5D"],
  ["next-router-prefetch", "1"],
  ["next-action", "0".repeat(40)],
  ["x-nextjs-data", "1"],
  ["accept", "application/json"],
  ["accept-encoding", "gzip"],
  ["accept-language", "de"],
  ["range", "bytes=0-10"],
  ["if-none-match", "*"],
  ["if-modified-since", "nonsense"],
  ["cookie", "__prerender_bypass=1; __next_preview_data=1"],
  ["content-type", "multipart/form-data; boundary=x"],
  ["transfer-encoding", "chunked"],
  ["expect", "100-continue"],
);

const anyRequest = (names: Names): fc.Arbitrary<Asked> =>
  fc
    .tuple(
      fc.constantFrom(...METHODS),
      paths(names),
      fc.oneof(
        queries.map(({ text }) => text),
        brokenQueries,
      ),
      fc.array(header, { maxLength: 3 }),
    )
    .map(([method, path, query, headers]) => ({ method, target: path + query, headers: Object.fromEntries(headers) }));

const LONGEST_WAIT = 60_000;

function send(url: string, { method, target, headers }: Asked): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((settle, fail) => {
    const asked = request({ hostname, port, method, path: target, headers, timeout: LONGEST_WAIT }, (answer) => {
      // A compressed body has no text to check, and headers for both.
      const isText = answer.headers["content-encoding"] === undefined;
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", fail);
      answer.on("end", () =>
        settle({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: isText ? Buffer.concat(chunks).toString("utf8") : "",
        }),
      );
    });
    asked.on("timeout", () => asked.destroy(new Error(`No answer in ${LONGEST_WAIT / 1000} s: ${method} ${target}`)));
    asked.on("error", fail);
    asked.end();
  });
}
