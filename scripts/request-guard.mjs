// Loaded into Next's server before it starts. Next sends some answers before its configuration and our proxy are called
// (redirects of doubled slashes, methods and addresses it cannot read, its own errors): here these get our words, and every
// answer gets our headers.
import { AsyncLocalStorage } from "node:async_hooks";
import http, { STATUS_CODES } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { refusedRequest, wrongMethod } from "../lib/requests/refused-request.mjs";
import {
  DATA_POLICY,
  NONCE,
  pagePolicy,
  SECURITY_HEADERS,
  securityHeadersAt,
} from "../lib/requests/security-headers.mjs";
import { SEEN_COOKIE } from "../lib/requests/seen-cookie.mjs";
import { guardFailure, hasFailed } from "./failed-answers.mjs";
import { sendOnceDrawn } from "./kept-answers.mjs";
import { isShown, takeTurn } from "./page-turns.mjs";
import { sendWhole } from "./whole-answers.mjs";

/** @import { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http" */
/** @import { Duplex } from "node:stream" */
/** @import { Refusal } from "../lib/requests/refused-request.mjs" */
/** @import { GuardedRequest, SharedWithGuard } from "../lib/requests/guarded-request.ts" */
/** @import { WhenDrawn } from "./whole-answers.mjs" */

const createServer = http.createServer;

/**
 * Next's server is the only one of this process.
 *
 * @param {RequestListener} listener
 */
// @ts-expect-error Next hands over its listener alone.
http.createServer = (listener) => {
  // Node would refuse a request without Host with an answer of its own.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    const [, query] = request.url?.match(/^[^?#]*(\?[^#]*)?/) ?? [];
    /** @type {GuardedRequest} */
    const asked = {
      isForMarkup: request.headers.rsc === undefined,
      search: query ?? "",
      isReading: request.method === "GET" || request.method === "HEAD",
      seen: request.headers.cookie?.match(SEEN)?.[1] ?? null,
    };
    guardHeaders(request, response, asked);
    // Monitors that speak HTTP 1.0 need not name a host.
    if (request.httpVersion === "1.0") request.headers.host ??= "localhost";
    const refused = refusedRequest({
      method: request.method ?? "",
      target: request.url ?? "",
      upgrade: request.headers.upgrade,
      host: request.headers.host,
    });
    if (refused) return answer(response, refused);
    guardFailure(asked, request, response);
    const draw = (/** @type {WhenDrawn | undefined} */ whenDrawn = undefined) => {
      sendWhole(request, response, whenDrawn);
      takeTurn(request, response, () => requests.run(asked, () => listener(request, response)));
    };
    const finding = requests.run(asked, () => findTag(request, asked));
    if (finding === null) return draw();
    finding.then(({ tag, isKnown }) => {
      if (isKnown) {
        asked.tag = tag;
        response.writeHead(304).end();
      } else if (tag !== null) {
        const mayBeKept = () => asked.tag === tag && !hasFailed(request);
        sendOnceDrawn(request, response, asked, tag, mayBeKept, draw);
      }
      // The turn of a reader who has left would never end.
      else if (!response.destroyed) draw();
    });
  });
  server.on("checkExpectation", (request, response) => {
    guardHeaders(request, response);
    answer(response, {
      status: 417,
      message: "The Expect header asks for something this server does not do.",
      headers: {},
    });
  });
  server.on("connect", (_, socket) => answerOn(socket, wrongMethod("CONNECT", ["GET", "HEAD", "OPTIONS"])));
  server.on("clientError", (error, socket) => {
    if (socket.writable && !answering.has(socket)) answerOn(socket, whyUnreadable(error));
    else socket.destroy();
  });
  return withoutUpgrades(server);
};

/** @type {AsyncLocalStorage<GuardedRequest>} */
const requests = new AsyncLocalStorage();
/** @type {SharedWithGuard} */
const shared = Object.assign(globalThis, { section16Request: requests });

/**
 * The tag of what is shown at an address, and whether the reader has it. `instrumentation.ts` finds this out, because Next would take
 * several times as long to parse the request. Null for what has no tag, or if Next understands the address differently.
 *
 * @param {IncomingMessage} request
 * @param {GuardedRequest} asked
 */
function findTag(request, asked) {
  if (!asked.isForMarkup || !isShown(request)) return null;
  const path = pathOf(request);
  const isPlain = new URL(`http://localhost${path}`).pathname === path;
  return isPlain ? (shared.section16FindTag?.(path, request.headers["if-none-match"] ?? "", asked) ?? null) : null;
}

/** @param {IncomingMessage} request */
const pathOf = ({ url = "" }) => url.split(/[?#]/, 1)[0] ?? "";

const SEEN = new RegExp(`(?:^|; )${SEEN_COOKIE}=([0-9A-F]{1,8}/[0-9A-F]{1,8})(?:;|$)`);

/** Sockets on which an answer may have begun: a second one would end up in the middle of it. */
const answering = new WeakSet();

/**
 * Next listens for upgrades, and leaves some of them open for ever. Without a listener Node treats the request like any other.
 *
 * @param {Server} server
 */
function withoutUpgrades(server) {
  const on = /** @type {(event: string, listener: any) => Server} */ (server.on);
  server.on = (/** @type {string} */ event, /** @type {any} */ listener) =>
    event === "upgrade" ? server : on.call(server, event, listener);
  return server;
}

const ROUTER_STATE = "next-router-state-tree";

/** @param {string | string[] | undefined} header */
function isRouterState(header) {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

/**
 * Caches may keep what is shown, but ask each time whether it is current. A shared cache asks at most every two seconds, and while it
 * asks, it may answer with what it has.
 */
const SHARED = "public, max-age=0, s-maxage=2, stale-while-revalidate=60";
/** For a page that nobody should keep. If a shared cache could not give it to those who wait for it, each would wait for all before. */
const SHARED_ONCE = "public, max-age=0, s-maxage=2";
/** Answers depend on these headers of a request. Next names them for every page, and a 304 must name the same ones. */
const VARY = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding";

/** @param {IncomingMessage} request @param {ServerResponse} response @param {GuardedRequest} [asked] */
function guardHeaders(request, response, asked) {
  const { writeHead, socket } = response;
  // Only the proxy sets a nonce.
  delete request.headers[NONCE];
  // SITE_URL says where readers reach the site. Next would take its own rewrites for another server's, and request them by TLS.
  delete request.headers["x-forwarded-proto"];
  // Next answers 500 to a router state that it cannot read. Without the header, it sends the whole page.
  if (!isRouterState(request.headers[ROUTER_STATE])) delete request.headers[ROUTER_STATE];
  if (socket) {
    answering.add(socket);
    response.once("close", () => answering.delete(socket));
  }
  // Next adds nine listeners to each answer; from the eleventh on Node warns about a leak.
  response.setMaxListeners(20);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  response.writeHead = (/** @type {any[]} */ ...args) => {
    // Late, because only now is it known what is answered: an address of a page may lead to data, and vice versa.
    if (!response.headersSent) {
      const [status] = args;
      const headers = securityHeadersAt(pathOf(request));
      for (const name of Object.keys(SECURITY_HEADERS)) if (!(name in headers)) response.removeHeader(name);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (asked?.tag && (status === 200 || status === 304)) {
        response.setHeader("etag", asked.tag);
        response.setHeader("cache-control", SHARED);
      } else if (asked?.isIncomplete && status === 200) {
        response.setHeader("cache-control", SHARED_ONCE);
      } else if (status >= 400 && !response.hasHeader("cache-control")) {
        response.setHeader("cache-control", "no-store");
      }
      // An unchanged answer keeps the headers that a cache or browser has, and with them the nonce of its scripts.
      if (status === 304) {
        if (asked?.tag) response.setHeader("vary", VARY);
        return writeHead.apply(response, /** @type {any} */ (args));
      }
      const isPage = /^text\/(html|x-component)/.test(String(response.getHeader("content-type")));
      const nonce = request.headers[NONCE];
      if (!isPage) response.setHeader("content-security-policy", DATA_POLICY);
      else if (!response.hasHeader("content-security-policy"))
        response.setHeader("content-security-policy", nonce ? pagePolicy(String(nonce)) : DATA_POLICY);
    }
    return writeHead.apply(response, /** @type {any} */ (args));
  };
}

/** @param {ServerResponse} response @param {Refusal} refusal */
function answer(response, { status, message, headers }) {
  const text = message === "" ? "" : `${status} ${message}\n`;
  const type = text === "" ? {} : { "content-type": "text/plain; charset=utf-8" };
  response.writeHead(status, {
    ...type,
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...headers,
  });
  response.end(text);
}

/**
 * Where there is no request that could be answered, only its socket.
 *
 * @param {Duplex} socket
 * @param {Refusal} refusal
 */
function answerOn(socket, { status, message, headers }) {
  const text = `${status} ${message}\n`;
  const lines = {
    ...SECURITY_HEADERS,
    "content-security-policy": DATA_POLICY,
    "content-type": "text/plain; charset=utf-8",
    "content-length": String(Buffer.byteLength(text)),
    "cache-control": "no-store",
    ...headers,
    connection: "close",
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join("")}\r\n${text}`);
}

/** @param {Error & { code?: string }} error @returns {Refusal} */
function whyUnreadable({ code }) {
  if (code === "HPE_INVALID_METHOD") return wrongMethod(null, ["GET", "HEAD", "OPTIONS"]);
  if (code === "HPE_HEADER_OVERFLOW") {
    return { status: 431, message: "The address and headers of the request are too long.", headers: {} };
  }
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return { status: 408, message: "The request did not arrive in time.", headers: {} };
  }
  return { status: 400, message: "The request is not valid HTTP.", headers: {} };
}
