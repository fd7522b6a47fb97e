import { readAlertsOnDisk } from "@/db/alerts/alerts-on-disk";
import { keepFileAlerts } from "@/db/alerts/keep-file-alerts";
import type { Connection } from "@/db/server/client";

/** Follows the operator's file, so that a change needs no restart. While the file has problems, what it said before applies. */
export class AlertsFile {
  /** The secrets of its webhooks by alert. Null until it could be read. */
  secrets: ReadonlyMap<string, readonly string[]> | null = null;
  #seen: string | undefined;
  #isMissing = false;

  constructor(
    readonly path: string,
    readonly options: { allowPrivate: boolean },
  ) {}

  /** Brings the database into line with the file, if that has changed. */
  async follow(connection: Connection, say: (problem: string) => void): Promise<void> {
    const read = readAlertsOnDisk(this.path, this.options);
    const seen = JSON.stringify(read);
    // Some editors delete a file and write it again. Its alerts would stop, begin later, and miss what was filed before.
    const wasMissing = this.#isMissing;
    this.#isMissing = read.text === null && "alerts" in read;
    if (seen === this.#seen || (this.#isMissing && !wasMissing)) return;
    if ("problems" in read) for (const problem of read.problems) say(problem);
    else {
      await keepFileAlerts(connection, read.alerts);
      this.secrets = new Map(read.alerts.map(({ id, secrets }) => [id, secrets]));
    }
    this.#seen = seen;
  }
}
