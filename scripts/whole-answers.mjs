/** @import { IncomingMessage, ServerResponse } from "node:http" */

/** Called once with what was drawn, or with null if that is longer than `MOST_BYTES`, if it broke off, or if its reader has left. @typedef {(body: Buffer | null) => void} WhenDrawn */

/** Most pages take 20 to 60 kB compressed. Exports may be of any length. */
const MOST_BYTES = 1024 * 1024;
/** In milliseconds. A long export is read and sent in batches, and proxies give up when nothing has arrived for a minute. */
const LONGEST = 5_000;

/**
 * Sends an answer in one piece when all of it is drawn. A process that is killed before then has sent nothing, so a proxy can ask another
 * process; and if a database server is lost, the answer can still be drawn again. An answer that is longer than `MOST_BYTES`, or takes
 * longer than `LONGEST` from its first part on, is sent from then on as it is drawn.
 *
 * Up to `MOST_BYTES`, an answer is drawn as fast as possible, so that nobody who needs it waits for a slow reader.
 *
 * Only for GET. An answer without a body cannot be cut off, and no proxy repeats a request that changes something.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {WhenDrawn} [whenDrawn]
 */
export function sendWhole(request, response, whenDrawn) {
  if (request.method !== "GET") return;
  const { writeHead, write, end, flushHeaders, destroy } = response;
  /** @type {"held" | "sent" | "broken"} */
  let state = "held";
  /** @type {any[] | null} What `writeHead` was called with. */
  let head = null;
  /** @type {Buffer[] | null} What is drawn, as long as somebody needs it. */
  let parts = [];
  let length = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  /** @param {Buffer | null} body */
  const settle = (body) => {
    if (parts === null) return;
    parts = null;
    whenDrawn?.(body);
  };
  const release = () => {
    state = "sent";
    clearTimeout(timer);
    Reflect.deleteProperty(response, "headersSent");
  };
  /** @param {unknown} chunk @param {unknown} encoding */
  const take = (chunk, encoding) => {
    if (parts === null || !(typeof chunk === "string" || chunk instanceof Uint8Array)) return;
    const part = typeof chunk === "string" ? Buffer.from(chunk, asEncoding(encoding)) : Buffer.from(chunk);
    length += part.length;
    parts.push(part);
    timer ??= setTimeout(sendSoFar, LONGEST).unref();
  };
  const sendHead = () => {
    if (head) writeHead.apply(response, /** @type {any} */ (head));
  };
  const sendSoFar = () => {
    if (state !== "held") return true;
    release();
    sendHead();
    const soFar = Buffer.concat(parts ?? []);
    // Nobody waits for the whole of it.
    if (!whenDrawn) parts = null;
    return write.call(response, soFar, "utf8");
  };

  // Next looks here whether an answer has begun.
  Object.defineProperty(response, "headersSent", { configurable: true, get: () => head !== null || length > 0 });
  response.once("close", () => {
    if (state === "held") release();
    settle(null);
  });
  response.writeHead = (/** @type {any[]} */ ...args) => {
    if (state === "sent") return writeHead.apply(response, /** @type {any} */ (args));
    // Compression calls this before every part, because it does not see that the answer has begun.
    head ??= args;
    response.statusCode = head[0];
    return response;
  };
  response.flushHeaders = () => {
    if (state === "sent") flushHeaders.call(response);
    else response.writeHead(response.statusCode);
  };
  response.write = (/** @type {any[]} */ ...args) => {
    const done = args.find((arg) => typeof arg === "function");
    if (state === "broken") return true;
    take(args[0], args[1]);
    const isLong = length > MOST_BYTES;
    if (state === "held") {
      if (done) process.nextTick(done);
      const isReady = !isLong || sendSoFar();
      if (isLong) settle(null);
      return isReady;
    }
    if (isLong) settle(null);
    const isReady = write.apply(response, /** @type {any} */ (args));
    return parts !== null || isReady;
  };
  response.end = (/** @type {any[]} */ ...args) => {
    if (state === "broken") return response;
    take(args[0], args[1]);
    const body = parts && Buffer.concat(parts);
    if (state === "held") {
      release();
      if (length > 0 || !WITHOUT_BODY.has(response.statusCode)) response.setHeader("content-length", length);
      sendHead();
      end.call(
        response,
        length > 0 ? body : undefined,
        args.find((arg) => typeof arg === "function"),
      );
    } else {
      end.apply(response, /** @type {any} */ (args));
    }
    settle(length > MOST_BYTES ? null : body);
    return response;
  };
  // Next ends an answer in this way if drawing it fails halfway.
  response.destroy = (error) => {
    if (state !== "held" || !error) return destroy.call(response, error);
    state = "broken";
    settle(null);
    // Next announces the failure right after this.
    setImmediate(() => {
      release();
      destroy.call(response, error);
    });
    return response;
  };
}

const WITHOUT_BODY = new Set([204, 304]);

const asEncoding = (/** @type {unknown} */ given) =>
  typeof given === "string" ? /** @type {BufferEncoding} */ (given) : "utf8";
