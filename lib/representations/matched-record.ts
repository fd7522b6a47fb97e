import type { Matched, MatchedTransaction } from "@/lib/alerts/alert";
import { REMARKS } from "@/lib/footnotes/filed-notes";
import { isUnderPlan } from "@/lib/plans/plan-of-row";
import { NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { ROW_FIELDS, type RowColumn } from "@/lib/record/filing-fields";
import { describeRelationship } from "@/lib/record/relationship";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { certainValue } from "@/lib/record/trade-figures";
import { filingUrl, footnoteUrl, rowUrl } from "@/lib/urls";
import { filingAtomEntry, rowAtomEntry } from "./row-atom-entry";

const COLUMNS = Object.keys(ROW_FIELDS) as RowColumn[];

/** What a row states, by column, without what it leaves empty. */
function statedBy(row: ReportedRow): MatchedTransaction["stated"] {
  const stated: MatchedTransaction["stated"] = {};
  for (const column of COLUMNS) {
    const cell = row[column];
    const value = typeof cell === "object" && cell !== null ? cell.value : cell;
    if (value !== null) stated[column] = String(value);
  }
  return stated;
}

export function matchedRow(entry: FilingEntry, row: ReportedRow, isInView: boolean): Matched {
  const derived = entry.derived.rows[rowId(row)] ?? NOTHING_DERIVED;
  return {
    ...ofFiling(entry),
    subject: "transaction",
    title: rowAtomEntry(entry, row, "").title,
    path: rowUrl(entry.filing.accessionNumber, rowId(row)),
    transaction: {
      tableNumber: row.tableNumber,
      line: row.line,
      value: certainValue(row, derived),
      stated: statedBy(row),
      currency: derived.trade?.currency ?? null,
      implausible: derived.implausible?.field ?? null,
      isUnderPlan: isUnderPlan(derived),
    },
    isInView,
  };
}

export function matchedFiling(entry: FilingEntry): Matched {
  const { title } = filingAtomEntry(entry.filing, "");
  // A feed has an entry for each holding instead.
  const holdings = entry.rows.length;
  return {
    ...ofFiling(entry),
    title:
      holdings === 0 ? title : `${partiesOn(entry)}: reports ${holdings === 1 ? "a holding" : `${holdings} holdings`}`,
  };
}

/** @param id of the footnote, or `REMARKS` */
export function matchedNote(entry: FilingEntry, id: string, text: string): Matched {
  return {
    ...ofFiling(entry),
    subject: "footnote",
    title: `${partiesOn(entry)}: ${id === REMARKS ? "remarks" : `footnote ${id}`}`,
    path: footnoteUrl(entry.filing.accessionNumber, id),
    footnote: { id, text },
  };
}

const partiesOn = ({ filing: { owners, issuer } }: FilingEntry) =>
  `${owners.flatMap(({ name }) => name ?? []).join(", ") || "An unnamed owner"}, ${issuer.name ?? "an unnamed issuer"}`;

function ofFiling({ filing }: FilingEntry): Matched {
  const { accessionNumber, documentType, filedAt, filingDate, issuer, owners } = filing;
  return {
    subject: "filing",
    title: "",
    path: filingUrl(accessionNumber),
    filing: {
      accessionNumber,
      form: documentType,
      filedAt,
      filingDate,
      issuer: { cik: issuer.cik, name: issuer.name, symbol: issuer.tradingSymbol },
      owners: owners.map((owner) => ({
        cik: owner.cik,
        name: owner.name,
        relationship: describeRelationship(owner) ?? "",
      })),
    },
    transaction: null,
    footnote: null,
    isInView: true,
  };
}
