/** @import { GuardedRequest } from "../lib/requests/guarded-request.ts" */
/** @import { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http" */
/** @import { WhenDrawn } from "./whole-answers.mjs" */

/** An answer as it was sent. @typedef {{ headers: OutgoingHttpHeaders, body: Buffer }} KeptAnswer */

/** Enough for a thousand pages, most of which take 20 to 60 kB compressed. */
const ALL_BYTES = 48 * 1024 * 1024;
/** Headers that belong to one request or one connection. */
const OF_ONE = ["x-request-id", "date", "connection", "keep-alive", "transfer-encoding", "content-length"];

/** @type {Map<string, KeptAnswer>} By `keyOf`. The one that was sent last is the last. */
const kept = new Map();
let bytes = 0;
/** @type {Map<string, Promise<void>>} By `keyOf`: answers that are being drawn, until they are. */
const drawing = new Map();

/** Equal tags mean equal content (`app/page-state.ts`), but it may be compressed differently. */
const keyOf = (/** @type {IncomingMessage} */ { headers }, /** @type {string} */ tag) =>
  `${tag} ${headers["accept-encoding"]}`;

/**
 * Sends what was drawn for an earlier reader with the same tag, or has it drawn. Readers who ask while it is being drawn wait for it.
 * A page keeps the nonce with which it was drawn, as it does in a shared cache.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {GuardedRequest} asked
 * @param {string} tag
 * @param {() => boolean} mayBeKept asked when all is drawn: whether it is whole, and has this tag
 * @param {(whenDrawn?: WhenDrawn) => void} draw
 */
export async function sendOnceDrawn(request, response, asked, tag, mayBeKept, draw) {
  const key = keyOf(request, tag);
  // Not again: if it was not kept, it would not be kept the next time either.
  if (!kept.has(key)) await drawing.get(key);
  // The drawing for a reader who has left would never end.
  if (response.destroyed) return;
  const answer = kept.get(key);
  if (!answer) return draw(request.method === "GET" ? keeping(response, key, mayBeKept) : undefined);
  kept.delete(key);
  kept.set(key, answer);
  asked.tag = tag;
  for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) response.setHeader(name, value);
  response.writeHead(200, { "content-length": answer.body.length });
  response.end(request.method === "HEAD" ? undefined : answer.body);
}

/**
 * Lets others wait for an answer that is about to be drawn. What this returns keeps it, if it may be kept.
 *
 * @param {ServerResponse} response
 * @param {string} key
 * @param {() => boolean} mayBeKept
 * @returns {WhenDrawn}
 */
function keeping(response, key, mayBeKept) {
  /** @type {(value?: void) => void} */
  let isDrawn = () => {};
  const drawn = new Promise((/** @type {(value?: void) => void} */ resolve) => {
    isDrawn = resolve;
  });
  drawing.set(key, drawn);
  return (body) => {
    if (body !== null && response.statusCode === 200 && !response.hasHeader("set-cookie") && mayBeKept()) {
      const headers = response.getHeaders();
      for (const name of OF_ONE) delete headers[name];
      put(key, { headers, body });
    }
    if (drawing.get(key) === drawn) drawing.delete(key);
    isDrawn();
  };
}

/** @param {string} key @param {KeptAnswer} answer */
function put(key, answer) {
  bytes += answer.body.length - (kept.get(key)?.body.length ?? 0);
  kept.set(key, answer);
  for (const [oldest, { body }] of kept) {
    if (bytes <= ALL_BYTES) break;
    bytes -= body.length;
    kept.delete(oldest);
  }
}
