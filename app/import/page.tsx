import type { Metadata } from "next";
import { IgnoredNames } from "@/app/ignored-names";
import { DropZone } from "@/components/import/drop-zone";
import { Facts } from "@/components/site/facts";
import { PageLead } from "@/components/site/page-lead";
import { SectionHead } from "@/components/site/section-head";
import { importUrl, uploadUrl } from "@/lib/urls";
import { LARGEST_PAPER } from "@/paper/largest-paper";

export const metadata: Metadata = {
  title: "Import a form on paper",
  description: "Hand in a Form 3, 4 or 5 as a PDF, a scan, a page or a text; correct what was read, and store it.",
  alternates: { canonical: importUrl() },
  robots: { index: false },
};

/** Shown where ALLOW_IMPORT is 1; else the proxy has answered before. */
export default function ImportPage() {
  return (
    <>
      <PageLead
        eyebrow="Import"
        title="Hand in a form on paper"
        standfirst="A Form 3, 4 or 5 that is no XML is read on the machine of this site. You see what was read beside its source, answer what is open, and correct what is wrong. Nothing is stored before you say so."
      />
      <IgnoredNames path={importUrl()} />
      <div className="work">
        <DropZone action={uploadUrl()} largest={LARGEST_PAPER} />
        <section className="section import-facts" aria-labelledby="what-is-read">
          <SectionHead id="what-is-read" title="What is read" />
          <Facts
            facts={[
              { term: "PDF", value: "printed from EDGAR’s pages, or scanned" },
              { term: "JPEG, PNG", value: "the scan of one page" },
              { term: "HTML", value: "a page of EDGAR’s viewer, saved" },
              { term: "Text", value: "of a PDF, of text recognition, or as EDGAR took it before 2003" },
              { term: "Size", value: `up to ${LARGEST_PAPER / 1e6} MB; a scan takes some 20 seconds a page` },
              { term: "Kept", value: "for a day, until it is stored; then with the filing, for good" },
            ]}
          />
          <p className="small muted import-after">
            The content of a file tells what it is, whatever its name. Ownership XML and EDGAR’s submissions are read by{" "}
            <code>npm run ingest</code>.
          </p>
        </section>
      </div>
    </>
  );
}
