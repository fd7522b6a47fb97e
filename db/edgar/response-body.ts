/** A response, with facts about its request. */
export type Exchange = {
  response: Response;
  /** How many pauses there had been when the request left. */
  sentAfter: number;
  /** How long the body may be silent. */
  stallMs: number;
  stop: (reason: Error) => void;
  /** Releases the resources of the request. */
  release: () => void;
};

/** Far larger than the largest quarterly index. */
const LARGEST = 512 * 1024 * 1024;

/** Yields the chunks of a body. Gives up on a silent connection, but not on a slow one. */
export async function* bodyChunks({ response, stallMs, stop, release }: Exchange): AsyncGenerator<Buffer> {
  const reader = response.body?.getReader();
  const watch = () => setTimeout(() => stop(new Error(`no data for ${stallMs / 1000} s`)), stallMs);
  let timer = watch();
  try {
    while (reader) {
      const { done, value } = await reader.read();
      clearTimeout(timer);
      if (done) return;
      yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      timer = watch();
    }
  } finally {
    clearTimeout(timer);
    await reader?.cancel().catch(() => undefined);
    release();
  }
}

/**
 * @param most how many bytes to read; the rest is ignored
 * @throws if a body breaks off, has damaged gzip data, or falls silent
 */
export async function readBody(exchange: Exchange, most = LARGEST): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bodyChunks(exchange)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(chunks);
}

const IN_WORDS: Record<string, string> = {
  ECONNREFUSED: "nothing answers at this address",
  ECONNRESET: "the connection was lost",
  EPIPE: "the connection was lost",
  UND_ERR_SOCKET: "the connection was lost",
  UND_ERR_CONNECT_TIMEOUT: "the connection timed out",
  UND_ERR_HEADERS_TIMEOUT: "there was no answer in time",
  UND_ERR_BODY_TIMEOUT: "the answer was interrupted",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the answer is shorter than announced",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be looked up",
  ENETUNREACH: "there is no network",
  EHOSTUNREACH: "there is no network",
  Z_BUF_ERROR: "the answer is cut off",
  Z_DATA_ERROR: "the answer is damaged",
};

/** Why a request or a body failed. */
export function brokenInWords(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const words = "code" in at ? IN_WORDS[String(at.code)] : undefined;
    if (words) return words;
    if (/^no (?:answer|data) /.test(at.message)) return at.message;
    if (at.cause === undefined) return at.message;
  }
  return String(error);
}
