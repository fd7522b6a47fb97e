import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { printCik } from "@/lib/record/cik";
import { quarterOf } from "@/lib/values/quarter";

/** A small EDGAR for tests: the same paths and pages, faults on demand, and a log of requests. */
export type StandIn = {
  url: string;
  log: Asked[];
  filings: StandInFiling[];
  /** Complete pages by path, instead of those made from the filings. */
  files: Map<string, Buffer>;
  /** The last day with an index; later ones are not published yet. */
  indexedThrough: string;
  /** Days whose own index is missing. */
  unindexed: Set<string>;
  /** The oldest day in the feed. */
  feedFrom: string;
  /** How many filings a filer's first submissions file has. */
  recent: number;
  /** Makes the next matching answers faulty. */
  misbehave: (fault: Fault) => void;
  /** The requests for matching paths. */
  asked: (path: RegExp) => Asked[];
  stop: () => Promise<void>;
};

export type Asked = {
  at: number;
  path: string;
  status: number;
  userAgent: string;
  isConditional: boolean;
  range: string | null;
  isGzipped: boolean;
};

export type StandInFiling = {
  accessionNumber: string;
  documentType: string;
  filingDate: string;
  /** To order the feed: `20261120175200`. */
  acceptedAt: string;
  filers: { cik: string; name: string; role: "Issuer" | "Reporting" }[];
  text: string;
};

export type FaultKind =
  | "too fast"
  | "undeclared"
  | "undeclared with 200"
  | "forbidden"
  | "429"
  | "503"
  | "refused connection"
  | "cut"
  | "silent"
  | "slow"
  | "web page"
  | "truncated"
  | "other filing"
  | "damaged lines"
  | "NUL bytes"
  | "elsewhere";

type Fault = {
  on: RegExp;
  kind: FaultKind;
  /** How many answers; all without it. */
  times?: number;
  retryAfter?: number;
};

type Page = { body: Buffer; type: string };

export async function startStandIn(filings: StandInFiling[] = []): Promise<StandIn> {
  const faults: Required<Pick<Fault, "on" | "kind" | "times">>[] & Fault[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const fault = faults.find(({ on, times }) => times > 0 && on.test(path));
    if (fault) fault.times -= 1;
    const entry: Asked = {
      at: performance.now(),
      path,
      status: 0,
      userAgent: request.headers["user-agent"] ?? "",
      isConditional: request.headers["if-none-match"] !== undefined,
      range: request.headers.range ?? null,
      isGzipped: false,
    };
    standIn.log.push(entry);
    response.on("close", () => {
      entry.status = response.statusCode;
    });
    entry.isGzipped = answer(standIn, request, response, path, fault);
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const standIn: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log: [],
    filings,
    files: new Map(),
    indexedThrough: "9999-12-31",
    unindexed: new Set(),
    feedFrom: "",
    recent: 1_000,
    misbehave: (fault) => faults.push({ times: Number.POSITIVE_INFINITY, ...fault }),
    asked: (path) => standIn.log.filter((asked) => path.test(asked.path)),
    stop: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
  return standIn;
}

/** The most requests within any second. */
export function mostInASecond(log: Asked[]): number {
  const times = log.map(({ at }) => at).sort((a, b) => a - b);
  return Math.max(0, ...times.map((start, i) => times.slice(i).filter((at) => at - start < 1_000).length));
}

/** @returns whether the answer is compressed */
function answer(
  standIn: StandIn,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  fault: Fault | undefined,
): boolean {
  const say = (status: number, body: string, headers: Record<string, string> = {}) => {
    response.writeHead(status, { "content-type": "text/html", ...headers }).end(body);
    return false;
  };
  if (!/@/.test(request.headers["user-agent"] ?? "")) return say(403, UNDECLARED);
  switch (fault?.kind) {
    case "too fast":
      return say(403, TOO_FAST);
    case "undeclared":
      return say(403, UNDECLARED);
    case "undeclared with 200":
      return say(200, UNDECLARED);
    case "forbidden":
      return say(403, "Forbidden");
    case "429":
      return say(429, "", fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) });
    case "503":
      return say(503, "Service Unavailable");
    case "web page":
      return say(200, "<!DOCTYPE html><html><body>EDGAR is being maintained</body></html>");
    case "elsewhere":
      return say(301, "", { location: path });
    case "refused connection":
      request.socket.destroy();
      return false;
  }
  const page = pageAt(standIn, path);
  if (!page) return path.includes("-index/") ? say(403, OF_THE_STORE) : say(404, "<html>404</html>");
  return send(request, response, distort(standIn, page, fault), fault);
}

function distort(standIn: StandIn, page: Page, fault: Fault | undefined): Page {
  const { body, type } = page;
  if (fault?.kind === "truncated") return { type, body: body.subarray(0, body.length >> 1) };
  if (fault?.kind === "other filing") {
    const other = standIn.filings.find(({ text }) => !body.equals(Buffer.from(text)));
    return { type, body: Buffer.from(other?.text ?? "") };
  }
  if (fault?.kind === "NUL bytes") {
    // As on a disk that lost a block.
    const text = body.toString("latin1").replace(/^(?:.*\n)*?-{5}.*\n/, (head) => `${head}\0\0 a line of zeros \0\n`);
    return { type, body: Buffer.from(text, "latin1") };
  }
  if (fault?.kind !== "damaged lines") return page;
  // Every third line loses its end, and with it the number.
  const lines = body.toString("latin1").split("\n");
  const start = lines.findIndex((line) => line.startsWith("-----")) + 1;
  return {
    type,
    body: Buffer.from(lines.map((l, i) => (i >= start && i % 3 === 0 ? l.slice(0, l.length >> 1) : l)).join("\n")),
  };
}

function send(request: IncomingMessage, response: ServerResponse, { body, type }: Page, fault: Fault | undefined) {
  const etag = `"${createHash("sha1").update(body).digest("hex")}"`;
  const headers: Record<string, string | number> = { "content-type": type, etag };
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return false;
  }
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? Number.NaN);
  const goesOn = request.headers["if-range"] === etag && !Number.isNaN(from);
  if (goesOn && from >= body.length) {
    response.writeHead(416, { "content-range": `bytes */${body.length}` }).end();
    return false;
  }
  const part = goesOn ? body.subarray(from) : body;
  if (goesOn) headers["content-range"] = `bytes ${from}-${body.length - 1}/${body.length}`;
  const isGzipped = /\bgzip\b/.test(String(request.headers["accept-encoding"])) && !type.includes("zip");
  const sent = isGzipped ? gzipSync(part) : part;
  if (isGzipped) headers["content-encoding"] = "gzip";
  response.writeHead(goesOn ? 206 : 200, { ...headers, "content-length": sent.length });
  if (fault?.kind === "cut") {
    response.write(sent.subarray(0, sent.length >> 1));
    // The client reads what has arrived before it notices that the connection broke.
    setTimeout(() => request.socket.destroy(), 300);
  } else if (fault?.kind === "silent") response.write(sent.subarray(0, sent.length >> 1));
  else if (fault?.kind === "slow") void drip(response, sent);
  else response.end(sent);
  return isGzipped;
}

async function drip(response: ServerResponse, body: Buffer) {
  const step = Math.ceil(body.length / 10);
  for (let at = 0; at < body.length; at += step) {
    response.write(body.subarray(at, at + step));
    await new Promise((settle) => setTimeout(settle, 15));
  }
  response.end();
}

function pageAt(standIn: StandIn, url: string): Page | null {
  const { pathname, searchParams } = new URL(url, "http://edgar");
  const file = standIn.files.get(pathname);
  if (file) return { body: file, type: pathname.endsWith(".zip") ? "application/zip" : "text/plain" };
  const daily = /^\/Archives\/edgar\/daily-index\/(\d{4})\/QTR([1-4])\/(form|master)\.(\d{4})(\d\d)(\d\d)\.idx$/.exec(
    pathname,
  );
  if (daily) {
    const [, year, quarter, kind, y, m, d] = daily;
    const day = `${y}-${m}-${d}`;
    const isInPlace = !standIn.unindexed.has(day) && y === year && String(quarterOf(day).quarter) === quarter;
    return isInPlace ? index(standIn, kind, day, (date) => date === day) : null;
  }
  if (/-index\/\d{4}\/QTR[1-4]\/index\.json$/.test(pathname)) {
    const days = [...new Set(standIn.filings.map(({ filingDate }) => filingDate.replaceAll("-", "")))];
    return text(JSON.stringify({ directory: { item: days.map((day) => ({ name: `form.${day}.idx` })) } }));
  }
  const full = /^\/Archives\/edgar\/full-index\/(\d{4})\/QTR([1-4])\/(form|master)\.idx$/.exec(pathname);
  if (full) {
    const [, year, quarter, kind] = full;
    const isWithin = (date: string) => date.startsWith(year ?? "") && String(quarterOf(date).quarter) === quarter;
    const last = standIn.filings
      .map((f) => f.filingDate)
      .filter(isWithin)
      .sort()
      .at(-1);
    return last ? index(standIn, kind, last, isWithin) : null;
  }
  const submission = /^\/Archives\/edgar\/data\/(\d+)\/([\d-]+)\.txt$/.exec(pathname);
  if (submission) {
    const found = standIn.filings.find((f) => f.accessionNumber === submission[2]);
    return found?.filers.some(({ cik }) => cik === submission[1]) ? text(found.text) : null;
  }
  if (pathname === "/cgi-bin/browse-edgar") return feed(standIn, searchParams);
  const filer = /^\/submissions\/CIK(\d{10})(-submissions-001)?\.json$/.exec(pathname);
  return filer ? submissions(standIn, String(Number(filer[1])), filer[2] !== undefined) : null;
}

const text = (body: string): Page => ({ body: Buffer.from(body), type: "text/plain" });

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function index(standIn: StandIn, kind: string | undefined, day: string, isListed: (day: string) => boolean) {
  const filings = standIn.filings.filter(
    ({ filingDate }) => isListed(filingDate) && filingDate <= standIn.indexedThrough,
  );
  if (filings.length === 0) return null;
  const lines = filings.flatMap((filing) =>
    filing.filers.map(({ cik, name }) => {
      const date = filing.filingDate.replaceAll("-", "");
      const path = `edgar/data/${cik}/${filing.accessionNumber}.txt`;
      return kind === "master"
        ? `${cik}|${name}|${filing.documentType}|${date}|${path}`
        : `${filing.documentType.padEnd(12)}${name.slice(0, 60).padEnd(62)}${cik.padEnd(12)}${date.padEnd(12)}${path}         `;
    }),
  );
  const date = `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
  const header = [
    "Description:           Daily Index of EDGAR Dissemination Feed",
    `Last Data Received:    ${date}`,
    "Comments:              webmaster@sec.gov",
    "",
    kind === "master"
      ? "CIK|Company Name|Form Type|Date Filed|File Name"
      : "Form Type   Company Name   CIK   Date Filed  File Name",
    "-".repeat(140),
  ];
  return text(`${[...header, ...lines.sort()].join("\n")}\n`);
}

function feed(standIn: StandIn, params: URLSearchParams): Page {
  const type = params.get("type") ?? "";
  const start = Number(params.get("start") ?? 0);
  const entries = standIn.filings
    .filter(({ documentType, filingDate }) => documentType.startsWith(type) && filingDate >= standIn.feedFrom)
    .sort((a, b) => b.acceptedAt.localeCompare(a.acceptedAt))
    .flatMap((filing) => filing.filers.map((filer) => ({ filing, filer })))
    .slice(start, start + Number(params.get("count") ?? 40))
    .map(({ filing, filer }) => {
      const folder = `${filer.cik}/${filing.accessionNumber.replaceAll("-", "")}/${filing.accessionNumber}`;
      const name = filer.name.replaceAll("&", "&amp;");
      return `<entry>
<title>${filing.documentType} - ${name} (${printCik(filer.cik)}) (${filer.role})</title>
<link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/${folder}-index.htm"/>
<summary type="html">
 &lt;b&gt;Filed:&lt;/b&gt; ${filing.filingDate} &lt;b&gt;AccNo:&lt;/b&gt; ${filing.accessionNumber} &lt;b&gt;Size:&lt;/b&gt; 5 KB
</summary>
<category scheme="https://www.sec.gov/" label="form type" term="${filing.documentType}"/>
<id>urn:tag:sec.gov,2008:accession-number=${filing.accessionNumber}</id>
</entry>`;
    });
  return text(
    `<?xml version="1.0" encoding="ISO-8859-1" ?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>Latest Filings</title>\n${entries.join("\n")}\n</feed>`,
  );
}

const INDUSTRY = { sic: "3612", sicDescription: "Power, Distribution & Specialty Transformers" };

function submissions(standIn: StandIn, cik: string, isOlder: boolean): Page | null {
  const all = standIn.filings
    .filter(({ filers }) => filers.some((filer) => filer.cik === cik))
    .sort((a, b) => b.acceptedAt.localeCompare(a.acceptedAt));
  const [newest] = all;
  if (!newest) return null;
  const columns = (filings: StandInFiling[]) => ({
    accessionNumber: filings.map((f) => f.accessionNumber),
    filingDate: filings.map((f) => f.filingDate),
    form: filings.map((f) => f.documentType),
  });
  const older = all.slice(standIn.recent);
  if (isOlder) return text(JSON.stringify(columns(older)));
  const files =
    older.length === 0
      ? []
      : [
          {
            name: `CIK${printCik(cik)}-submissions-001.json`,
            filingFrom: older.at(-1)?.filingDate,
            filingTo: older[0]?.filingDate,
          },
        ];
  const name = newest.filers.find((filer) => filer.cik === cik)?.name;
  return text(
    JSON.stringify({
      cik: printCik(cik),
      name,
      ...INDUSTRY,
      filings: { recent: columns(all.slice(0, standIn.recent)), files },
    }),
  );
}

const TOO_FAST = "<html><title>SEC.gov | Request Rate Threshold Exceeded</title></html>";
const UNDECLARED =
  "<!DOCTYPE html><html><title>SEC.gov | Your Request Originates from an Undeclared Automated Tool</title></html>";
const OF_THE_STORE = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>`;
