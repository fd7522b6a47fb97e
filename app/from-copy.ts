import { askCopy, copySocket } from "@/db/copy/ask-copy";
import { sentFilter } from "@/db/copy/questions";
import { listAskedCiks } from "@/db/queries/listing";
import type { Db } from "@/db/server/client";
import type { ShownFacets } from "@/lib/filters/facets";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { guardedRequest } from "@/lib/requests/guarded-request";
import { newYorkDate } from "@/lib/values/dates";

/** A page does not wait longer for its counts, in milliseconds. */
const COUNTED_WITHIN = 150;
/** Counts that are behind by no more than this are not marked. */
const SHORTLY_BEHIND = 2_000;

/** The counts beside the choices of a filter, from the copy of `listing`. */
export async function loadFacets(db: Db, filter: FilingFilter): Promise<ShownFacets> {
  if (copySocket() === null) return null;
  const asked = await listAskedCiks(db, filter);
  if (asked === null) return null;
  const sent = sentFilter({ filter, ...asked }, newYorkDate(new Date()));
  const answered = await askCopy({ ask: "facets", ...sent }, COUNTED_WITHIN);
  const isCurrent = answered !== null && (await isOfThisPage(answered.version));
  // The next reader may get the counts, or newer ones.
  if (!isCurrent) delete guardedRequest()?.tag;
  if (answered === null) return "late";
  const isBehind = !isCurrent && Date.now() - answered.asOf > SHORTLY_BEHIND;
  return { ...answered.answer, asOf: isBehind ? new Date(answered.asOf).toISOString() : null };
}

const isOfThisPage = async (version: string) => (await guardedRequest()?.state)?.version === version;
