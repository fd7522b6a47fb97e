import { answerWithin } from "@/db/queries/answer-within";
import { findUnknownParties } from "@/db/queries/asked-parties";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { describeParty } from "@/lib/filters/party";
import type { RelaxedFilter } from "@/lib/filters/relaxed-filters";
import { markIncomplete } from "@/lib/requests/guarded-request";
import { type Count, describeCount } from "@/lib/values/counts";
import type { BroaderList, UnknownName } from "@/lib/views/nothing-found";

/** How many broader lists are tried when one is empty, and for how long each is counted, in milliseconds. */
const MOST_BROADER = 6;
const COUNTED_WITHIN = 700;

type Broader = Pick<RelaxedFilter, "label" | "isCorrection"> & { href: string; count: (db: Db) => Promise<Count> };

/** The lists that are not empty, with their counts. Lists of corrected filters are included even if they are empty. */
export async function countBroader(db: Db, broader: readonly Broader[], one: string): Promise<BroaderList[]> {
  const tried = await Promise.all(
    broader.slice(0, MOST_BROADER).map(async ({ label, href, isCorrection, count }) => {
      const found = await answerWithin(db, COUNTED_WITHIN, count);
      // The database may be less busy for the next reader.
      if (found === null) markIncomplete();
      const words = found === null ? "not counted" : describeCount(found, one);
      return found?.countAtLeast === 0 && !isCorrection ? null : { label, href, count: words };
    }),
  );
  return tried.filter((list) => list !== null);
}

/** Names and CIKs in a filter that match nobody, each with the address of the list under the nearest known name. */
export async function findUnknownNames(
  db: Db,
  filter: FilingFilter,
  hrefOf: (filter: FilingFilter) => string,
): Promise<UnknownName[]> {
  const unknown = await findUnknownParties(db, filter);
  return unknown.map(({ of, asked, nearest }) => ({
    name: of,
    by: "cik" in asked ? "cik" : "name",
    value: describeParty(asked, {}),
    didYouMean: nearest && {
      label: describeParty(nearest, {}),
      href: hrefOf({ ...filter, [of]: filter[of].map((other) => (other === asked ? nearest : other)) }),
    },
  }));
}
