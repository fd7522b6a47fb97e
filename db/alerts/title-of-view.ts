import { findPartyNames } from "@/db/queries/party-names";
import type { Db } from "@/db/server/client";
import { type AlertView, readAlertView, viewTitle } from "@/lib/alerts/alert-view";
import { withoutFreeText } from "@/lib/alerts/without-free-text";
import { filterOfSearch } from "@/lib/note-search/note-query";
import { newYorkDate } from "@/lib/values/dates";

/** What a view lists, in words. An address that is no longer a view is its own title. */
export async function titleOfView(db: Db, address: string): Promise<string> {
  const read = readAlertView(address, newYorkDate(new Date()));
  return "problem" in read ? address : titleOf(db, read.view);
}

/** The same without free text. `leavesOut`: whether the view has any. */
export async function titleWithoutFreeText(db: Db, address: string): Promise<{ title: string; leavesOut: boolean }> {
  const read = readAlertView(address, newYorkDate(new Date()));
  if ("problem" in read) return { title: "Filings", leavesOut: true };
  const { view, leavesOut } = withoutFreeText(read.view);
  return { title: await titleOf(db, view), leavesOut };
}

async function titleOf(db: Db, view: AlertView): Promise<string> {
  const filter = view.kind === "footnotes" ? filterOfSearch(view.search) : view.filter;
  return viewTitle(view, await findPartyNames(db, filter));
}
