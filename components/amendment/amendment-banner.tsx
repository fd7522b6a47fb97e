import { FilingLink } from "@/components/ui/filing-link";
import { RowList } from "@/components/ui/row-list";
import { filingUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";
import type { AmendmentFacts } from "@/lib/views/filing";

type AmendmentBannerProps = {
  amendment: Omit<AmendmentFacts, "comparison">;
  /** Number of rows in the filing. */
  rows: number;
};

/** Notice at the top of a filing that was amended, and of an amendment. */
export const AmendmentBanner = ({ amendment: { amends, amendedBy, replaced }, rows }: AmendmentBannerProps) => (
  <>
    <Amended amendedBy={amendedBy} replaced={replaced} rows={rows} isAmendment={amends !== null} />
    {amends && (
      <div className="banner" role="note">
        <b>Amendment.</b>{" "}
        <span>
          <Amending amends={amends} />
        </span>
        {amends.original && (
          <span className="aside">
            <a href="#comparison">What it changed</a>
          </span>
        )}
      </div>
    )}
  </>
);

const Amended = ({
  amendedBy,
  replaced,
  rows,
  isAmendment,
}: Pick<AmendmentFacts, "amendedBy" | "replaced"> & { rows: number; isAmendment: boolean }) => {
  const last = amendedBy.at(-1);
  if (!last) return null;
  const filing = isAmendment ? "This amendment was itself amended" : "This filing was amended";
  return (
    <div className="banner" role="note">
      <b>Amended.</b>{" "}
      <span>
        {filing} {amendedBy.length === 1 ? "by " : `${amendedBy.length} times, last by `}
        <FilingLink filing={last} />,{" "}
        {replaced.byLast.length > 0 ? (
          <>
            which replaces <RowList rows={replaced.byLast} of={rows} />
          </>
        ) : (
          "which restates none of its rows"
        )}
        .
        {replaced.byEarlier.length > 0 && (
          <>
            {" "}
            An earlier amendment replaced <RowList rows={replaced.byEarlier} of={rows} />.
          </>
        )}
      </span>
      <span className="aside">
        <a href={`${filingUrl(last.accessionNumber)}#comparison`}>
          {isAmendment ? "Compare it with the original" : "Compare the two"}
        </a>
      </span>
    </div>
  );
};

const Amending = ({
  amends: { original, basis, originalDate, place, of },
}: {
  amends: NonNullable<AmendmentFacts["amends"]>;
}) => {
  const dated = originalDate === null ? null : formatDate(originalDate);
  if (original) {
    return (
      <>
        This filing amends <FilingLink filing={original} />, which we matched by {basis}.
        {of > 1 && ` It is amendment ${place} of ${of}.`}
      </>
    );
  }
  if (basis === "several filings fit") {
    return (
      <>
        It amends a filing{dated ? ` of ${dated}` : ", but does not give its date"}. Several filings match, because a
        form identifies what it amends only by date.
      </>
    );
  }
  return dated ? (
    <>The original, filed {dated}, is not in this database.</>
  ) : (
    <>The original is not in this database, and the amendment does not give its date.</>
  );
};
