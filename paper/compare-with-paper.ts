import { type Comparable, type ComparedSource, compareWithXml, type Difference } from "@/lib/edgar/compare-with-xml";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import { rowPointer, unreadColumns } from "@/lib/edgar/unread";
import {
  FILING_FIELDS,
  type FieldPlace,
  FOOTNOTE_FIELDS,
  OWNER_FIELDS,
  ROW_FIELDS,
  SIGNATURE_FIELDS,
} from "@/lib/record/filing-fields";

const PAPER: ComparedSource = {
  name: "the paper",
  /** Pages print at most four decimals. */
  rounding: "0.00005",
  /** Fields that no page prints, or that pages print only in some years. */
  mayLack: new Set([
    "schemaVersion",
    "issuerCik",
    "issuerForeignTradingSymbol",
    "filingDate",
    "cik",
    "nonUSAddressFlag",
    "nonUSStateTerritory",
    "country",
    "state",
    "stateDescription",
    "transactionFormType",
    "timeliness",
    "acquiredDisposedCodeFootnotes",
  ]),
  knowsCiks: false,
};

/** Where a filing's XML and its reading from paper disagree. An unread value contradicts nothing. */
export const compareWithPaper = (xml: Comparable, paper: FilingRecord, unread: readonly string[]): Difference[] =>
  compareWithXml(xml, withUnread(paper, unread), PAPER);

function withUnread(
  { filing, owners, rows, footnotes, signatures }: FilingRecord,
  unread: readonly string[],
): Comparable {
  const of = <T extends object>(columns: T, pointer: string, places: Record<string, FieldPlace>) => ({
    ...columns,
    unread: [...unreadColumns(unread, pointer, places)],
  });
  const list = <T extends object>(items: T[], name: string, places: Record<string, FieldPlace>) =>
    unread.includes(`/${name}`) ? {} : { items: items.map((item, index) => of(item, `/${name}/${index}`, places)) };
  const isUnread = { I: unread.includes("/nonDerivativeTable"), II: unread.includes("/derivativeTable") };
  return {
    filing: of(filing, "", FILING_FIELDS),
    // Newer pages print a state in words where the XML has its code. Neither contradicts the other.
    owners: list(
      owners.map((owner) => ({ ...owner, stateDescription: null })),
      "reportingOwner",
      OWNER_FIELDS,
    ).items,
    rows: isUnread.I || isUnread.II ? undefined : rows.map((row) => of(row, rowPointer(row), ROW_FIELDS)),
    footnotes: list(footnotes, "footnotes", FOOTNOTE_FIELDS).items,
    signatures: list(signatures, "ownerSignature", SIGNATURE_FIELDS).items,
  };
}
