import { plural } from "@/lib/values/counts";
import { formatDate } from "@/lib/values/dates";
import type { AsOf } from "@/lib/views/party";
import { PageLead } from "./page-lead";

/** At the top of a page that shows a past day: which one, what it leaves out, and what we cannot know about it. */
export const AsOfNotice = ({ asOf: { day, undated, changed, presentUrl } }: { asOf: AsOf }) => (
  <div className="notice">
    <p>
      <b>This page shows what was known at the end of {formatDate(day)}, New York time.</b> It is made only from filings
      that EDGAR had accepted by then. Amendments, exits and other filings that came later do not count.{" "}
      <a href={presentUrl}>Show what is known today</a>
    </p>
    <p>
      A filing counts from the day on which EDGAR accepted it or, if we do not know that, from its filing date. We may
      have received it later than that. {undated > 0 && `${undatedInWords(undated)} `}
      {changed > 0
        ? `We received ${plural(changed, "filing")} in more than one version and show the latest, which may not be the one that was known then.`
        : "We show the latest version of each filing."}{" "}
      Links to other pages lead to the present record.
    </p>
  </div>
);

const undatedInWords = (undated: number) =>
  undated === 1
    ? "1 filing is left out, because we do not know when it was filed."
    : `${plural(undated, "filing")} are left out, because we do not know when they were filed.`;

type NotShownAsOfProps = { kind: "Insider" | "Issuer"; cik: string; day: string; reason: string; presentUrl: string };

/** Instead of a page that cannot be shown as of a day. It names nobody, because the name may not have been known. */
export const NotShownAsOf = ({ kind, cik, day, reason, presentUrl }: NotShownAsOfProps) => (
  <PageLead
    eyebrow={kind}
    title={`CIK ${cik} on ${formatDate(day)}`}
    standfirst={
      <>
        {reason} <a href={presentUrl}>Show what is known today</a>
      </>
    }
  />
);
