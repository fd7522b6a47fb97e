import { say } from "./steps.mjs";

export type Stoppable = {
  stop: () => Promise<void>;
  /** Ends it at once, without waiting. */
  abandon: () => void;
};

/** A terminal signals all its processes, and npm passes the signal on, so the same Ctrl-C arrives more than once. */
const SAME_SIGNAL = 500;

/** Stops what was started, the newest first. A second Ctrl-C does not wait for any of it. */
export class Shutdown {
  #started: Stoppable[] = [];
  #since = 0;
  #exitCode = 130;

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => this.#interrupt());
    if (process.env.npm_lifecycle_event) this.#endWithNpm();
  }

  get isUnderWay() {
    return this.#since > 0;
  }

  add(started: Stoppable) {
    this.#started.push(started);
  }

  /** From now on an interruption is the normal end. */
  expectInterruption() {
    this.#exitCode = 0;
  }

  /** Stops everything and ends the process. */
  async end(exitCode: number): Promise<never> {
    this.#since ||= Date.now();
    for (const started of this.#started.toReversed()) await started.stop();
    process.exit(exitCode);
  }

  /** npm runs us in a shell, and a signal to npm alone ends both without telling us. */
  #endWithNpm() {
    const shell = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === shell) return;
      clearInterval(watch);
      this.#interrupt();
    }, 250);
    watch.unref();
  }

  #interrupt() {
    if (!this.isUnderWay) {
      say("Stopping …");
      void this.end(this.#exitCode);
    } else if (Date.now() - this.#since > SAME_SIGNAL) {
      for (const started of this.#started.toReversed()) started.abandon();
      process.exit(130);
    }
  }
}
