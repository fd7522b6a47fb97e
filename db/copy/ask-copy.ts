import { createConnection, type Socket } from "node:net";
import { createInterface } from "node:readline";
import type { Answered, Answers, Question, Reply } from "@/db/copy/questions";

/** After the copy could not be reached, we do not try again for this long. */
const TRY_AGAIN = 1_000;

/** A connection to the process with the copy, made when it is needed. */
class CopyClient {
  #connection: Socket | null = null;
  #failedAt = Number.NEGATIVE_INFINITY;
  #last = 0;
  readonly #pending = new Map<number, (answered: Answered<unknown> | null) => void>();

  constructor(readonly socket: string) {}

  async ask(question: Question, ms: number): Promise<Answered<unknown> | null> {
    const connection = this.#connect();
    if (connection === null) return null;
    const id = ++this.#last;
    return new Promise((settle) => {
      const end = (answered: Answered<unknown> | null) => {
        clearTimeout(timer);
        this.#pending.delete(id);
        settle(answered);
      };
      const timer = setTimeout(() => end(null), ms);
      this.#pending.set(id, end);
      connection.write(`${JSON.stringify({ ...question, id })}\n`);
    });
  }

  #connect(): Socket | null {
    if (this.#connection !== null) return this.#connection;
    if (performance.now() - this.#failedAt < TRY_AGAIN) return null;
    const connection = createConnection(this.socket);
    this.#connection = connection;
    connection.unref();
    connection.on("error", () => undefined);
    connection.on("close", () => {
      this.#connection = null;
      this.#failedAt = performance.now();
      for (const end of this.#pending.values()) end(null);
    });
    createInterface({ input: connection, crlfDelay: Number.POSITIVE_INFINITY })
      .on("line", (line) => {
        const { id, answered } = JSON.parse(line) as Reply;
        this.#pending.get(id)?.(answered);
      })
      .on("error", () => undefined);
    return connection;
  }
}

// On globalThis, because Next gives every route a copy of this module.
const shared: typeof globalThis & { section16Copy?: CopyClient } = globalThis;

/** Where the copy answers, as the start command says; null if there is none. */
export const copySocket = (): string | null => process.env.SECTION16_COPY_SOCKET || null;

/** Asks the copy of `listing`; null if it does not answer within `ms`. */
export async function askCopy<Asked extends Question>(
  question: Asked,
  ms: number,
): Promise<Answered<Answers[Asked["ask"]]> | null> {
  const socket = copySocket();
  if (socket === null) return null;
  if (shared.section16Copy?.socket !== socket) shared.section16Copy = new CopyClient(socket);
  return (await shared.section16Copy.ask(question, ms)) as Answered<Answers[Asked["ask"]]> | null;
}
