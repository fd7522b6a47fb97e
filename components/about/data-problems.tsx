import { SectionHead } from "@/components/site/section-head";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { ProblemList } from "@/components/ui/problem-list";
import { describeImplausible, implausibleName } from "@/lib/implausible/describe-implausible";
import { rowNumber } from "@/lib/record/row-number";
import { filingUrl, methodUrl, rowUrl } from "@/lib/urls";
import { formatCount } from "@/lib/values/counts";
import { formatShares } from "@/lib/values/decimals";
import { formatPrice } from "@/lib/values/money";
import type { DatabaseView } from "@/lib/views/data";

const grouped = (n: number) => n.toLocaleString("en-US");

/** Stored filings that break a rule of the form, rows with an implausible figure, and documents that were refused. */
export const DataProblems = ({ view: { counts, problems, implausible, refused } }: { view: DatabaseView }) => (
  <>
    <section className="section" aria-labelledby="problems">
      <SectionHead id="problems" title="Problems" note={cutNote(problems.length, counts.problems)} />
      <p className="prose small-prose">
        A filing with a problem is stored as filed. The list shows what breaks a rule of the form, or could not be read
        as a number or a date. We correct nothing silently.
      </p>
      {problems.length > 0 && (
        <DrawnOnce>
          <ProblemList
            problems={problems.map(({ accessionNumber, fileName, page, line, pointer, message }) => ({
              key: `${accessionNumber} ${page} ${line} ${pointer} ${message}`,
              where: [fileName, page && `page ${page}`, line && `line ${line}`].filter(Boolean).join(", "),
              href: filingUrl(accessionNumber),
              message: pointer ? `${pointer}: ${message}` : message,
            }))}
          />
        </DrawnOnce>
      )}
    </section>
    <section className="section" aria-labelledby="implausible">
      <SectionHead
        id="implausible"
        title="Implausible"
        note={
          implausible.inAll.count !== null && implausible.rows.length === implausible.inAll.count
            ? cutNote(implausible.rows.length, implausible.rows.length)
            : `The newest ${grouped(implausible.rows.length)} of ${formatCount(implausible.inAll)}`
        }
      />
      <p className="prose small-prose">
        In these rows, a footnote, an exercise price, balances or other trades contradict the price or the number of
        shares. We show the rows as filed and leave them out of totals.{" "}
        <a href={methodUrl("implausible")}>How we find them</a>
      </p>
      {implausible.rows.length > 0 && (
        <DrawnOnce>
          <ProblemList
            problems={implausible.rows.map(({ accessionNumber, row, issuerName, implausible: found, ...filed }) => ({
              key: `${accessionNumber} ${row}`,
              where: `${accessionNumber}, row ${rowNumber(row)}`,
              href: rowUrl(accessionNumber, row),
              message: `${issuerName ?? "An unnamed issuer"}: ${formatShares(filed.transactionShares)} shares at ${formatPrice(filed.pricePerShare, { asFiled: true })}. ${implausibleName(found)}: ${describeImplausible(found)}`,
            }))}
          />
        </DrawnOnce>
      )}
    </section>
    <section className="section" aria-labelledby="refused">
      <SectionHead id="refused" title="Refused" note={cutNote(refused.length, counts.refused)} />
      <p className="prose small-prose">
        We refuse documents that are not well-formed XML, are not ownership documents, or are too large. We keep their
        bytes but leave them out of every count.
      </p>
      {refused.length > 0 && (
        <DrawnOnce>
          <ProblemList
            problems={refused.map(({ sha256, fileName, line, message }) => ({
              key: sha256,
              where: line === null ? fileName : `${fileName}, line ${line}`,
              message,
            }))}
          />
        </DrawnOnce>
      )}
    </section>
  </>
);

const cutNote = (listed: number, inAll: number) =>
  inAll === 0 ? "None" : listed < inAll ? `The first ${grouped(listed)} of ${grouped(inAll)}` : grouped(inAll);
