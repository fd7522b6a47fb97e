import { SectionHead } from "@/components/site/section-head";
import { UnreadValue } from "@/components/source/read-value";
import { CalendarDate } from "@/components/ui/calendar-date";
import { Missing } from "@/components/ui/missing";
import type { ValueMark, ValueMarks } from "@/paper/form/value-marks";
import { FormValue } from "./form-value";

type SignaturesProps = { signatures: { name: string | null; date: string | null }[]; marks: ValueMarks };

const ofMark = (mark: ValueMark | undefined) => ({ mark, isUnread: mark?.state === "unread" });

/** Signatures as filed. They are not matched to owners, because one person can sign for several. */
export const Signatures = ({ signatures, marks }: SignaturesProps) => (
  <section className="section" aria-labelledby="signatures">
    <SectionHead id="signatures" title={signatures.length > 1 ? "Signatures" : "Signature"} />
    {signatures.length === 0 && (
      <p className="muted">
        {marks.has("/ownerSignature") ? <UnreadValue mark={marks.get("/ownerSignature")} /> : <Missing />} None in the
        document.
      </p>
    )}
    <ul className="signatures">
      {signatures.map(({ name, date }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two signatures can be identical; their order is the document's.
        <li key={index}>
          <p className="signature">
            <FormValue value={name} {...ofMark(marks.get(`/ownerSignature/${index}/signatureName`))} />
          </p>
          <p className="secondary small">
            Signed{" "}
            <FormValue
              value={date === null ? null : <CalendarDate date={date} />}
              {...ofMark(marks.get(`/ownerSignature/${index}/signatureDate`))}
            />
          </p>
        </li>
      ))}
    </ul>
  </section>
);
