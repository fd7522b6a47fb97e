import type { FieldPlace } from "@/lib/record/filing-fields";
import type { Correction } from "@/paper/drafts/correction";
import type { PaperReading } from "./paper-reading";
import type { Place } from "./printed-form";

/** What is known about one value because it was read from paper. */
export type ValueMark = {
  /** JSON Pointer into the document. */
  pointer: string;
  state: "read" | "uncertain" | "unread";
  /** Why it is uncertain or unread, if the reading says so. */
  doubt: string | null;
  /** Where it begins in the source. */
  place: Place | null;
  correction: Correction | null;
};

export type ValueMarks = ReadonlyMap<string, ValueMark>;

/** The state of each value of a reading, including corrections, by JSON Pointer. */
export function valueMarks(
  { unread, uncertain, places, doubts }: Pick<PaperReading, "unread" | "uncertain" | "places" | "doubts">,
  corrections: readonly Correction[],
): ValueMarks {
  const byHand = new Map(corrections.map((correction) => [correction.pointer, correction]));
  const [isUnread, isUncertain] = [new Set(unread), new Set(uncertain)];
  const pointers = new Set([...unread, ...uncertain, ...byHand.keys(), ...Object.keys(places)]);
  return new Map(
    [...pointers].map((pointer) => [
      pointer,
      {
        pointer,
        state: isUnread.has(pointer) ? "unread" : isUncertain.has(pointer) ? "uncertain" : "read",
        doubt: doubts[pointer] ?? null,
        place: places[pointer]?.[0] ?? null,
        correction: byHand.get(pointer) ?? null,
      },
    ]),
  );
}

/** The marks of the columns under a parent: `""` for the filing, `/reportingOwner/0`, a row's pointer. */
export function columnMarks<Name extends string>(
  marks: ValueMarks,
  parent: string,
  places: Record<Name, FieldPlace>,
): ReadonlyMap<Name, ValueMark> {
  const names = Object.keys(places) as Name[];
  return new Map(
    names.flatMap((name) => {
      const mark = marks.get(`${parent}/${places[name].path.join("/")}`);
      return mark ? [[name, mark] as const] : [];
    }),
  );
}

/** Whether the value needs a reader's attention, or a person has corrected it. */
export const isRemarkable = ({ state, correction }: ValueMark) => state !== "read" || correction !== null;

/** Anchors of a line of the source, and of the remark on a value. */
export const lineAnchor = ({ page, line }: Pick<Place, "page" | "line">) => `p${page}-l${line}`;
export const doubtAnchor = (pointer: string) => `reading${pointer.replaceAll("/", "-")}`;

/** `page 2, line 23` */
export const describeLine = ({ page, line }: Pick<Place, "page" | "line">) => `page ${page}, line ${line}`;
