const MINUTE = 60_000;
const LONGEST_PAUSE = 60 * MINUTE;

/** Waits after a failure: a minute at first, then twice as long each time, up to an hour. Times are in milliseconds. */
export class GrowingPauses {
  readonly #failed = new Map<string, { times: number; until: number }>();

  /** @returns how long the pause is that begins now */
  begin(id: string, now: number): number {
    const times = (this.#failed.get(id)?.times ?? 0) + 1;
    const pause = Math.min(MINUTE * 2 ** (times - 1), LONGEST_PAUSE);
    this.#failed.set(id, { times, until: now + pause });
    return pause;
  }

  isOver(id: string, now: number): boolean {
    return (this.#failed.get(id)?.until ?? now) <= now;
  }

  /** What has a pause at this time. */
  pausing(now: number): string[] {
    return this.all().filter((id) => !this.isOver(id, now));
  }

  /** Everything that has failed and was not forgotten. */
  all(): string[] {
    return [...this.#failed.keys()];
  }

  /** The next pause is then a short one again. */
  forget(id: string): void {
    this.#failed.delete(id);
  }
}
