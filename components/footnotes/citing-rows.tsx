import { HeldAfter, Price, Security, Transaction, Value } from "@/components/listing/transaction-cells";
import { CalendarDate } from "@/components/ui/calendar-date";
import { SharesChange } from "@/components/ui/shares-change";
import { noteUses } from "@/lib/footnotes/note-uses";
import { type TransactionLine, transactionLines } from "@/lib/lists/transaction-lines";
import type { FoundNote } from "@/lib/note-search/note-search";
import { placeUrl } from "@/lib/urls";

/** Maximum number of rows beside a footnote. A link to the filing leads to the rest. */
const MOST_ROWS = 5;

/** The labels are only for screen readers; the contents of the columns are clear without them. */
const COLUMNS = [
  { name: "row", label: "Transaction" },
  { name: "traded", label: "Traded" },
  { name: "shares", label: "Shares" },
  { name: "price", label: "Price" },
  { name: "value", label: "Value" },
];

type CitingRowsProps = {
  note: FoundNote;
  /** Address of the footnote on its filing, where all rows that cite it are listed. */
  href: string;
};

/** The rows that cite a footnote: what they report, and which of their cells cite it. */
export const CitingRows = ({ note: { entry, footnoteId, rows }, href }: CitingRowsProps) => {
  const lines = transactionLines([{ entry, rows }]);
  const more = lines.length - MOST_ROWS;
  const places = (footnoteId === null ? undefined : noteUses(rows).get(footnoteId))?.map(({ place }) => place);
  return (
    <div className="citing-rows">
      <table>
        <caption>Cited by {places?.join(", ") ?? "these rows"}</caption>
        <thead>
          <tr>
            {COLUMNS.map(({ name, label }) => (
              <th key={name} scope="col" className={`col-${name}`}>
                <span className="visually-hidden">{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MOST_ROWS).map((line) => (
            <CitingRow key={line.key} line={line} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className="small">
          <a href={href}>
            and {more} more {more === 1 ? "row" : "rows"}
          </a>
        </p>
      )}
    </div>
  );
};

const CitingRow = ({ line }: { line: TransactionLine }) => {
  const { row, derived } = line;
  const isTransaction = row.kind === "transaction";
  return (
    <tr className={derived.supersededBy === null ? undefined : "is-superseded"}>
      <td className="col-row link-lines">
        {isTransaction ? <Transaction line={line} opensFiling={false} /> : <span className="muted">Holding</span>}
        <span className="under">
          <Security line={line} />
        </span>
        {derived.supersededBy !== null && (
          <span className="under">
            <a href={placeUrl(derived.supersededBy)}>Replaced by an amendment</a>
          </span>
        )}
        {isTransaction && (
          <span className="under phone-only">
            <CalendarDate date={row.transactionDate.value} />
          </span>
        )}
      </td>
      {isTransaction ? (
        <>
          <td className="col-traded">
            <CalendarDate date={row.transactionDate.value} />
          </td>
          <td className="col-shares num">
            <SharesChange shares={row.transactionShares.value} acquiredDisposedCode={row.acquiredDisposedCode.value} />
          </td>
          <td className="col-price num">
            <Price line={line} />
          </td>
          <td className="col-value num">
            <Value line={line} />
          </td>
        </>
      ) : (
        <td className="num" colSpan={4}>
          held <HeldAfter row={row} />
        </td>
      )}
    </tr>
  );
};
