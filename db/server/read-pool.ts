import { Pool, type PoolConfig } from "pg";
import { isUnreachable } from "@/db/server/connection-loss";
import { isTimedOut, mayRetry } from "@/db/server/may-retry";
import { oneByOne } from "@/db/server/one-by-one";

const gone = () => Object.assign(new Error("The database server does not answer"), { code: "08006" });

/** A replica cancels queries that conflict with what it has to replay. */
const isCancelled = (error: unknown) => mayRetry(error) && !isTimedOut(error);
const isLost = (error: unknown) => isUnreachable(error) || isCancelled(error);

/** A pool for statements that only read. Each is tried again once if the connection was lost or a replica had to cancel it. */
export class ReadPool extends Pool {
  private readonly waiting = new Set<(error: Error) => void>();

  constructor(
    config: PoolConfig,
    /** Called when both attempts have failed. */
    private readonly onLoss: () => void,
  ) {
    super(config);
    // Without a listener, a connection that is lost during a transaction would end this process.
    this.on("connect", (client) => client.on("error", () => undefined));
  }

  // biome-ignore lint/suspicious/noExplicitAny: the driver's type has eight signatures. Drizzle uses the one that returns a promise.
  override query(...args: any[]): any {
    return this.twice(() => super.query(...(args as [string])));
  }

  /** For a transaction. A pool asks for a connection with a function, and sends only one query on it. */
  // biome-ignore lint/suspicious/noExplicitAny: the driver's type has two signatures.
  override connect(...args: any[]): any {
    const [settle] = args;
    return settle === undefined ? super.connect().then(oneByOne) : super.connect(settle);
  }

  /** Fails everything that waits for a server that no longer answers, because a server that hangs would keep it waiting for ever. */
  abandon(): void {
    for (const fail of this.waiting) fail(gone());
    void this.end().catch(() => undefined);
  }

  private async twice<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await this.unlessAbandoned(ask).catch((error) => {
        if (this.ending || !isLost(error)) throw error;
        return this.unlessAbandoned(ask);
      });
    } catch (error) {
      if (isLost(error)) this.onLoss();
      throw error;
    }
  }

  private unlessAbandoned<T>(ask: () => Promise<T>): Promise<T> {
    return new Promise((settle, fail) => {
      if (this.ending) return fail(gone());
      this.waiting.add(fail);
      ask()
        .then(settle, fail)
        .finally(() => this.waiting.delete(fail));
    });
  }
}
