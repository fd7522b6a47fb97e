/** Permission to work, until it is ended. */
export type Turn = {
  /** Lets the next one in. A second call does nothing. */
  end: () => void;
};

type Waiting = { begin: (turn: Turn | null) => void };

/** Lets `atOnce` callers work at once. Up to `waiting` others queue in order, each for at most `patience` milliseconds. */
export class Turns {
  private working = 0;
  private readonly queue: Waiting[] = [];

  constructor(private readonly limits: { atOnce: number; waiting: number; patience: number }) {}

  /**
   * Resolves to a turn, or to null if the queue is full or the wait too long. The caller must end the turn.
   * @param signal leaves the queue, for example when the reader has left
   */
  async take(signal?: AbortSignal): Promise<Turn | null> {
    if (this.working < this.limits.atOnce) return this.begin();
    if (this.queue.length >= this.limits.waiting || signal?.aborted) return null;
    return new Promise((settle) => {
      const waiting: Waiting = {
        begin: (turn) => {
          clearTimeout(limit);
          signal?.removeEventListener("abort", giveUp);
          settle(turn);
        },
      };
      const giveUp = () => {
        const at = this.queue.indexOf(waiting);
        if (at < 0) return;
        this.queue.splice(at, 1);
        waiting.begin(null);
      };
      const limit = setTimeout(giveUp, this.limits.patience);
      signal?.addEventListener("abort", giveUp);
      this.queue.push(waiting);
    });
  }

  private begin(): Turn {
    this.working += 1;
    let hasEnded = false;
    return {
      end: () => {
        if (hasEnded) return;
        hasEnded = true;
        this.working -= 1;
        this.queue.shift()?.begin(this.begin());
      },
    };
  }
}
