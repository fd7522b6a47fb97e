import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
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
import { INPUTS } from "@/paper/draft-answers";
import type { FieldGroup } from "@/paper/form-fields";
import { LARGEST_PAPER } from "@/paper/largest-paper";

type Props = { params: Promise<{ sha256: string }> };

export const metadata: Metadata = { title: "A form as read", robots: { index: false } };

export default async function DraftPage({ params }: Props) {
  const { sha256 } = await params;
  const found = await findDraft(sha256);
  if (found.outcome === "stored") redirect(filingUrl(found.accessionNumber));
  if (found.outcome === "unknown") notFound();
  if (found.outcome === "being read") return <BeingRead fileName={found.fileName} url={draftUrl(sha256)} />;
  if (found.outcome === "refused") return <Refused fileName={found.fileName} message={found.message} />;
  const { view } = found;
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
            {view.standfirst}. <b>Nothing is stored yet.</b> Answer what you can see on the paper, and leave open what
            you cannot: a filing can be stored with open questions, and says so on its page.
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
              <SectionHead id="checks" title="Checks" note="What the form itself allows to be checked" />
              <CheckList checks={view.reading.checks} />
            </section>
          )}
          <Buttons />
        </form>
        <SourcePane pages={view.source} imageUrl={view.imageUrl} />
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
      standfirst="A scan takes some 20 seconds a page, and more on a slow machine. It is given up after five minutes."
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
        A Form 3, 4 or 5 is read as a PDF, a scan (JPEG or PNG), a saved page of EDGAR, or as text. If this is one, try
        a sharper scan, or the text of it.
      </p>
      <DropZone action={uploadUrl()} largest={LARGEST_PAPER} />
    </div>
  </>
);

const OutdatedNotice = () => (
  <p className="notice" role="alert">
    <b>The answers were changed meanwhile,</b> in another window, or before you went back. What you sent was not kept,
    as it would have undone them. Here they are as they stand now: go on from here.
  </p>
);

const RejectedNotice = ({ count }: { count: number }) => (
  <p className="notice" role="alert">
    <b>{count === 1 ? "One answer could not be kept." : `${count} answers could not be kept.`}</b> What is wrong with{" "}
    {count === 1 ? "it" : "each"} stands beside it. All others are kept.
  </p>
);

const Buttons = () => (
  <p className="buttons review-buttons">
    <button type="submit" className="button">
      Keep the answers
    </button>
    <button type="submit" className="button is-primary" name="do" value="store">
      Store this filing
    </button>
  </p>
);

/** Open questions come first: they are why a person looks. */
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
          note={questions.fields.length === 0 ? "No field is unread or uncertain" : "In the form’s order"}
        />
        {questions.fields.length > 0 && (
          <QuestionList questions={questions.fields} text={reading.text} rejected={rejected} />
        )}
        {parts.length + problems.length > 0 && (
          <>
            <h3 className="review-subhead">Not found, or not placed</h3>
            <ul className="paper-problems">
              {parts.map(({ pointer, list, message }) => (
                <li key={pointer}>
                  {message}
                  {list && (
                    <label className="check">
                      <input type="checkbox" name={INPUTS.right(pointer)} value="1" />
                      Complete: all that the form has is below, or was added there
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
            <h3 className="review-subhead">Checks that do not agree</h3>
            <CheckList checks={contradicted} />
          </>
        )}
        <h3 className="review-subhead">What no form prints</h3>
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
          <SectionHead id="by-hand" title="Set by hand" note="Kept with the filing, beside what was read" />
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
        <SectionHead id="form-as-read" title="The form as read" note="A value leads to its place in the source" />
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
        <SectionHead id="notes-and-signatures" title="Notes and signatures" />
        {groups([fields.notes])}
        {add("a note", [spare.notes])}
        {groups(fields.signatures)}
        {add("a signature", spare.signatures)}
      </section>
    </>
  );
};
