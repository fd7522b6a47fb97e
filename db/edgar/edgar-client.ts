import { type Clock, realClock } from "@/db/edgar/clock";
import type { CountRequest } from "@/db/edgar/count-requests";
import { EdgarFailure } from "@/db/edgar/edgar-failure";
import { readForbidden, refusalInPage } from "@/db/edgar/refusal-page";
import type { RequestSlots } from "@/db/edgar/request-slots";
import { brokenInWords, type Exchange, readBody } from "@/db/edgar/response-body";
import type { EdgarAddress } from "@/lib/edgar/addresses";

export type Validators = { etag: string | null; lastModified: string | null };

type EdgarAnswer =
  | { outcome: "page"; bytes: Buffer; validators: Validators }
  /** Only if validators were sent. */
  | { outcome: "not modified" }
  | { outcome: "absent"; status: number };

export type RetryNotice = { kind: "retrying"; url: string; seconds: number; reason: string };

type GetOptions = {
  validators?: Validators | null;
  /** Says why a page is not the one requested; null if it is. */
  check?: (bytes: Buffer) => string | null;
  /** Where EDGAR lists what exists, for a page that may be missing. */
  folder?: EdgarAddress;
  signal?: AbortSignal;
};

type OpenOptions = Pick<GetOptions, "folder" | "signal">;

/** The result of one try. The body of a response is not read yet. */
type Try =
  | { outcome: "response"; exchange: Exchange }
  | { outcome: "absent"; status: number }
  | { outcome: "retry"; reason: string };

export type EdgarClient = {
  /**
   * Sends a request until there is an answer.
   * @throws EdgarFailure if there is none, with the reason
   */
  get: (address: EdgarAddress, options?: GetOptions) => Promise<EdgarAnswer>;
  /**
   * Waits for a turn, sends one request, and handles every kind of answer: pauses, redirections, refusals.
   * @throws EdgarFailure if EDGAR keeps refusing
   */
  open: (address: EdgarAddress, headers?: Record<string, string>, options?: OpenOptions) => Promise<Try>;
  /** Waits before the next try, longer each time. @throws EdgarFailure after too many tries. */
  waitBeforeRetry: (address: EdgarAddress, tries: number, reason: string, signal?: AbortSignal) => Promise<void>;
  urlOf: (address: EdgarAddress) => string;
};

export type EdgarClientOptions = {
  /** Name and email address, as the SEC requires. */
  contact: string;
  baseUrl: string;
  dataUrl: string;
  slots: RequestSlots;
  clock?: Clock;
  fetch?: typeof fetch;
  tell?: (notice: RetryNotice) => void;
  /** Called for every request, when its answer begins or it has failed. */
  count?: CountRequest;
  /** How long a connection may be silent. */
  stallMs?: number;
};

const MINUTE = 60_000;
/** EDGAR blocks an address for about ten minutes. */
const PAUSES = { 403: [10, 20, 30], 429: [2, 5, 10] } as const;
const LONGEST_PAUSE = 60 * MINUTE;
const MOST_TRIES = 6;
const MOST_WRONG_PAGES = 3;
const MOST_REDIRECTIONS = 3;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/** All requests to EDGAR go through here: they state our name, wait their turn and are retried, and every page is checked. */
export function edgarClient({
  contact,
  baseUrl,
  dataUrl,
  slots,
  clock = realClock,
  fetch = globalThis.fetch,
  tell = () => {},
  count = async () => {},
  stallMs = 30_000,
}: EdgarClientOptions): EdgarClient {
  const urlOf = ({ site, path }: EdgarAddress) => `${site === "www" ? baseUrl : dataUrl}${path}`;
  /** Refusals in a row, and pauses so far. Requests that were on their way together count as one refusal. */
  let refusals = 0;
  let pauses = 0;
  let pausing: Promise<void> = Promise.resolve();

  async function send(url: string, headers: Record<string, string>, signal?: AbortSignal): Promise<Exchange> {
    await slots.take(signal);
    signal?.throwIfAborted();
    const sentAfter = pauses;
    const control = new AbortController();
    const pass = () => control.abort(signal?.reason);
    signal?.addEventListener("abort", pass);
    const release = () => signal?.removeEventListener("abort", pass);
    const stop = (reason: Error) => control.abort(reason);
    const timer = setTimeout(() => stop(new Error(`no answer within ${stallMs / 1000} s`)), stallMs);
    try {
      const response = await fetch(url, {
        headers: { "user-agent": contact, "accept-encoding": "gzip, deflate", ...headers },
        // A redirection is another request, and waits for its turn.
        redirect: "manual",
        signal: control.signal,
      });
      await count(response.status);
      return { response, sentAfter, stallMs, stop, release };
    } catch (error) {
      release();
      if (isOfNetwork(error)) await count("failed");
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async function holdBack({ response, sentAfter }: Exchange, reason: string) {
    if (sentAfter !== pauses) return pausing;
    pauses += 1;
    const minutes = response.status === 429 ? PAUSES[429] : PAUSES[403];
    const next = minutes[refusals];
    refusals += 1;
    if (next === undefined) {
      refusals = 0;
      throw new EdgarFailure(
        "refused",
        `${reason}. We tried again ${minutes.length} times, with pauses. Run the same command again later.`,
      );
    }
    const asked = Number(response.headers.get("retry-after")) * 1000;
    pausing = slots.pause(Math.min(LONGEST_PAUSE, Math.max(next * MINUTE, asked || 0)), reason);
    await pausing;
  }

  function noteAnswer({ sentAfter }: Exchange) {
    if (sentAfter === pauses) refusals = 0;
  }

  async function open(
    address: EdgarAddress,
    headers: Record<string, string> = {},
    { folder, signal }: OpenOptions = {},
  ): Promise<Try> {
    let url = urlOf(address);
    let isSecond = false;
    for (let redirections = 0; ; ) {
      signal?.throwIfAborted();
      let exchange: Exchange;
      try {
        exchange = await send(url, headers, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (!isOfNetwork(error)) throw error;
        return { outcome: "retry", reason: brokenInWords(error) };
      }
      const { response } = exchange;
      const { status } = response;
      if (status < 300 || status === 304 || status === 416) {
        // Even with status 200, the page may be a refusal.
        if (status !== 200) noteAnswer(exchange);
        return { outcome: "response", exchange };
      }
      const body = await readBody(exchange, 64 * 1024).catch(() => Buffer.alloc(0));
      signal?.throwIfAborted();
      const location = response.headers.get("location");
      if (location && status < 400 && redirections < MOST_REDIRECTIONS && isSameSite(location, url)) {
        url = new URL(location, url).href;
        redirections += 1;
      } else if (status === 404 || status === 410) {
        return { outcome: "absent", status };
      } else if (status === 403) {
        const forbidden = readForbidden(body);
        if (forbidden.kind === "absent") return { outcome: "absent", status };
        // The archive also answers 403 for a missing file. After the pause, its folder shows which it was.
        if (forbidden.kind === "unclear" && isSecond && folder && (await isMissingIn(folder, url, signal))) {
          return { outcome: "absent", status };
        }
        isSecond = true;
        await holdBack(exchange, forbidden.reason);
      } else if (status === 429) {
        await holdBack(exchange, "EDGAR asks for fewer requests (429)");
      } else {
        return { outcome: "retry", reason: `EDGAR answers ${status}` };
      }
    }
  }

  async function isMissingIn(folder: EdgarAddress, url: string, signal?: AbortSignal): Promise<boolean> {
    try {
      const list = JSON.parse((await readBody(await send(urlOf(folder), {}, signal))).toString());
      const items: { name?: string }[] = list.directory.item;
      return items.length > 0 && !items.some(({ name }) => name && url.endsWith(`/${name}`));
    } catch {
      signal?.throwIfAborted();
      return false;
    }
  }

  async function waitBeforeRetry(address: EdgarAddress, tries: number, reason: string, signal?: AbortSignal) {
    if (tries >= MOST_TRIES) {
      throw new EdgarFailure("unreachable", `${urlOf(address)} cannot be read after ${tries} attempts: ${reason}.`);
    }
    const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (tries - 1));
    const ms = longest / 2 + (clock.random() * longest) / 2;
    tell({ kind: "retrying", url: urlOf(address), seconds: Math.round(ms / 100) / 10, reason });
    await clock.sleep(ms, signal);
  }

  async function get(
    address: EdgarAddress,
    { validators, check, folder, signal }: GetOptions = {},
  ): Promise<EdgarAnswer> {
    let wrong = 0;
    for (let tries = 1; ; tries++) {
      const tried = await open(address, conditions(validators), { folder, signal });
      if (tried.outcome === "absent") return tried;
      let reason: string;
      if (tried.outcome === "retry") {
        reason = tried.reason;
      } else {
        const { exchange } = tried;
        const { response } = exchange;
        const body = await readBody(exchange).catch((error: unknown) => {
          signal?.throwIfAborted();
          return brokenInWords(error);
        });
        if (response.status === 304 && validators) return { outcome: "not modified" };
        if (typeof body === "string") {
          reason = body;
        } else {
          const refusal = refusalInPage(body);
          if (refusal) {
            await holdBack(exchange, refusal);
            tries -= 1;
            continue;
          }
          noteAnswer(exchange);
          const problem = response.status === 200 ? (check?.(body) ?? null) : `EDGAR answers ${response.status}`;
          if (problem === null) return { outcome: "page", bytes: body, validators: validatorsOf(response) };
          wrong += 1;
          if (wrong >= MOST_WRONG_PAGES) {
            throw new EdgarFailure("wrong page", `${urlOf(address)} is not what we asked for: ${problem}.`);
          }
          reason = problem;
        }
      }
      await waitBeforeRetry(address, tries, reason, signal);
    }
  }

  return { get, open, waitBeforeRetry, urlOf };
}

export const validatorsOf = ({ headers }: Response): Validators => ({
  etag: headers.get("etag"),
  lastModified: headers.get("last-modified"),
});

function conditions(validators: Validators | null | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (validators?.etag) headers["if-none-match"] = validators.etag;
  if (validators?.lastModified) headers["if-modified-since"] = validators.lastModified;
  return headers;
}

/** `fetch` throws a TypeError if a connection failed, and the signal's reason if it was aborted. */
const isOfNetwork = (error: unknown) =>
  error instanceof TypeError || (error instanceof Error && /^no answer within/.test(error.message));

const isSameSite = (location: string, url: string) =>
  URL.canParse(location, url) && new URL(location, url).origin === new URL(url).origin;
