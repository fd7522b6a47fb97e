import { randomUUID } from "node:crypto";
import diagnostics from "node:diagnostics_channel";
import http from "node:http";
import { pipeline, Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { FAILED_REQUESTS, FAILURE_ID } from "../lib/requests/failed-request.mjs";
import { SECURITY_HEADERS } from "../lib/requests/security-headers.mjs";

/** @import { IncomingMessage, ServerResponse } from "node:http" */
/** @import { GuardedRequest } from "../lib/requests/guarded-request.ts" */
/** @import { FailureAnswer } from "../lib/requests/failed-request.mjs" */

/** @typedef {{ failureId: string, answer: FailureAnswer, isUnreachable?: boolean }} Failure */

/** @type {Map<string, Failure>} By the id of the request that failed. */
const failures = new Map();

/** @type {Set<string>} Ids of requests that can still be answered. */
const open = new Set();

diagnostics.subscribe(FAILED_REQUESTS, (message) => {
  const failure = /** @type {Failure} */ (message);
  // Next also reports a failure after the reader has left.
  if (open.has(failure.failureId)) failures.set(failure.failureId, failure);
});

/** Whether an answer of ours has replaced that of the request, or will. */
export const hasFailed = (/** @type {IncomingMessage} */ { headers }) => failures.has(String(headers[FAILURE_ID]));

/** Headers that describe the answer that is replaced, such as the name of a file. */
const OF_THE_ANSWER = ["content-disposition", "content-encoding", "content-length", "etag", "link", "vary"];

/** The header of a request that this server sends to itself, with a secret as proof. */
const AGAIN = "x-section16-again";
const secret = randomUUID();

/**
 * Replaces an answer that is about to begin. If a database server was lost, the whole page is drawn once more, from another one, because
 * a page never mixes the states of two servers. If the request failed otherwise, `instrumentation.ts` has an answer that replaces Next's,
 * which shows nothing without script.
 *
 * @param {GuardedRequest} asked
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
export function guardFailure(asked, request, response) {
  const failureId = randomUUID();
  request.headers[FAILURE_ID] = failureId;
  const mayAskAgain = asked.isReading && request.headers[AGAIN] !== secret;
  delete request.headers[AGAIN];
  const { writeHead, write, end, destroy } = response;
  let isReplaced = false;
  open.add(failureId);
  response.once("close", () => {
    open.delete(failureId);
    failures.delete(failureId);
  });

  /** @param {number} status Whether the answer that is about to begin was replaced. */
  const replaced = (status) => {
    // After the reader has left, there is nobody to answer, and no address at which to ask again.
    if (isReplaced || response.headersSent || response.destroyed) return isReplaced;
    const failure = failures.get(failureId);
    if (mayAskAgain && (asked.isLost || failure?.isUnreachable)) {
      isReplaced = true;
      delete asked.tag;
      for (const name of response.getHeaderNames()) if (!(name in SECURITY_HEADERS)) response.removeHeader(name);
      askAgain(request, response, { writeHead, write, end });
      return true;
    }
    if (status !== 500 || !failure) return false;
    isReplaced = true;
    for (const name of OF_THE_ANSWER) response.removeHeader(name);
    writeHead.call(response, failure.answer.status, failure.answer.headers);
    end.call(response, request.method === "HEAD" ? undefined : failure.answer.body, "utf8");
    return true;
  };
  response.writeHead = (/** @type {any[]} */ ...args) =>
    replaced(args[0]) ? response : writeHead.apply(response, /** @type {any} */ (args));
  response.write = (/** @type {any[]} */ ...args) =>
    replaced(response.statusCode) || write.apply(response, /** @type {any} */ (args));
  response.end = (/** @type {any[]} */ ...args) =>
    replaced(response.statusCode) ? response : end.apply(response, /** @type {any} */ (args));
  // An answer of which nothing has been sent may also break off. Without an error, it is we who give up.
  response.destroy = (error) => (error && replaced(500) ? response : destroy.call(response, error));
}

/**
 * Sends the request to this server once more, and passes the answer on.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {Pick<ServerResponse, "writeHead" | "write" | "end">} original The methods of the response before they were guarded.
 */
function askAgain({ method, url, headers, socket }, response, { writeHead, write, end }) {
  const again = http.request({
    host: socket.localAddress,
    port: socket.localPort,
    method,
    path: url,
    headers: { ...headers, connection: "close", [AGAIN]: secret },
  });
  response.once("close", () => again.destroy());
  again.on("error", () => response.destroy());
  again.on("response", async (answer) => {
    const { connection: _, "keep-alive": __, "transfer-encoding": ___, ...kept } = answer.headers;
    const sendHead = () => writeHead.call(response, answer.statusCode ?? 502, kept);
    if (kept["content-length"] !== undefined) {
      const body = await buffer(answer).catch(() => null);
      if (body === null) return response.destroy();
      sendHead();
      return end.call(response, body, "utf8");
    }
    sendHead();
    const passOn = new Writable({
      write: (chunk, _, done) => void write.call(response, chunk, "utf8", done),
      final: (done) => void end.call(response, undefined, "utf8", done),
    });
    pipeline(answer, passOn, (error) => error && response.destroy());
  });
  again.end();
}
