import "@/components/import/import.css";
import type { Metadata } from "next";
import { IgnoredNames } from "@/app/ignored-names";
import { DropZone } from "@/components/import/drop-zone";
import { Facts } from "@/components/site/facts";
import { PageLead } from "@/components/site/page-lead";
import { SectionHead } from "@/components/site/section-head";
import { importUrl, uploadUrl } from "@/lib/urls";
import { LARGEST_PAPER } from "@/paper/largest-paper";

export const metadata: Metadata = {
  title: "Import a paper form",
  description: "Upload a Form 3, 4 or 5 as a PDF, a scan, a saved page or text, correct the reading, and store it.",
  alternates: { canonical: importUrl() },
  robots: { index: false },
};

/** Shown only if ALLOW_IMPORT is 1. Otherwise the proxy has already answered. */
export default function ImportPage() {
  return (
    <>
      <PageLead
        eyebrow="Import"
        title="Upload a paper form"
        standfirst="Upload a Form 3, 4 or 5 that is not XML. It is read on this site’s own server. You can compare the reading with its source, answer open questions and correct mistakes. Nothing is saved until you confirm."
      />
      <IgnoredNames path={importUrl()} />
      <div className="work">
        <DropZone action={uploadUrl()} largest={LARGEST_PAPER} />
        <section className="section import-facts" aria-labelledby="what-is-read">
          <SectionHead id="what-is-read" title="What you can upload" />
          <Facts
            facts={[
              { term: "PDF", value: "printed from EDGAR, or scanned" },
              { term: "JPEG, PNG", value: "a scan of one page" },
              { term: "HTML", value: "a page saved from EDGAR" },
              { term: "Text", value: "from a PDF or text recognition, or as filed before 2003" },
              { term: "Size", value: `up to ${LARGEST_PAPER / 1e6} MB; a scan takes about 20 seconds a page` },
              { term: "Kept", value: "for one day, or permanently once you store the filing" },
            ]}
          />
          <p className="small muted import-after">
            We detect the file type from its content, not its name. To load ownership XML or EDGAR submissions, use{" "}
            <code>npm run ingest</code>.
          </p>
        </section>
      </div>
    </>
  );
}
