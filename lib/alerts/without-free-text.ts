import type { AlertView } from "@/lib/alerts/alert-view";
import type { Party } from "@/lib/filters/party";

/**
 * A view without what someone has typed as free text: search words, names and tickers. Anyone can ask for an alert with the address of
 * someone else, who should not get words of theirs in an email of ours.
 * @returns also whether anything was left out
 */
export function withoutFreeText(view: AlertView): { view: AlertView; leavesOut: boolean } {
  const { issuer, insider } = view.kind === "footnotes" ? view.search : view.filter;
  const parties = { issuer: issuer.filter(isNumber), insider: insider.filter(isNumber) };
  const leavesOutNames = parties.issuer.length < issuer.length || parties.insider.length < insider.length;
  return view.kind === "footnotes"
    ? {
        view: { ...view, search: { ...view.search, ...parties, q: "" } },
        leavesOut: leavesOutNames || view.search.q !== "",
      }
    : { view: { ...view, filter: { ...view.filter, ...parties } }, leavesOut: leavesOutNames };
}

const isNumber = (party: Party): boolean => "cik" in party;
