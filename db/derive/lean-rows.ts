import type { Filing, ReportingOwner } from "@/lib/record/filing";
import type { Field, ReportedRow, RowKind, TableNumber } from "@/lib/record/reported-row";
import { withinTextLimit } from "@/lib/values/text-limit";

type Cells = readonly (string | null)[];

const NO_NOTES: string[] = [];
/** Most cells of a form are empty, so they share one field. */
const NOTHING: Field = { value: null, footnotes: NO_NOTES };

/** An uncertain title or vehicle still distinguishes lines, but an uncertain figure would go into sums. */
const FIGURES: ReadonlySet<keyof ReportedRow> = new Set([
  "transactionDate",
  "deemedExecutionDate",
  "transactionCode",
  "transactionShares",
  "transactionTotalValue",
  "pricePerShare",
  "acquiredDisposedCode",
  "sharesOwnedFollowing",
  "valueOwnedFollowing",
]);

/** Reads the cells of a row from left to right. */
class CellReader {
  /** By column: the text as filed, if the column's type cannot hold it. */
  spelling: Readonly<Record<string, string>> | null = null;
  /** Columns of a paper form that may have been misread. Nothing is derived from their figures. */
  uncertain: readonly string[] = NO_NOTES;

  constructor(
    private readonly cells: Cells,
    private at: number,
  ) {}

  text(): string | null {
    return this.cells[this.at++] ?? null;
  }

  code(): string | null {
    const code = this.text();
    return this.isInDoubt("transactionCode") ? null : code;
  }

  flag(): boolean | null {
    const cell = this.text();
    return cell === null ? null : cell === "t";
  }

  instant(): string | null {
    const seconds = this.text();
    return seconds === null ? null : new Date(Number(seconds) * 1000).toISOString();
  }

  /** `{F1,F2}`: only forms that break the rules have ids with characters that PostgreSQL quotes. */
  notes(): string[] {
    const cell = this.text();
    if (cell === null) return NO_NOTES;
    const ids = cell.slice(1, -1).split(",");
    return cell.includes('"') ? ids.map((id) => (id.startsWith('"') ? id.slice(1, -1) : id)) : ids;
  }

  isInDoubt(column: keyof ReportedRow): boolean {
    return this.uncertain.length > 0 && this.uncertain.includes(column) && FIGURES.has(column);
  }

  /** Cuts a filer's text to what derivation reads, so that it finishes for any text. */
  words(): string | null {
    const text = this.text();
    return text === null ? null : withinTextLimit(text);
  }

  field(column: keyof ReportedRow): Field {
    const filed = this.words() ?? this.spelling?.[column] ?? null;
    const value = this.isInDoubt(column) ? null : filed;
    const footnotes = this.notes();
    return value === null && footnotes === NO_NOTES ? NOTHING : { value, footnotes };
  }
}

export const FILING_COLUMNS = `accession_number, source, is_sample, document_type, extract(epoch from filed_at),
  filing_date, extract(epoch from ordered_at), period_of_report, date_of_original_submission, not_subject_to_section16,
  no_securities_owned, aff10b5_one, remarks, issuer_cik, issuer_name, issuer_trading_symbol, issuer_foreign_trading_symbol`;

export function filingFrom(cells: Cells): Filing {
  const next = new CellReader(cells, 0);
  return {
    accessionNumber: next.text() ?? "",
    source: (next.text() ?? "xml") as Filing["source"],
    isSample: next.flag() === true,
    documentType: next.text(),
    filedAt: next.instant(),
    filingDate: next.text(),
    orderedAt: next.instant() ?? "",
    periodOfReport: next.text(),
    dateOfOriginalSubmission: next.text(),
    notSubjectToSection16: next.flag(),
    noSecuritiesOwned: next.flag(),
    aff10b5One: next.flag(),
    remarks: next.words(),
    issuer: {
      cik: next.text(),
      name: next.text(),
      tradingSymbol: next.text(),
      foreignTradingSymbol: next.text(),
    },
    owners: [],
  };
}

/** They follow the accession number. */
export const OWNER_COLUMNS = `cik, name, is_director, is_officer, is_ten_percent_owner, is_other, officer_title, other_text`;

export function ownerFrom(cells: Cells): ReportingOwner {
  const next = new CellReader(cells, 1);
  return {
    cik: next.text(),
    name: next.text(),
    isDirector: next.flag(),
    isOfficer: next.flag(),
    isTenPercentOwner: next.flag(),
    isOther: next.flag(),
    officerTitle: next.text(),
    otherText: next.text(),
  };
}

/** They follow the accession number. */
export const NOTE_COLUMNS = "footnote_id, text";

const FIELDS = [
  "security_title",
  "conversion_or_exercise_price",
  "transaction_date",
  "deemed_execution_date",
  "timeliness",
  "transaction_shares",
  "transaction_total_value",
  "price_per_share",
  "acquired_disposed_code",
  "exercise_date",
  "expiration_date",
  "underlying_security_title",
  "underlying_security_shares",
  "underlying_security_value",
  "shares_owned_following",
  "value_owned_following",
  "direct_or_indirect",
  "nature_of_ownership",
];

/** They follow the accession number. Spelling and doubts come first, because they are needed to read the fields. */
export const ROW_COLUMNS = `spelling, uncertain, table_number, line, line_is_filed, kind, transaction_form_type, transaction_code,
  equity_swap_involved, transaction_coding_footnotes, row_footnotes,
  ${FIELDS.map((name) => `${name}, ${name}_footnotes`).join(", ")}`;

export function rowFrom(cells: Cells): ReportedRow {
  const next = new CellReader(cells, 1);
  const spelling = next.text();
  if (spelling !== null) next.spelling = JSON.parse(spelling);
  next.uncertain = next.notes();
  return {
    accessionNumber: cells[0] ?? "",
    tableNumber: next.text() as TableNumber,
    line: Number(next.text()),
    lineIsFiled: next.flag() === true,
    kind: next.text() as RowKind,
    transactionFormType: next.text(),
    transactionCode: next.code(),
    equitySwapInvolved: next.flag(),
    transactionCodingFootnotes: next.notes(),
    rowFootnotes: next.notes(),
    securityTitle: next.field("securityTitle"),
    conversionOrExercisePrice: next.field("conversionOrExercisePrice"),
    transactionDate: next.field("transactionDate"),
    deemedExecutionDate: next.field("deemedExecutionDate"),
    timeliness: next.field("timeliness"),
    transactionShares: next.field("transactionShares"),
    transactionTotalValue: next.field("transactionTotalValue"),
    pricePerShare: next.field("pricePerShare"),
    acquiredDisposedCode: next.field("acquiredDisposedCode"),
    exerciseDate: next.field("exerciseDate"),
    expirationDate: next.field("expirationDate"),
    underlyingSecurityTitle: next.field("underlyingSecurityTitle"),
    underlyingSecurityShares: next.field("underlyingSecurityShares"),
    underlyingSecurityValue: next.field("underlyingSecurityValue"),
    sharesOwnedFollowing: next.field("sharesOwnedFollowing"),
    valueOwnedFollowing: next.field("valueOwnedFollowing"),
    directOrIndirect: next.field("directOrIndirect"),
    natureOfOwnership: next.field("natureOfOwnership"),
    // Nothing is derived from how a row was read.
    unread: [],
    uncertain: [],
  };
}
