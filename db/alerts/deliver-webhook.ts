import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { type DeliveryOutcome, failed } from "@/db/alerts/delivery-outcome";
import { RefusedAddress, resolveHost } from "@/db/alerts/public-address";
import { retryAfter } from "@/lib/alerts/retry-times";
import { webhookHeaders } from "@/lib/alerts/webhook-signature";
import { inOneLine } from "@/lib/values/readable-text";
import { VERSION } from "@/lib/version";

const TIME_LIMIT_MS = 15_000;
/** We read no more of an answer than this, and quote its beginning if it is an error. */
const MOST_READ = 4_096;
const MOST_QUOTED = 200;

export type Webhook = { id: string; url: string; body: string; secrets: readonly string[] };

type Options = {
  /** Whether private networks and unencrypted connections are allowed. */
  allowPrivate: boolean;
  timeLimitMs?: number;
  resolve?: typeof resolveHost;
};

/** How far an attempt has come. Anything that fails at this step gets this class. */
type Stage = "DNS" | "CONNECTION" | "TLS";

/**
 * Posts a webhook once. The name of the host is resolved once, and the connection goes to an address that was checked. Redirects are
 * not followed, because they could lead anywhere.
 */
export async function deliverWebhook(
  webhook: Webhook,
  { allowPrivate, timeLimitMs = TIME_LIMIT_MS, resolve = resolveHost }: Options,
): Promise<DeliveryOutcome> {
  const url = new URL(webhook.url);
  if (url.protocol !== "https:" && !(allowPrivate && url.protocol === "http:"))
    return failed("REFUSED_ADDRESS", `${url.protocol}// is not allowed. Use https, or set ALERT_ALLOW_PRIVATE=1.`);
  const limit = AbortSignal.timeout(timeLimitMs);
  const stage: { at: Stage } = { at: "DNS" };
  try {
    const addresses = await withinLimit(resolve(url.hostname, { allowPrivate }), limit);
    stage.at = "CONNECTION";
    return await post(webhook, url, { addresses, limit, stage });
  } catch (error) {
    if (limit.aborted) return failed("TIMEOUT", `No answer within ${timeLimitMs / 1000} seconds.`);
    const reason = error instanceof Error ? error.message : String(error);
    return failed(error instanceof RefusedAddress ? "REFUSED_ADDRESS" : stage.at, inOneLine(reason));
  }
}

/** We cannot cancel the system's resolver, but do not need to wait for it. */
const withinLimit = <T>(work: Promise<T>, limit: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, fail) => limit.addEventListener("abort", () => fail(limit.reason), { once: true })),
  ]);

type Connection = {
  addresses: Awaited<ReturnType<typeof resolveHost>>;
  limit: AbortSignal;
  stage: { at: Stage };
};

function post(webhook: Webhook, url: URL, { addresses, limit, stage }: Connection): Promise<DeliveryOutcome> {
  const { id, body, secrets } = webhook;
  const lookup: LookupFunction = (_, { all }, done) =>
    all ? done(null, addresses) : done(null, addresses[0].address, addresses[0].family);
  const isSecure = url.protocol === "https:";
  return new Promise((settle, fail) => {
    const request = (isSecure ? requestHttps : requestHttp)(url, {
      method: "POST",
      lookup,
      // A connection for each attempt, so that none leads to an address that was checked for another.
      agent: false,
      signal: limit,
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "user-agent": `Section16/${VERSION}`,
        ...webhookHeaders({ id, at: Date.now(), body }, secrets),
      },
    });
    request.on("socket", (socket) => {
      socket.on("connect", () => {
        if (isSecure) stage.at = "TLS";
      });
      socket.on("secureConnect", () => {
        stage.at = "CONNECTION";
      });
    });
    request.on("error", fail);
    request.on("response", async (response) => {
      request.off("error", fail).on("error", () => undefined);
      settle(outcomeOf(response, isSuccess(response) ? "" : await beginningOf(response)));
      request.destroy();
    });
    request.end(body);
  });
}

const isSuccess = ({ statusCode = 0 }: IncomingMessage) => statusCode >= 200 && statusCode < 300;

/** The beginning of an answer, as far as we read it, or as far as it came before it broke off or took too long. */
function beginningOf(response: IncomingMessage): Promise<string> {
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = () => settle(Buffer.concat(chunks).subarray(0, MOST_READ).toString("utf8"));
    response.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= MOST_READ) end();
    });
    for (const event of ["end", "error", "close"]) response.on(event, end);
  });
}

const GONE = 410;

function outcomeOf(response: IncomingMessage, beginning: string): DeliveryOutcome {
  if (isSuccess(response)) return { outcome: "delivered" };
  const { statusCode: status = 0, headers } = response;
  const quoted = inOneLine(beginning).slice(0, MOST_QUOTED);
  const said = `Status ${status}${quoted === "" ? "" : `: ${quoted}`}`;
  if (status < 400) return failed("REDIRECT", `Status ${status}. We do not follow redirects: use the final address.`);
  if (status === GONE) return failed("GONE", said, { isFinal: true });
  const notBefore = retryAfter(headers["retry-after"], Date.now());
  return failed(status < 500 ? "HTTP_4XX" : "HTTP_5XX", said, { notBefore });
}
