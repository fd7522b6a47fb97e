import type { DocumentObject } from "@/lib/edgar/ownership-document";
import type {
  FILING_FIELDS,
  FieldPlace,
  FOOTNOTE_FIELDS,
  OWNER_FIELDS,
  ROW_FIELDS,
  ROW_FOOTNOTES,
  SIGNATURE_FIELDS,
} from "@/lib/record/filing-fields";
import type { RowKind, TableNumber } from "@/lib/record/reported-row";

type Columns<F extends Record<string, FieldPlace>> = {
  [K in keyof F]: F[K]["type"] extends "flag" ? boolean | null : string | null;
};
type FootnoteColumns<F extends Record<string, FieldPlace>> = {
  [K in keyof F as F[K]["isField"] extends true ? `${K & string}Footnotes` : never]: string[] | null;
};

/** What a typed column cannot hold: other spellings by column, and elements outside the specification by place. */
export type AsFiled = { spelling: Record<string, string> | null; extra: DocumentObject | null };

export type FilingColumns = Columns<typeof FILING_FIELDS> & AsFiled;
export type OwnerColumns = Columns<typeof OWNER_FIELDS> & AsFiled & { position: number };
type FootnoteRecord = Columns<typeof FOOTNOTE_FIELDS> & AsFiled & { position: number };
type SignatureRecord = Columns<typeof SIGNATURE_FIELDS> & AsFiled & { position: number };
export type RowColumns = Columns<typeof ROW_FIELDS> &
  FootnoteColumns<typeof ROW_FIELDS> & { [K in keyof typeof ROW_FOOTNOTES]: string[] | null } & AsFiled & {
    tableNumber: TableNumber;
    line: number;
    kind: RowKind;
  };

/** A filing split into the columns of its tables, as stored and as read back. */
export type FilingRecord = {
  filing: FilingColumns & {
    /** False for schema X0101, whose rows are children of the document's root. */
    hasTables: boolean;
  };
  owners: OwnerColumns[];
  rows: RowColumns[];
  footnotes: FootnoteRecord[];
  signatures: SignatureRecord[];
};
