import type { DocumentObject, DocumentRow } from "@/lib/edgar/ownership-document";
import { type CellReader, codeOf, decimalOf, isMoney, printedCode } from "./cell-values";
import type { PrintedCell } from "./printed-form";
import type { ReadingLog } from "./reading-notes";

export const isFilled = (cell: PrintedCell) => cell.text !== "" || cell.marks.length > 0;

/** Writes the cells of one row to their places in the document, and records what is unread and where everything was read. */
export class RowWriter {
  constructor(
    readonly document: DocumentRow,
    private readonly pointer: string,
    private readonly notes: ReadingLog,
    /** False if a text that is not of its column's type must have been misread. */
    private readonly isExact: boolean,
  ) {}

  /** A missing cell is unread. An empty one is left out. */
  field(path: readonly [string] | readonly [string, string], cell: PrintedCell | undefined, read: CellReader) {
    const pointer = this.at(path);
    if (!cell) {
      this.notes.isUnread(pointer);
      this.put(path, { value: null, footnotes: [] });
    } else if (isFilled(cell)) {
      this.put(path, { value: this.read(pointer, cell, read), footnotes: ids(cell.marks) });
    }
  }

  /** Shares, or a value if the column contains money. */
  shares(group: string, names: { shares: string; value: string }, cell: PrintedCell | undefined) {
    const isPoint = !this.isExact && cell?.doubt === undefined && /^\d{1,3}\.\d{3}$/.test(cell?.text ?? "");
    const read = isPoint && cell ? { ...cell, doubt: COMMA_OR_POINT } : cell;
    this.field([group, isMoney(cell?.text ?? "") ? names.value : names.shares], read, decimalOf);
  }

  /** The letter implied by the column of an amount; null if we cannot tell. */
  letter(value: "A" | "D" | null, cell: PrintedCell | undefined) {
    const path = ["transactionAmounts", "transactionAcquiredDisposedCode"] as const;
    if (value === null) this.notes.isUnread(this.at(path));
    else if (cell) this.notes.wasAt(this.at(path), cell);
    this.put(path, { value, footnotes: [] });
  }

  /**
   * The code, with its footnotes next to it. Column V shows that it could have been on a Form 5, and has the marks of timeliness.
   */
  coding(code: PrintedCell | undefined, v: PrintedCell | undefined) {
    const pointer = this.at(["transactionCoding", "transactionCode"]);
    if (!code) this.notes.isUnread(pointer);
    const printed = printedCode(code?.text ?? "");
    // A single digit is the form on which the row could have been reported, not a code.
    const isForm = printed?.code === null && printed.formType !== null;
    const coding: DocumentObject = { transactionCode: code && !isForm ? this.read(pointer, code, codeOf) : null };
    if (printed?.isSwap) coding.equitySwapInvolved = "1";
    if (printed?.formType) coding.transactionFormType = printed.formType;
    if (code && code.marks.length > 0) coding.footnotes = ids(code.marks);
    if (v?.text === "V") {
      coding.transactionFormType = "5";
      this.notes.wasAt(this.at(["transactionCoding", "transactionFormType"]), v);
    }
    this.document.transactionCoding = coding;
    if (v && v.marks.length > 0) {
      this.put(["transactionTimeliness"], { value: null, footnotes: ids(v.marks) });
      this.notes.wasAt(this.at(["transactionTimeliness"]), v);
    }
  }

  private read(pointer: string, cell: PrintedCell, read: CellReader): string | null {
    this.notes.wasAt(pointer, cell);
    const value = read(cell.text);
    if (value !== null || cell.text === "") return value;
    return this.notes.otherThan(pointer, cell.text, this.isExact);
  }

  private put(path: readonly [string] | readonly [string, string], value: DocumentObject) {
    const [group, name] = path;
    if (name === undefined) this.document[group] = value;
    else this.document[group] = { ...(this.document[group] as DocumentObject | undefined), [name]: value };
  }

  private at = (path: readonly string[]) => `${this.pointer}/${path.join("/")}`;
}

const COMMA_OR_POINT = "Three digits follow the point, which may be a thousands comma.";

const ids = (marks: string[]) => marks.map((mark) => `F${mark}`);
