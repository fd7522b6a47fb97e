import { FilingLink } from "@/components/ui/filing-link";
import { RowList } from "@/components/ui/row-list";
import type { AmendmentBasis } from "@/lib/record/derived-filing";
import type { FilingRef } from "@/lib/record/filing-ref";
import { filingUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";

type Amends = {
  original: FilingRef | null;
  basis: AmendmentBasis;
  originalDate: string | null;
  place: number;
  of: number;
};

type AmendmentBannerProps = {
  /** Of an amendment: what it amends. */
  amends: Amends | null;
  /** The amendments that came after the filing, in order. */
  amendedBy: readonly FilingRef[];
  /** Ids of the rows whose place the last of these took, and of those whose place an earlier one took. */
  replaced: { byLast: readonly string[]; byEarlier: readonly string[] };
  /** How many rows the filing has. */
  rows: number;
};

/** Stands first on the page of a filing that was amended, and of an amendment. */
export const AmendmentBanner = ({ amends, amendedBy, replaced, rows }: AmendmentBannerProps) => (
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
}: Omit<AmendmentBannerProps, "amends"> & { isAmendment: boolean }) => {
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

const Amending = ({ amends: { original, basis, originalDate, place, of } }: { amends: Amends }) => {
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
