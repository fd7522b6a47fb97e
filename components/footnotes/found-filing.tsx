import { FilingMention } from "@/components/site/filing-mention";
import { Missing } from "@/components/ui/missing";
import { shortIssuerName } from "@/lib/names/names";
import type { Filing, FilingIssuer, ReportingOwner } from "@/lib/record/filing";
import { listedName, type ReadingNames } from "@/lib/record/filing-names";
import { describeRelationship } from "@/lib/record/relationship";
import { insiderUrl, issuerUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";

/** The filing of a footnote: its insider, issuer, form and date. */
export const FoundFiling = ({ filing, names }: { filing: Filing; names: ReadingNames }) => {
  const [owner, ...others] = filing.owners;
  const role = owner ? describeRelationship(owner) : null;
  return (
    <div className="found-filing link-lines">
      <p>{owner ? <Owner owner={owner} names={names} /> : <Missing />}</p>
      {(others.length > 0 || role !== null) && (
        <p className="under">{others.length > 0 ? `and ${plural(others.length, "other")}` : role}</p>
      )}
      <p className="under">
        <Issuer issuer={filing.issuer} />
      </p>
      <p className="under">
        <FilingMention mention={filing} />
      </p>
    </div>
  );
};

const Owner = ({ owner, names }: { owner: ReportingOwner; names: ReadingNames }) => {
  const { cik } = owner;
  const shown = listedName(owner, names) ?? <Missing />;
  return cik === null ? <b>{shown}</b> : <a href={insiderUrl(cik)}>{shown}</a>;
};

const Issuer = ({ issuer: { cik, name, tradingSymbol } }: { issuer: FilingIssuer }) => {
  const shown = (
    <>
      {tradingSymbol !== null && <b className="ticker">{tradingSymbol} </b>}
      {name === null ? <Missing /> : shortIssuerName(name)}
    </>
  );
  return cik === null ? shown : <a href={issuerUrl(cik)}>{shown}</a>;
};
