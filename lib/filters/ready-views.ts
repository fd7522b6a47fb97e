import { nameWords } from "@/lib/filters/party";
import { clustersUrl, filingsUrl, transactionsUrl } from "@/lib/urls";

export type ReadyView = {
  title: string;
  /** Said where the filter does not say it: how the list is sorted or grouped, or what it is a list of. */
  besides?: string;
  /** A plain link. Its dates are relative, so it always shows the newest. */
  url: string;
};

export type ReadyViewGroup = { title: string; views: readonly ReadyView[] };

const trades = (query: string) => `${transactionsUrl()}?${query}`;
const filings = (query: string) => `${filingsUrl()}?${query}`;

/** Views in whose title each word is the beginning of another. Short words begin too many. */
export function viewsTitled(words: readonly string[]): ReadyView[] {
  if (words.join("").length < 3) return [];
  return READY_VIEWS.flatMap(({ views }) => views).filter(({ title }) => {
    const ofTitle = nameWords(title);
    return words.every((word) => ofTitle.some((other) => other.startsWith(word)));
  });
}

/** The questions that readers ask most, as links. */
export const READY_VIEWS: readonly ReadyViewGroup[] = [
  {
    title: "Purchases",
    views: [
      {
        title: "Officers’ purchases over $25,000",
        url: trades("role=officer&filed-within=7d&code=P&value-from=25000"),
      },
      { title: "CEO and CFO purchases", url: trades("role=ceo&role=cfo&filed-within=30d&code=P") },
      {
        title: "Largest purchases of the week",
        besides: "largest value first",
        url: trades("filed-within=7d&code=P&sort=-value"),
      },
      {
        title: "Largest purchases of the month",
        besides: "largest value first",
        url: trades("filed-within=30d&code=P&sort=-value"),
      },
      { title: "First purchases", url: trades("filed-within=30d&code=P&first=1") },
      { title: "First purchases in two years", url: trades("filed-within=30d&code=P&first=2y") },
      { title: "10% owners’ purchases", url: trades("role=ten-percent&filed-within=30d&code=P") },
    ],
  },
  {
    title: "Sales and gifts",
    views: [
      {
        title: "Largest sales of the week",
        besides: "largest value first",
        url: trades("filed-within=7d&code=S&sort=-value"),
      },
      {
        title: "Largest sales of the month",
        besides: "largest value first",
        url: trades("filed-within=30d&code=S&sort=-value"),
      },
      {
        title: "Sales soon after a plan was adopted",
        url: trades("filed-within=30d&code=S&adopted-days-to=90"),
      },
      {
        title: "Options exercised and shares sold on the same day",
        url: trades("filed-within=7d&code=S&pattern=exercise-and-sale"),
      },
      { title: "Exits", url: trades("filed-within=30d&code=S&position=closed") },
      {
        title: "Gifts before a fall in the holding",
        besides: "more shares went than came within 90 days after the gift",
        url: trades("filed-within=1y&code=G&pattern=gift-before-fall"),
      },
    ],
  },
  {
    title: "Several insiders",
    views: [
      {
        title: "Clusters of purchases",
        besides: "at least three insiders of an issuer who bought within 30 days",
        url: clustersUrl(),
      },
      { title: "Purchases in clusters of three", url: trades("filed-within=30d&code=P&cluster-from=3") },
      {
        title: "Clusters of sales",
        besides: "at least three insiders of an issuer who sold within 30 days",
        url: clustersUrl([["cluster-code", "S"]]),
      },
      {
        title: "Issuers whose insiders bought",
        besides: "grouped by issuer, with at least three insiders",
        url: trades("filed-within=30d&code=P&group=issuer&insiders-from=3"),
      },
      {
        title: "Issuers whose insiders sold",
        besides: "grouped by issuer, with at least three insiders",
        url: trades("filed-within=30d&code=S&group=issuer&insiders-from=3"),
      },
    ],
  },
  {
    title: "Filings",
    views: [
      { title: "New insiders", url: filings("filed-within=7d&form=3") },
      { title: "Late reports", url: filings("filed-within=30d&late=1") },
      { title: "Amendments", url: filings("filed-within=30d&form=3%2FA&form=4%2FA&form=5%2FA") },
    ],
  },
];
