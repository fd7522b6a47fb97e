import { LateTable } from "@/components/listing/late-table";
import { OwnersInBrief } from "@/components/listing/owner-name";
import { SectionHead } from "@/components/site/section-head";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import type { ReadingNames } from "@/lib/record/filing-names";
import { filingsUrl, methodUrl, transactionsUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatPart } from "@/lib/values/percent";
import type { IssuerView } from "@/lib/views/issuer";

type IssuerLateFilingsProps = { lateness: IssuerView["lateness"]; names: ReadingNames };

/** How many filings on an issuer were late, and the newest, by our count beside the filers' own marks. */
export const IssuerLateFilings = ({ lateness: { cik, record }, names }: IssuerLateFilingsProps) => {
  const { filings, late, of, marked, markedAndLate, notKnown, notDue } = record;
  if (filings.length === 0) return null;
  const ofIssuer = { ...NO_FILTER, issuer: [{ cik }], late: ["1" as const] };
  return (
    <section className="section" aria-labelledby="filed-late">
      <SectionHead
        id="filed-late"
        title="Filed late"
        note={`${late.toLocaleString("en-US")} of ${plural(of, "filing")} with a deadline${of > 0 ? `, ${formatPart(String(late), String(of))}` : ""}; not filtered`}
        aside={<a href={filterUrl(transactionsUrl(), ofIssuer)}>All transactions reported late</a>}
      />
      <LateTable
        filings={filings}
        party={{
          label: "Insider",
          of: ({ owners }) => <OwnersInBrief owners={owners} names={names} />,
        }}
      />
      <p className="small muted">
        {[
          late + marked - markedAndLate > filings.length ? `The newest ${filings.length} are shown.` : "",
          "We count business days from the trade of the row that was due first.",
          marked === 0
            ? "No filer marked a transaction as late (L)."
            : `Filers marked a transaction as late (L) in ${plural(marked, "filing")}; ${markedAndLate.toLocaleString("en-US")} ${markedAndLate === 1 ? "is" : "are"} late by our count too.`,
          notKnown > 0 ? `For ${plural(notKnown, "filing")}, we do not know the filing date.` : "",
          notDue > 0 ? `${notDue.toLocaleString("en-US")} had no deadline.` : "",
        ]
          .filter((sentence) => sentence !== "")
          .join(" ")}{" "}
        <a href={filterUrl(filingsUrl(), ofIssuer)}>All filings that were late</a>, including Form 3.{" "}
        <a href={methodUrl("lateness")}>How we count days</a>
      </p>
    </section>
  );
};
