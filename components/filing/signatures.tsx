import { SectionHead } from "@/components/site/section-head";
import { CalendarDate } from "@/components/ui/calendar-date";
import { Missing } from "@/components/ui/missing";

/** Signatures as filed. They are not tied to owners: one person may sign for several. */
export const Signatures = ({ signatures }: { signatures: { name: string | null; date: string | null }[] }) => (
  <section className="section" aria-labelledby="signatures">
    <SectionHead id="signatures" title={signatures.length > 1 ? "Signatures" : "Signature"} />
    {signatures.length === 0 && (
      <p className="muted">
        <Missing /> None in the document.
      </p>
    )}
    <ul className="signatures">
      {signatures.map(({ name, date }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two signatures may be alike; their order is the document's.
        <li key={index}>
          <p className="signature">{name ?? <Missing />}</p>
          <p className="secondary small">
            Signed <CalendarDate date={date} />
          </p>
        </li>
      ))}
    </ul>
  </section>
);
