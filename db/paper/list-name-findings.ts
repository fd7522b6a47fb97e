import { identifyParties } from "@/db/ingest/identify-parties";
import type { Db } from "@/db/server/client";
import type { PaperReading } from "@/paper/form/paper-reading";
import type { NameFinding } from "@/paper/parties/name-finding";
import type { Parties } from "@/paper/parties/with-ciks";

/** The known or possible CIKs for the names on a form, as it would be stored now. */
export const listNameFindings = async (db: Db, reading: PaperReading, given: Parties): Promise<NameFinding[]> =>
  (await identifyParties(db, reading, given)).names;
