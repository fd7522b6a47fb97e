import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { filingCard } from "@/app/filings/[accession]/card";
import { findFiling } from "@/app/filings/[accession]/view";
import { IgnoredNames } from "@/app/ignored-names";
import { findStoredDraft } from "@/app/import/find-stored-draft";
import { askedSearch } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { sharedMetadata } from "@/app/view-metadata";
import { AmendmentBanner } from "@/components/amendment/amendment-banner";
import { CopiesRowLinks } from "@/components/filing/copies-row-links";
import { FiledForm } from "@/components/filing/filed-form";
import { FilingAside } from "@/components/filing/filing-aside";
import { FilingLead } from "@/components/filing/filing-lead";
import { FilingWords } from "@/components/filing/filing-words";
import { MissingPlace } from "@/components/filing/missing-place";
import { RunningHead } from "@/components/filing/running-head";
import { StoredNotice } from "@/components/filing/stored-notice";
import { NotesInPlace } from "@/components/notes/notes-in-place";
import { notesToOpen } from "@/components/notes/notes-to-open";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { filingUrl, IMPORTED } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";

type Props = { params: Promise<{ accession: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findFiling((await params).accession);
  return found.outcome === "found"
    ? sharedMetadata(found.view, filingCard(found.view), ["json", "atom"])
    : { title: "Filing" };
}

export default async function FilingPage({ params }: Props) {
  const found = await findFiling((await params).accession);
  if (found.outcome === "moved") permanentRedirect(filingUrl(found.accessionNumber) + (await askedSearch()));
  if (found.outcome === "unknown") notFound();
  const { view } = found;
  const { accessionNumber } = view.entry.filing;
  const stored = await findStoredDraft(accessionNumber);
  return (
    <NotesInPlace notes={notesToOpen(accessionNumber, view.notes, view)} here={accessionNumber}>
      <CopiesRowLinks />
      {stored && <StoredNotice stored={stored} source={view.entry.filing.source} />}
      <AmendmentBanner amendment={view.amendment} rows={view.rows.length} />
      <MissingPlace />
      <DrawnOnce>
        <FilingLead view={view} />
        <RunningHead view={view} />
      </DrawnOnce>
      <IgnoredNames path={view.url} known={[IMPORTED]} />
      <DrawnOnce>
        <FiledForm view={view} />
      </DrawnOnce>
      <div className="two-columns section">
        <FilingWords view={view} />
        <FilingAside view={view} address={siteUrl() + view.url} today={newYorkDate(new Date())} />
      </div>
    </NotesInPlace>
  );
}
