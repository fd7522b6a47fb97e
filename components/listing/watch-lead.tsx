import { PageLead } from "@/components/site/page-lead";
import { describeParty, type Party } from "@/lib/filters/party";
import { insiderUrl, issuerUrl, viewsUrl } from "@/lib/urls";
import { describeCount, plural } from "@/lib/values/counts";
import type { WatchView } from "@/lib/views/watch";

/** The head of a watch list: whom it names, and how many filings they have. */
export const WatchLead = ({ view: { filter, names, counts, isAnyoneNamed } }: { view: WatchView }) => (
  <PageLead
    eyebrow="Watch list"
    title={
      isAnyoneNamed
        ? `Newest filings of ${watched(filter.issuer.length, filter.insider.length)}`
        : "This link does not name any insiders or issuers"
    }
    standfirst={
      isAnyoneNamed ? (
        <>
          {describeCount(counts.filings, "filing")} by or about{" "}
          <Parties parties={filter.issuer} names={names.issuers} urlOf={issuerUrl} />
          {filter.insider.length > 0 && filter.issuer.length > 0 && "; "}
          <Parties parties={filter.insider} names={names.insiders} urlOf={insiderUrl} />. <a href={viewsUrl()}>Views</a>{" "}
          says what is new since your last visit.
        </>
      ) : (
        <>
          To watch an insider or an issuer, choose the star on their page. Your watch list is in{" "}
          <a href={viewsUrl()}>Views</a>.
        </>
      )
    }
  />
);

/** "1 issuer and 2 insiders" */
const watched = (issuers: number, insiders: number): string =>
  [...(issuers > 0 ? [plural(issuers, "issuer")] : []), ...(insiders > 0 ? [plural(insiders, "insider")] : [])].join(
    " and ",
  );

type PartiesProps = {
  parties: readonly Party[];
  names: Readonly<Record<string, string>>;
  urlOf: (cik: string) => string;
};

const Parties = ({ parties, names, urlOf }: PartiesProps) =>
  parties.map((party, index) => {
    const name = describeParty(party, names);
    return (
      <span key={name}>
        {index > 0 && "; "}
        {"cik" in party && names[party.cik] !== undefined ? <a href={urlOf(party.cik)}>{name}</a> : name}
      </span>
    );
  });
