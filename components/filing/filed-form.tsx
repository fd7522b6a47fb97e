import { AmendmentComparison } from "@/components/amendment/amendment-comparison";
import { FormBoxes } from "@/components/form/form-boxes";
import { FormFlags } from "@/components/form/form-flags";
import { FormSection } from "@/components/form/form-section";
import { Reconciliation } from "@/components/form/reconciliation";
import { PaperChecks } from "@/components/source/paper-checks";
import { ReadingNotes } from "@/components/source/reading-notes";
import { SourceTextSection } from "@/components/source/source-text-section";
import { UnreadLine } from "@/components/source/unread-line";
import { formOf } from "@/lib/record/form-name";
import { inFormat, paperFileUrl } from "@/lib/urls";
import { EventLinks } from "./event-links";
import { type FilingView, marksOf } from "./filing-view";
import { HistoryLine } from "./history-line";
import { LatenessLine } from "./lateness-line";
import { NeighbourLine } from "./neighbour-line";
import { PlanLine } from "./plan-line";

/** The form itself, from its boxes to Table II. */
export const FiledForm = ({ view }: { view: FilingView }) => {
  const { entry, form: facts, rows, plan, exercises, unread, originalHref, url, amendment, neighbours, paper } = view;
  const { filing } = entry;
  const form = formOf(filing.documentType);
  const marks = marksOf(view);
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
      <HistoryLine rows={rows} owners={filing.owners.length} recordsSince={view.recordsSince} />
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
