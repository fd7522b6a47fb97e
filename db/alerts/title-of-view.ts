import { findPartyNames } from "@/db/queries/party-names";
import type { Db } from "@/db/server/client";
import { readAlertView, viewTitle } from "@/lib/alerts/alert-view";
import { filterOfSearch } from "@/lib/note-search/note-query";
import { newYorkDate } from "@/lib/values/dates";

/** What a view lists, in words. An address that is no longer a view is its own title. */
export async function titleOfView(db: Db, address: string): Promise<string> {
  const read = readAlertView(address, newYorkDate(new Date()));
  if ("problem" in read) return address;
  const { view } = read;
  const filter = view.kind === "footnotes" ? filterOfSearch(view.search) : view.filter;
  return viewTitle(view, await findPartyNames(db, filter));
}
