// This is plain JavaScript because the request guard is loaded before anything is compiled.

/** @typedef {{ status: number, message: string, headers: Record<string, string> }} Refusal */

/** Only these accept a body: forms, whose paths `lib/urls.ts` makes too, and messages of models. */
const TAKES_POSTS = /^\/mcp$|^\/import\/(?:upload|[^/]+\/answers)$|^\/alerts\/(?:subscribe|[^/]+\/change)$/;

/** A mail program stops an alert by a POST, a reader's browser by a GET and then a form. */
const TAKES_BOTH = /^\/alerts\/[^/]+\/stop$/;

/**
 * The methods that an address accepts.
 *
 * @param {string} path
 */
const methodsOf = (path) =>
  TAKES_POSTS.test(path)
    ? ["POST", "OPTIONS"]
    : TAKES_BOTH.test(path)
      ? ["GET", "HEAD", "POST", "OPTIONS"]
      : ["GET", "HEAD", "OPTIONS"];

/**
 * Why a request is answered without any page, or null.
 *
 * @param {{ method: string, target: string, upgrade?: string, host?: string }} request `target` as in its first line
 * @returns {Refusal | null}
 */
export function refusedRequest({ method, target, upgrade, host }) {
  if (method === "OPTIONS" && target === "*") return options(["GET", "HEAD", "POST", "OPTIONS"]);
  if (!target.startsWith("/")) {
    return refusal(400, "The address must be a path that begins with a slash. This server is not a proxy.");
  }
  if (host === undefined) return refusal(400, "The request has no Host header.");
  const methods = methodsOf(target.split(/[?#]/, 1)[0] ?? "");
  if (method === "OPTIONS") return options(methods);
  if (!methods.includes(method)) return wrongMethod(method, methods);
  if (/\bwebsocket\b/i.test(upgrade ?? "")) {
    return { ...refusal(400, "This site has no web sockets."), headers: { connection: "close" } };
  }
  return null;
}

/**
 * @param {string | null} method null if it is not an HTTP method
 * @param {string[]} methods
 */
export const wrongMethod = (method, methods) =>
  refusal(405, `${method ?? "This method"} is not supported here. Use ${methods.join(", ")}.`, {
    allow: methods.join(", "),
  });

/** @param {string[]} methods @returns {Refusal} */
const options = (methods) => ({ status: 204, message: "", headers: { allow: methods.join(", ") } });

/** @param {number} status @param {string} message @param {Record<string, string>} [headers] @returns {Refusal} */
const refusal = (status, message, headers = {}) => ({ status, message, headers });
