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
  /** A page prints up to four decimals. */
  rounding: "0.00005",
  /** What no page prints, or which page prints only in some years. */
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

/** Where the XML of a filing and a reading of it on paper say different things. What is unread contradicts nothing. */
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
    // Newer pages print a state in words where the XML has its code: neither contradicts the other.
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
