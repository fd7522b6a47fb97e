import { rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { askToConfirm, changeReaderAlert, findReaderAlert } from "@/db/alerts/reader-alerts";
import type { ReaderAnswers, ReaderRequest } from "@/db/alerts/reader-requests";
import type { Connection } from "@/db/server/client";
import { isKeyOfAlert } from "@/lib/alerts/signed-links";

const HOUR = 3_600_000;
/** Several readers, such as the staff of an office, may share an IP address. */
const MOST_FROM_ONE = 20;
const MOST_REMEMBERED = 10_000;

/** Does what readers ask for, so that the site itself only reads the database, and does not know the secret of signed links. */
export class ReaderDesk {
  /** When each network asked in the past hour, in milliseconds. The one that asked last is at the end. */
  readonly #asked = new Map<string, number[]>();

  constructor(
    readonly connection: Pick<Connection, "db" | "pool">,
    readonly secret: string,
  ) {}

  async answer(request: ReaderRequest, now: Date): Promise<ReaderAnswers[ReaderRequest["ask"]]> {
    if (request.ask === "subscribe") {
      if (this.#asksTooOften(request.from, now.getTime())) return "too many from one";
      return (await askToConfirm(this.connection.pool, request, now)) ? "asked" : "too many";
    }
    const { id, key } = request;
    if (!isKeyOfAlert(key, id, this.secret)) return null;
    const found = await (request.ask === "find"
      ? findReaderAlert(this.connection.db, id)
      : changeReaderAlert(this.connection.db, id, request.change, now));
    return found ?? "deleted";
  }

  #asksTooOften(from: string, now: number): boolean {
    const before = (this.#asked.get(from) ?? []).filter((at) => at > now - HOUR);
    const isTooOften = before.length >= MOST_FROM_ONE;
    this.#asked.delete(from);
    this.#asked.set(from, isTooOften ? before : [...before, now]);
    const [longestAgo] = this.#asked.keys();
    if (this.#asked.size > MOST_REMEMBERED && longestAgo !== undefined) this.#asked.delete(longestAgo);
    return isTooOften;
  }

  /**
   * Answers the site, in JSON over HTTP on a local socket.
   * @param socket a path. A file that a killed process left there is replaced.
   */
  async listen(socket: string): Promise<Server> {
    rmSync(socket, { force: true });
    const server = createServer(async (request, response) => {
      try {
        const asked = JSON.parse(await text(request)) as ReaderRequest;
        response.end(JSON.stringify(await this.answer(asked, new Date())));
      } catch (error) {
        console.error(`A reader's alert could not be changed: ${error instanceof Error ? error.message : error}`);
        response.writeHead(500).end();
      }
    });
    await new Promise<void>((settle, fail) => {
      server.once("error", fail).listen(socket, settle);
    });
    return server;
  }
}
