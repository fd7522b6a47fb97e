const MINUTE = 60_000;

/** The time that a client has saved up by sending no requests, at most a minute, and the instant at which it had that much. In milliseconds. */
type Allowance = { unused: number; at: number };

/** Lets each client make a minute's requests at once, and after that one whenever the next is due. */
export class RateLimit {
  private readonly clients = new Map<string, Allowance>();
  /** The time that a request uses up. */
  private readonly cost: number;

  /** @param mostClients above this number, all clients that are not yet known share one allowance */
  constructor(
    perMinute: number,
    private readonly mostClients = 10_000,
  ) {
    this.cost = MINUTE / perMinute;
  }

  /**
   * Counts a request.
   * @returns null if it may be made, or else after how many seconds the client may try again
   */
  take(client: string, now: number): number | null {
    if (this.clients.size >= this.mostClients) this.forget(now);
    const key = this.clients.has(client) || this.clients.size < this.mostClients ? client : "";
    const last = this.clients.get(key) ?? { unused: MINUTE, at: now };
    // The clock may have been set back.
    const at = Math.max(now, last.at);
    const unused = Math.min(MINUTE, last.unused + at - last.at);
    if (unused < this.cost) return Math.ceil((this.cost - unused) / 1_000);
    this.clients.set(key, { unused: unused - this.cost, at });
    return null;
  }

  /** Clients that have been quiet for a minute have their whole allowance again. */
  private forget(now: number) {
    for (const [client, { at }] of this.clients) if (now - at >= MINUTE) this.clients.delete(client);
  }
}
