import { request } from "node:http";
import { json } from "node:stream/consumers";
import type { ReaderAnswers, ReaderRequest } from "@/db/alerts/reader-requests";

const ANSWERS_WITHIN = 5_000;

/** Where the alert process answers, as the start command says; null if readers cannot subscribe. */
export const deskSocket = (): string | null => process.env.SECTION16_ALERTS_SOCKET || null;

/** The alert process does not answer. The start command is starting it again. */
export class DeskClosed extends Error {}

/**
 * Asks the alert process to do something for a reader.
 * @throws DeskClosed
 */
export async function askDesk<R extends ReaderRequest>(asked: R): Promise<ReaderAnswers[R["ask"]]> {
  const socketPath = deskSocket();
  if (socketPath === null) throw new DeskClosed("Readers cannot subscribe here.");
  try {
    return await new Promise((settle, fail) => {
      const signal = AbortSignal.timeout(ANSWERS_WITHIN);
      request({ socketPath, method: "POST", signal }, (response) => {
        if (response.statusCode !== 200) fail(new Error(`It answered ${response.statusCode}.`));
        json(response).then((answer) => settle(answer as ReaderAnswers[R["ask"]]), fail);
      })
        .on("error", fail)
        .end(JSON.stringify(asked));
    });
  } catch (cause) {
    throw new DeskClosed(`The alert process does not answer: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}
