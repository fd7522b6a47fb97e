import { and, eq, ne } from "drizzle-orm";
import { filing } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { SAXON_NUMBER } from "@/lib/record/accession-number";

/** Whether the database has any filing besides the sample and the one document that comes with it. */
export const holdsRealFilings = async (db: Db): Promise<boolean> =>
  (
    await db
      .select({ one: filing.version })
      .from(filing)
      .where(and(eq(filing.isSample, false), ne(filing.accessionNumber, SAXON_NUMBER)))
      .limit(1)
  ).length > 0;
