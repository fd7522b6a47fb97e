import { cache } from "react";
import { askCopy, copySocket } from "@/db/copy/ask-copy";
import { findByName, isByName } from "@/db/copy/find-by-name";
import {
  type Answered,
  type Answers,
  type NamedFilings,
  type Question,
  type SentFilter,
  sentFilter,
  sentPlace,
} from "@/db/copy/questions";
import { FEW_FILINGS, type FoundElsewhere } from "@/db/queries/list-filings";
import { filterOfLines } from "@/db/queries/list-parties";
import { mayBeSparse } from "@/db/queries/listing";
import { BY_ISSUER, BY_OWNER, listIndustries, readParties } from "@/db/queries/read-parties";
import type { Db } from "@/db/server/client";
import type { ShownFacets } from "@/lib/filters/facets";
import { asksForRows, type FilingFilter, isFiltered } from "@/lib/filters/filing-filter";
import { type Grouping, groupingParams } from "@/lib/filters/grouping";
import type { ListOrder } from "@/lib/filters/list-order";
import { printSortOrder } from "@/lib/filters/sort-order";
import { guardedRequest, markIncomplete } from "@/lib/requests/guarded-request";
import type { DaySum } from "@/lib/series/day-sum";
import type { Count } from "@/lib/values/counts";
import { newYorkDate } from "@/lib/values/dates";
import type { Directory } from "@/lib/views/directory";
import type { NoGroups } from "@/lib/views/groups";

/**
 * A page does not wait longer for its counts, in milliseconds. Over the whole public record they take 0.1 to 0.3 seconds, while the
 * rows are read. A page that did not wait for them would have no tag, and would be drawn again for the next reader.
 */
const COUNTED_WITHIN = 400;
/** Counts that are behind by no more than this are not marked. */
const SHORTLY_BEHIND = 2_000;

/** Groups are the page itself, so a reader waits for them. */
const GROUPED_WITHIN = 5_000;

/** The counts beside the choices of a filter, from the copy of `listing`. */
export async function loadFacets(db: Db, filter: FilingFilter): Promise<ShownFacets> {
  const sent = await filterToSend(db, filter);
  if (typeof sent === "string") return null;
  const answered = await askCopy({ ask: "facets", ...sent }, COUNTED_WITHIN);
  const asOf = await asOfIfBehind(answered);
  return answered === null ? "late" : { ...answered.answer, asOf };
}

/** The groups of the transactions under a filter, or why there are none. */
export async function loadGroups(
  db: Db,
  filter: FilingFilter,
  grouping: Grouping,
  part: { limit: number; withMonths: boolean },
) {
  const sent = await filterToSend(db, filter);
  if (typeof sent === "string") return sent;
  const question = { ask: "groups", ...sent, grouping: groupingParams(filter, grouping), ...part } as const;
  const answered = await askCopy(question, GROUPED_WITHIN);
  const asOf = await asOfIfBehind(answered);
  return answered === null ? "not-ready" : { ...answered.answer, asOf };
}

/** The database alone needs seconds for such a list, or gives up, so the copy is worth waiting for. */
const FOUND_WITHIN = 5_000;

/** What the copy knows of a list of filings. */
export type ListFromCopy = Required<FoundElsewhere> & {
  counts: NamedFilings["counts"] | null;
  /** What was bought and sold, by filing date; null if the database finds it as fast. */
  summarize: () => Promise<DaySum[] | null>;
  /** How many transactions have no value to sort by; null if only the database can say. */
  countUnsorted: (order: ListOrder) => Promise<Count | null>;
};

/** Without a copy, or if the database finds the list as fast, only the way to ask for a page. */
export async function listFromCopy(db: Db, filter: FilingFilter, onlyTransactions: boolean): Promise<ListFromCopy> {
  const named = (await isWorthAsking(db, filter, onlyTransactions))
    ? await askForList(db, filter, (sent) => ({ ask: "names", onlyTransactions, ...sent }))
    : null;
  const parties = async (directory: Directory) =>
    (await askForList(db, filter, (sent) => ({ ask: "parties", directory, ...sent })))?.ciks ?? null;
  const areFew = named === null || (named.filings !== null && named.filings.length <= FEW_FILINGS);
  return {
    counts: named?.counts ?? null,
    summarize: async () => (areFew ? null : askForList(db, filter, (sent) => ({ ask: "sums", ...sent }))),
    among: named?.filings ?? null,
    findElsewhere: (place) =>
      isByName(place.order)
        ? findByName(db, place, {
            parties,
            ofParties: (of) => askForList(db, filter, (sent) => ({ ask: "of-parties", ...of, ...sent })),
          })
        : askForList(db, filter, (sent) => ({ ask: "places", place: sentPlace(place), ...sent })),
    findParties: parties,
    countUnsorted: (order) =>
      askForList(db, filter, (sent) => ({ ask: "unsorted", sort: printSortOrder(order), ...sent })),
  };
}

/**
 * The copy has all transactions in memory. The database finds those of a party by an index on them, and other filings as fast, if
 * most of them meet the filter.
 */
async function isWorthAsking(db: Db, filter: FilingFilter, onlyTransactions: boolean): Promise<boolean> {
  if (copySocket() === null || !isFiltered(filter)) return false;
  const isOfParty = filter.issuer.length + filter.insider.length > 0;
  const areTransactions = onlyTransactions || asksForRows(filter);
  return (areTransactions && !isOfParty) || mayBeSparse(db, { filter, onlyTransactions });
}

/** The insiders or issuers of a directory under a filter. */
export const partiesFromCopy = (db: Db, directory: Directory, filter: FilingFilter) =>
  askForList(db, filterOfLines(directory, filter), (sent) => ({ ask: "parties", directory, ...sent }));

/** An answer that is as new as its page, or was the newest one a moment ago. */
async function askForList<Asked extends Question>(
  db: Db,
  filter: FilingFilter,
  question: (sent: SentFilter) => Asked,
): Promise<Answers[Asked["ask"]] | null> {
  const sent = await filterToSend(db, filter);
  if (typeof sent === "string") return null;
  const answered = await askCopy(question(sent), FOUND_WITHIN);
  if (answered === null || (await asOfIfBehind(answered)) !== null) return null;
  return answered.answer;
}

/** Cached, because a grouped page needs it for its groups and for the counts beside its filters. */
const filterToSend = cache(async (db: Db, filter: FilingFilter) => {
  if (copySocket() === null) return "no-copy" satisfies NoGroups;
  const [issuers, insiders, industries] = await Promise.all([
    readParties(db, filter.issuer, BY_ISSUER),
    readParties(db, filter.insider, BY_OWNER),
    listIndustries(db, filter.sic),
  ]);
  if (issuers?.ciks === null || insiders?.ciks === null) return "too-many-parties" satisfies NoGroups;
  const parties = { issuers: issuers?.ciks ?? null, insiders: insiders?.ciks ?? null, industries };
  return sentFilter({ filter, today: newYorkDate(new Date()), ...parties });
});

/** A page without an answer, or with an older one than the rest of it, has no tag: the next reader may get a newer one. */
async function asOfIfBehind(answered: Answered<unknown> | null): Promise<string | null> {
  const isOfThisPage = answered !== null && (await guardedRequest()?.state)?.version === answered.version;
  if (!isOfThisPage) markIncomplete();
  const isBehind = !isOfThisPage && answered !== null && Date.now() - answered.asOf > SHORTLY_BEHIND;
  return isBehind ? new Date(answered.asOf).toISOString() : null;
}
