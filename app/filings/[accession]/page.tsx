import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { type FilingView, findFiling } from "@/app/filings/[accession]/view";
import { IgnoredNames } from "@/app/ignored-names";
import { askedSearch } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { AmendmentBanner } from "@/components/amendment/amendment-banner";
import { AmendmentComparison } from "@/components/amendment/amendment-comparison";
import { CopiesRowLinks } from "@/components/filing/copies-row-links";
import { EventLinks } from "@/components/filing/event-links";
import { Explanation } from "@/components/filing/explanation";
import { FilingLead } from "@/components/filing/filing-lead";
import { FilingLinks } from "@/components/filing/filing-links";
import { LatenessLine } from "@/components/filing/lateness-line";
import { LinkToIt } from "@/components/filing/link-to-it";
import { NeighbourLine } from "@/components/filing/neighbour-line";
import { PlanLine } from "@/components/filing/plan-line";
import { FormBoxes } from "@/components/form/form-boxes";
import { FormFlags } from "@/components/form/form-flags";
import { FormSection } from "@/components/form/form-section";
import { Reconciliation } from "@/components/form/reconciliation";
import { Remarks } from "@/components/form/remarks";
import { Signatures } from "@/components/form/signatures";
import { NotesInPlace } from "@/components/notes/notes-in-place";
import { notesToOpen } from "@/components/notes/notes-to-open";
import { openableNote } from "@/components/notes/openable-note";
import { SectionHead } from "@/components/site/section-head";
import { DocumentProblems } from "@/components/source/document-problems";
import { PaperChecks } from "@/components/source/paper-checks";
import { ReadingNotes } from "@/components/source/reading-notes";
import { SourceFacts } from "@/components/source/source-facts";
import { SourceTextSection } from "@/components/source/source-text-section";
import { UnreadLine } from "@/components/source/unread-line";
import { REMARKS } from "@/lib/footnotes/filed-notes";
import { formOf } from "@/lib/record/form-name";
import { filingUrl, inFormat, paperFileUrl } from "@/lib/urls";
import type { ValueMarks } from "@/paper/form/value-marks";

const NO_MARKS: ValueMarks = new Map();

type Props = { params: Promise<{ accession: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findFiling((await params).accession);
  if (found.outcome !== "found") return { title: "Filing" };
  const { title, description, url } = found.view;
  return {
    title,
    description,
    alternates: {
      canonical: url,
      types: { "application/json": inFormat(url, "json"), "application/atom+xml": inFormat(url, "atom") },
    },
  };
}

export default async function FilingPage({ params }: Props) {
  const found = await findFiling((await params).accession);
  if (found.outcome === "moved") permanentRedirect(filingUrl(found.accessionNumber) + (await askedSearch()));
  if (found.outcome === "unknown") notFound();
  const { view } = found;
  const { filing } = view.entry;
  const marks = view.paper?.marks ?? NO_MARKS;
  return (
    <NotesInPlace notes={notesToOpen(filing.accessionNumber, view.notes, view)} here={filing.accessionNumber}>
      <CopiesRowLinks />
      <AmendmentBanner
        amends={view.amendment.amends}
        amendedBy={view.amendment.amendedBy}
        replaced={view.amendment.replaced}
        rows={view.rows.length}
      />
      <FilingLead
        filing={filing}
        headline={view.headline}
        sums={view.sums}
        exerciseCost={view.exerciseCost}
        walk={view.walk}
        isIssuerUncertain={marks.get("/issuer/issuerName")?.state === "uncertain"}
      />
      <IgnoredNames path={view.url} />
      <Form view={view} />
      <div className="two-columns section">
        <div>
          <Explanation accessionNumber={filing.accessionNumber} notes={view.notes} marks={marks} />
          <Remarks
            remarks={remarksToShow(view)}
            isUnread={view.form.unread.has("remarks")}
            mark={marks.get("/remarks")}
          />
          <Signatures signatures={view.form.signatures} marks={marks} />
          <DocumentProblems problems={view.problems} />
        </div>
        <Aside view={view} />
      </div>
    </NotesInPlace>
  );
}

/** The form itself, from its boxes to Table II. */
const Form = ({
  view: { entry, form: facts, rows, plan, exercises, unread, originalHref, url, amendment, neighbours, paper },
}: {
  view: FilingView;
}) => {
  const { filing } = entry;
  const form = formOf(filing.documentType);
  const marks = paper?.marks ?? NO_MARKS;
  const names = Object.fromEntries(
    filing.owners.flatMap(({ cik, name }) => (cik === null ? [] : [[cik, name ?? `CIK ${cik}`]])),
  );
  const [tableOne, tableTwo] = (["I", "II"] as const).map((table) =>
    rows.filter(({ row }) => row.tableNumber === table),
  );
  return (
    <>
      <FormBoxes form={form} facts={facts} issuer={filing.issuer} marks={marks} names={paper?.names ?? []} />
      <FormFlags facts={facts} marks={marks} />
      {(form !== "3" || facts.aff10b5One !== null) && <PlanLine aff10b5One={facts.aff10b5One} {...plan} />}
      <LatenessLine filing={filing} lateness={entry.derived.lateness} rows={rows} />
      <EventLinks rows={rows} names={names} accessionNumber={filing.accessionNumber} />
      <NeighbourLine {...neighbours} names={names} />
      <FormSection table="I" form={form} rows={tableOne ?? []} mark={marks.get("/nonDerivativeTable")}>
        <Reconciliation rows={tableOne ?? []} exercises={exercises} />
      </FormSection>
      <FormSection table="II" form={form} rows={tableTwo ?? []} mark={marks.get("/derivativeTable")}>
        <Reconciliation rows={tableTwo ?? []} exercises={[]} />
      </FormSection>
      {paper && <PaperChecks checks={paper.checks} />}
      {paper && <ReadingNotes kind={paper.kind} notes={paper.notes} />}
      {paper && <SourceTextSection pages={paper.pages} fileHref={paperFileUrl(filing.accessionNumber)} />}
      {unread.length > 0 && !paper && (
        <UnreadLine originalHref={originalHref} textHref={filing.source === "paper" ? inFormat(url, "txt") : null} />
      )}
      {amendment.comparison && amendment.amends && (
        <AmendmentComparison {...amendment.comparison} place={amendment.amends.place} of={amendment.amends.of} />
      )}
    </>
  );
};

const Aside = ({
  view: { entry, form, url, citation, originalHref, rows, notes, versions, paper, paperFile },
}: {
  view: FilingView;
}) => (
  <aside aria-label="This filing">
    <SectionHead id="this-filing" title="This filing" />
    <FilingLinks filing={entry.filing} originalHref={originalHref} versions={versions} paperFile={paperFile} />
    <SectionHead id="link-to-it" title="Link to it" />
    <LinkToIt
      url={url}
      citation={citation}
      address={siteUrl() + url}
      row={rows[0]?.id ?? null}
      note={notes[0]?.anchor ?? null}
    />
    <SectionHead id="source" title="Source" />
    <SourceFacts
      filing={entry.filing}
      paperKind={paper?.kind ?? null}
      schemaVersion={form.schemaVersion}
      linesAreFiled={rows.every(({ row }) => row.lineIsFiled)}
    />
  </aside>
);

const remarksToShow = ({ form: { remarks }, facts, stated, isWaiting }: FilingView) =>
  remarks === null
    ? null
    : openableNote(remarks, { facts: facts.get(REMARKS) ?? {}, words: stated.get(REMARKS), isWaiting });
