import "@/components/import/import.css";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { loadSiteState } from "@/app/freshness";
import { IgnoredNames } from "@/app/ignored-names";
import { type DraftView, findDraft } from "@/app/import/[sha256]/view";
import { askedParams } from "@/app/search-params";
import { CheckList } from "@/components/import/check-list";
import { CorrectionList } from "@/components/import/correction-list";
import { DropZone } from "@/components/import/drop-zone";
import { IdentityQuestions } from "@/components/import/identity-questions";
import { PlaceInSource } from "@/components/import/place-in-source";
import { QuestionList } from "@/components/import/question-list";
import { ReadGroup } from "@/components/import/read-group";
import { SourcePane } from "@/components/import/source-pane";
import { SpareGroup } from "@/components/import/spare-group";
import { WaitForReading } from "@/components/import/wait-for-reading";
import { PageLead } from "@/components/site/page-lead";
import { SectionHead } from "@/components/site/section-head";
import { draftAnswersUrl, draftUrl, filingUrl, OUTDATED, uploadUrl } from "@/lib/urls";
import { INPUTS } from "@/paper/drafts/draft-answers";
import type { FieldGroup } from "@/paper/form/form-fields";
import { LARGEST_PAPER } from "@/paper/largest-paper";

type Props = { params: Promise<{ sha256: string }> };

export const metadata: Metadata = { title: "Reading of a form", robots: { index: false } };

export default async function DraftPage({ params }: Props) {
  const { sha256 } = await params;
  const found = await findDraft(sha256);
  if (found.outcome === "stored") redirect(filingUrl(found.accessionNumber));
  if (found.outcome === "unknown") notFound();
  if (found.outcome === "being read") return <BeingRead fileName={found.fileName} url={draftUrl(sha256)} />;
  if (found.outcome === "refused") return <Refused fileName={found.fileName} message={found.message} />;
  const { view } = found;
  const { hasSample } = await loadSiteState();
  const isOutdated = (await askedParams()).some(([name]) => name === OUTDATED);
  return (
    <>
      <PageLead
        eyebrow={
          <>
            Import · <span className="id">{view.fileName}</span>
          </>
        }
        title={view.title}
        standfirst={
          <>
            {view.standfirst}. <b>Nothing is stored yet.</b> Answer the questions that the paper answers, and leave the
            others open. You can store a filing with open questions; its page will say so.
            {hasSample && " The first filing that you store removes the sample."}
          </>
        }
      />
      <IgnoredNames path={draftUrl(sha256)} known={[OUTDATED]} />
      <div className="work review">
        <form action={draftAnswersUrl(view.sha256)} method="post" className="review-form">
          <input type="hidden" name={INPUTS.stamp} value={view.stamp} />
          {isOutdated && <OutdatedNotice />}
          {view.rejected.size > 0 && <RejectedNotice count={view.rejected.size} />}
          <Questions view={view} />
          <FormAsRead view={view} />
          {view.reading.checks.length > 0 && (
            <section className="section" aria-labelledby="checks">
              <SectionHead id="checks" title="Checks" note="Sums and rules that the form lets us check" />
              <CheckList checks={view.reading.checks} />
            </section>
          )}
          <Buttons />
        </form>
        <SourcePane pages={view.source} picture={view.picture} hasColumns={view.reading.kind !== "html"} />
      </div>
    </>
  );
}

const BeingRead = ({ fileName, url }: { fileName: string; url: string }) => (
  <>
    <PageLead
      eyebrow={
        <>
          Import · <span className="id">{fileName}</span>
        </>
      }
      title="This file is being read"
      standfirst="A scan takes about 20 seconds a page, or longer on a slow machine. We stop after five minutes."
    />
    <div className="work">
      <WaitForReading href={url} />
    </div>
  </>
);

const Refused = ({ fileName, message }: { fileName: string; message: string }) => (
  <>
    <PageLead
      eyebrow={
        <>
          Import · <span className="id">{fileName}</span>
        </>
      }
      title="This file could not be read as a form"
      standfirst={message}
    />
    <div className="work">
      <p className="prose small-prose">
        We can read a Form 3, 4 or 5 as a PDF, a scan (JPEG or PNG), a page saved from EDGAR, or text. If this file is
        one, try a sharper scan, or its text.
      </p>
      <DropZone action={uploadUrl()} largest={LARGEST_PAPER} />
    </div>
  </>
);

const OutdatedNotice = () => (
  <p className="notice" role="alert">
    <b>Your answers were not saved,</b> because they were changed in the meantime, in another window or before you went
    back. The current answers are below. Continue from there.
  </p>
);

const RejectedNotice = ({ count }: { count: number }) => (
  <p className="notice" role="alert">
    <b>{count === 1 ? "One answer could not be saved." : `${count} answers could not be saved.`}</b> The reason is shown
    next to {count === 1 ? "it" : "each"}. All other answers are saved.
  </p>
);

const Buttons = () => (
  <p className="buttons review-buttons">
    <button type="submit" className="button">
      Save answers
    </button>
    <button type="submit" className="button is-primary" name="do" value="store">
      Store this filing
    </button>
  </p>
);

/** Open questions come first, because they are the reason to visit the page. */
const Questions = ({
  view: { questions, reading, rejected, corrections, fields, identity, names, accessionNumber, printed },
}: {
  view: DraftView;
}) => {
  const { parts, problems, contradicted } = questions;
  return (
    <>
      <section aria-labelledby="open-questions">
        <SectionHead
          id="open-questions"
          title="Open questions"
          note={questions.sections.length === 0 ? "No fields are unread or uncertain" : "In the order of the form"}
        />
        {questions.sections.map((section) => (
          <QuestionList key={section.id} section={section} text={reading.text} rejected={rejected} />
        ))}
        {parts.length + problems.length > 0 && (
          <>
            <h3 className="review-subhead">Missing or unassigned</h3>
            <ul className="paper-problems">
              {parts.map(({ pointer, list, message }) => (
                <li key={pointer}>
                  {message}
                  {list && (
                    <label className="check">
                      <input type="checkbox" name={INPUTS.right(pointer)} value="1" />
                      Complete: everything on the form is listed below
                    </label>
                  )}
                </li>
              ))}
              {problems.map(({ message, place }) => (
                <li key={`${message} ${place?.page} ${place?.line} ${place?.from}`}>
                  {message} {place && <PlaceInSource place={place} />}
                </li>
              ))}
            </ul>
          </>
        )}
        {contradicted.length > 0 && (
          <>
            <h3 className="review-subhead">Failed checks</h3>
            <CheckList checks={contradicted} />
          </>
        )}
        <h3 className="review-subhead">Not printed on the form</h3>
        <IdentityQuestions
          identity={identity}
          issuer={{ name: valueAt(fields.boxes, "/issuer/issuerName"), cik: printed.issuer }}
          owners={fields.owners.map(({ fields: [name] }, index) => ({
            name: name?.value ?? null,
            cik: printed.owners[index] ?? null,
          }))}
          names={names}
          accessionNumber={accessionNumber}
          rejected={rejected}
        />
        <Buttons />
      </section>
      {corrections.size > 0 && (
        <section className="section" aria-labelledby="by-hand">
          <SectionHead id="by-hand" title="Corrections" note="Stored with the filing, together with what was read" />
          <CorrectionList fields={fields} corrections={corrections} />
        </section>
      )}
    </>
  );
};

const valueAt = ({ fields }: FieldGroup, pointer: string): string | null =>
  fields.find((field) => field.pointer === pointer)?.value ?? null;

const FormAsRead = ({ view: { fields, spare, reading, corrections, rejected } }: { view: DraftView }) => {
  const groups = (some: FieldGroup[]) =>
    some.map((group) => (
      <ReadGroup key={group.id} group={group} reading={reading} corrections={corrections} rejected={rejected} />
    ));
  const add = (what: string, [group]: FieldGroup[]) =>
    group && <SpareGroup what={what} group={group} rejected={rejected} />;
  return (
    <>
      <section className="section" aria-labelledby="form-as-read">
        <SectionHead
          id="form-as-read"
          title="Our reading of the form"
          note="Each value links to its place in the source"
        />
        {groups(fields.owners)}
        {add("a reporting person", spare.owners)}
        {groups([fields.boxes])}
      </section>
      {(["I", "II"] as const).map((table) => {
        const rows = table === "I" ? fields.tableI : fields.tableII;
        const id = `table-${table === "I" ? "one" : "two"}`;
        return (
          <section key={table} className="section" aria-labelledby={id}>
            <SectionHead id={id} title={`Table ${table}`} note={rows.length === 1 ? "1 row" : `${rows.length} rows`} />
            {groups(rows)}
            {add("a row", table === "I" ? spare.tableI : spare.tableII)}
          </section>
        );
      })}
      <section className="section" aria-labelledby="notes-and-signatures">
        <SectionHead id="notes-and-signatures" title="Footnotes and signatures" />
        {groups([fields.notes])}
        {add("a footnote", [spare.notes])}
        {groups(fields.signatures)}
        {add("a signature", spare.signatures)}
      </section>
    </>
  );
};
