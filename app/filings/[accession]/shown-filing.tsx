import { headers } from "next/headers";
import { citedFiling } from "@/app/filings/[accession]/cited-filing";
import type { PlaceInFiling } from "@/app/filings/[accession]/place";
import { IgnoredNames } from "@/app/ignored-names";
import { findStoredDraft } from "@/app/import/find-stored-draft";
import { siteUrl } from "@/app/site-url";
import { structuredDataSite } from "@/app/structured-data-site";
import { AmendmentBanner } from "@/components/amendment/amendment-banner";
import { FiledForm } from "@/components/filing/filed-form";
import { FilingAside } from "@/components/filing/filing-aside";
import { FilingLead } from "@/components/filing/filing-lead";
import type { FilingView } from "@/components/filing/filing-view";
import { FilingWords } from "@/components/filing/filing-words";
import { LinkedPlace } from "@/components/filing/linked-place";
import { MissingPlace } from "@/components/filing/missing-place";
import { RunningHead } from "@/components/filing/running-head";
import { StoredNotice } from "@/components/filing/stored-notice";
import { NotesInPlace } from "@/components/notes/notes-in-place";
import { notesToOpen } from "@/components/notes/notes-to-open";
import { SharePanel } from "@/components/site/share-panel";
import { StructuredData } from "@/components/site/structured-data";
import { CopiesOnClick } from "@/components/ui/copies-on-click";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { printCitation } from "@/lib/citations/print-citation";
import { signedNames } from "@/lib/record/filing-names";
import { NONCE } from "@/lib/requests/security-headers.mjs";
import { filingData } from "@/lib/structured-data/structured-data";
import { IMPORTED, placePageUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";

/** A filing, at one of its rows or notes if a link led there. */
export async function ShownFiling({ view, at }: { view: FilingView; at?: PlaceInFiling }) {
  const { accessionNumber } = view.entry.filing;
  const [stored, site] = await Promise.all([findStoredDraft(accessionNumber), structuredDataSite()]);
  return (
    <NotesInPlace notes={notesToOpen(accessionNumber, view.notes, view)} here={accessionNumber}>
      <CopiesOnClick />
      {stored && <StoredNotice stored={stored} source={view.entry.filing.source} />}
      <AmendmentBanner amendment={view.amendment} rows={view.rows.length} />
      <MissingPlace />
      <DrawnOnce>
        {at && <LinkedPlace {...at} nonce={(await headers()).get(NONCE) ?? undefined} />}
        <StructuredData of={site === null ? null : structuredData(view, site)} />
        <FilingLead view={view}>
          <SharePanel
            url={at ? placePageUrl(accessionNumber, at.place) : view.url}
            site={siteUrl()}
            of={at ? at.name : "this filing"}
            filing={{ accessionNumber, place: at?.place }}
            citation={printCitation(citedFiling(view, at ?? null), "text").trim()}
          />
        </FilingLead>
        <RunningHead view={view} />
      </DrawnOnce>
      <IgnoredNames path={at ? placePageUrl(accessionNumber, at.place) : view.url} known={[IMPORTED]} />
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

const structuredData = (
  { entry: { filing }, form, title, headline, versions, originalHref }: FilingView,
  site: string,
) => {
  const version = versions.at(-1)?.version ?? 1;
  return filingData({ filing, signatures: signedNames(form.signatures), title, headline, version, originalHref }, site);
};
