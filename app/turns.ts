/** A place among those that work at once. */
export type Turn = {
  /** Lets the next one in; more than once is once. */
  end: () => void;
};

type Waiting = { begin: (turn: Turn | null) => void };

/** Lets `atOnce` work at the same time. Others wait in order, at most `waiting` of them and at most `patience` milliseconds each. */
export class Turns {
  private working = 0;
  private readonly queue: Waiting[] = [];

  constructor(private readonly limits: { atOnce: number; waiting: number; patience: number }) {}

  /**
   * A turn as soon as there is one, or null if that takes too long. The caller must end it.
   * @param signal gives up the place in the queue, as when the reader is gone
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
