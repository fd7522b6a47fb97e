import journal from "@/db/migrations/meta/_journal.json";
import { SaidInFull } from "@/db/server/database-unavailable";

/** When the newest migration that this version knows was made: the time in its journal. */
export const NEWEST_KNOWN = Math.max(...journal.entries.map(({ when }) => when));

/** Whether a database has migrations that this version does not know. */
export const isNewer = ({ applied, newest }: { applied: number; newest: number }): boolean =>
  newest > NEWEST_KNOWN || applied > journal.entries.length;

export const NEWER_DATABASE =
  "This database was written by a newer version of Section 16. Install that version, or restore a backup that this version made.";

/** An older program would misread what a newer one wrote, and write what that one cannot read. */
export class NewerDatabase extends SaidInFull {
  override name = "NewerDatabase";

  constructor() {
    super(NEWER_DATABASE);
  }
}
