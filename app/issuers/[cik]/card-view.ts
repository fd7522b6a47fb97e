import type { IssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerTrades } from "@/app/issuers/[cik]/trades";
import { dayOf, inRecord } from "@/app/issuers/[cik]/view";
import { findIssuer } from "@/db/queries/issuer";
import { countFilings, listFilings } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import { MOST_ROWS } from "@/lib/cards/card";
import { describeFilter } from "@/lib/filters/describe-filter";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import type { Issuer, IssuerView } from "@/lib/views/issuer";

/** What the card of an issuer shows of its page. */
export type IssuerCardView = {
  lead: Pick<IssuerView["lead"], "name" | "words" | "isDated" | "trades"> & {
    issuer: Pick<Issuer, "tradingSymbol" | "filings">;
  };
  latest: Pick<IssuerView["latest"], "filter" | "entries" | "counts">;
  asOf: IssuerView["asOf"];
};

/**
 * What the page shows, without the parts that a card leaves out: the roster with its balances takes most of the page's time.
 * @throws CannotReadAsOf, TooManyPastDays
 */
export const loadIssuerCardView = (cik: string, query: IssuerQuery): Promise<IssuerCardView | null> =>
  inRecord(cik, query, async (db, asOf) => {
    const issuer = await findIssuer(db, cik);
    if (!issuer) return null;
    const { filter } = query;
    const ofIssuer: FilingFilter = { ...filter, issuer: [{ cik }] };
    const lastDay = dayOf(issuer);
    const [trades, page, counts, names] = await Promise.all([
      lastDay === null ? null : loadIssuerTrades(db, ofIssuer, lastDay, { isDrawn: false }),
      listFilings(db, ofIssuer, { after: null, limit: MOST_ROWS, onlyTransactions: true }),
      countFilings(db, ofIssuer),
      findPartyNames(db, filter),
    ]);
    return {
      lead: {
        issuer,
        name: issuer.name ?? `CIK ${cik}`,
        words: describeFilter({ ...filter, tradedFrom: null, tradedTo: null }, names),
        isDated: filter.tradedFrom !== null || filter.tradedTo !== null,
        trades,
      },
      latest: { filter, entries: page.entries, counts },
      asOf,
    };
  });
