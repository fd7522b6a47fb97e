import { answerWithin } from "@/db/queries/answer-within";
import { countFilings, countListed } from "@/db/queries/list-filings";
import { type Db, database } from "@/db/server/client";
import { describeFilter } from "@/lib/filters/describe-filter";
import { type FilingFilter, parseFilter } from "@/lib/filters/filing-filter";
import { READY_VIEWS, type ReadyView } from "@/lib/filters/ready-views";
import { markIncomplete } from "@/lib/requests/guarded-request";
import { filingsUrl, transactionsUrl, viewsUrl } from "@/lib/urls";
import type { Count } from "@/lib/values/counts";
import { newYorkDate } from "@/lib/values/dates";
import { upperFirst } from "@/lib/values/upper-first";
import type { CountedView, ReadyViewsView } from "@/lib/views/ready-views";

/** How long we count for each view, in milliseconds. */
const COUNTED_WITHIN = 700;

/** Names in the address of a ready view that are not filters. */
const OTHERS = ["sort", "group", "insiders-from", "cluster-code"];

export async function loadReadyViews(): Promise<ReadyViewsView> {
  const db = database();
  const groups = READY_VIEWS.map(async ({ title, views }) => ({
    title,
    views: await Promise.all(views.map((view) => countView(db, view))),
  }));
  return { title: "Views", url: viewsUrl(), groups: await Promise.all(groups) };
}

async function countView(db: Db, { title, besides, url }: ReadyView): Promise<CountedView> {
  const [path, query] = url.split("?");
  const params = new URLSearchParams(query);
  const { filter } = parseFilter(params, { others: OTHERS, today: newYorkDate(new Date()) });
  const asked = describeFilter(filter, { issuers: {}, insiders: {} });
  const words = upperFirst([asked, besides].filter(Boolean).join(", "));
  const of = path === filingsUrl() ? "filing" : "trade";
  const isList = (path === filingsUrl() || path === transactionsUrl()) && !params.has("group");
  return { title, words, url, of, count: isList ? await countOf(db, filter, of) : null };
}

async function countOf(db: Db, filter: FilingFilter, of: CountedView["of"]): Promise<Count | null> {
  const count = await answerWithin(db, COUNTED_WITHIN, async (client) =>
    of === "filing" ? countListed(client, filter, false) : (await countFilings(client, filter)).rows,
  );
  // The database may be less busy for the next reader.
  if (count === null) markIncomplete();
  return count;
}
