import type { PaperProblem } from "./paper-reading";
import type { Place, PrintedCell } from "./printed-form";

/** What is known about the fields of a reading, collected while the document is built. */
export class ReadingLog {
  readonly unread = new Set<string>();
  readonly uncertain = new Set<string>();
  readonly places: Record<string, Place[]> = {};
  readonly doubts: Record<string, string> = {};
  readonly problems: PaperProblem[] = [];

  isUnread(pointer: string, why?: string) {
    this.unread.add(pointer);
    if (why) this.doubts[pointer] = why;
  }

  isUncertain(pointer: string, why: string) {
    this.uncertain.add(pointer);
    this.doubts[pointer] = why;
  }

  /**
   * A text that its field should not contain. In a source with exact letters, the filing says so, and the value is that text;
   * otherwise it was misread.
   */
  otherThan(pointer: string, text: string, isExact: boolean): string | null {
    const why = `“${text}” is not a valid value for this field.`;
    this.uncertain.delete(pointer);
    if (isExact) this.isUncertain(pointer, why);
    else this.isUnread(pointer, why);
    return isExact ? text : null;
  }

  wasAt(pointer: string, cell: Pick<PrintedCell, "places" | "doubt">) {
    if (cell.places.length > 0) this.places[pointer] = cell.places;
    if (cell.doubt !== undefined) this.isUncertain(pointer, cell.doubt);
  }
}
