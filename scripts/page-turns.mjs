import { AsyncResource } from "node:async_hooks";

/** @import { IncomingMessage, ServerResponse } from "node:http" */

/**
 * The most pages that one process draws at the same time. It has one thread and 10 connections to the database, so more pages would not
 * be done sooner. Each would take longer, and wait until the database seems not to answer.
 */
const AT_ONCE = 12;

/** Whether a page or data format is asked for: what `proxy.ts` looks at, without uploads. */
export const isShown = (/** @type {IncomingMessage} */ { method, url = "" }) =>
  (method === "GET" || method === "HEAD") &&
  !/^\/(?:_next\/|healthz\b|import\b|(?:robots\.txt|opensearch\.xml|speculation-rules\.json|icon\.svg|theme\.js)(?:\?|$))/.test(
    url,
  );

/** Other requests are short or take their own turns, and health checks must not wait for readers. */
const isDrawn = (/** @type {IncomingMessage} */ request) =>
  isShown(request) && !/^[^?]*\.(?:csv|ndjson)(?:\?|$)/.test(request.url ?? "");

let drawing = 0;
/** @type {Set<() => void>} In the order in which they came. */
const waiting = new Set();

/**
 * Begins a request when it is its turn. The turn ends when the answer begins, so that a reader who takes it slowly delays nobody.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {() => void} begin
 */
export function takeTurn(request, response, begin) {
  if (!isDrawn(request)) return begin();
  let hasTurn = false;
  // In the context of its own request, as if it had not waited. In that of the page whose turn has ended, it would keep all that was drawn
  // of that page in memory, and so on, as long as there is always somebody waiting.
  const draw = AsyncResource.bind(() => {
    waiting.delete(draw);
    hasTurn = true;
    drawing += 1;
    begin();
  });
  const end = () => {
    waiting.delete(draw);
    if (!hasTurn) return;
    hasTurn = false;
    drawing -= 1;
    const [next] = waiting;
    next?.();
  };
  // With any of these. A page that is drawn once more takes a second turn, and so its first must have ended by then.
  for (const name of /** @type {const} */ (["writeHead", "write", "end"])) {
    const original = /** @type {(...args: any[]) => any} */ (response[name]);
    response[name] = (/** @type {any[]} */ ...args) => {
      end();
      return original.apply(response, args);
    };
  }
  response.once("close", end);
  if (drawing < AT_ONCE) draw();
  else waiting.add(draw);
}
