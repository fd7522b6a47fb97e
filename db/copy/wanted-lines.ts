import { failuresOf, MEETS_ALL } from "@/db/copy/class-masks";
import type { FacetClasses } from "@/db/copy/facet-classes";
import type { FilingFilter } from "@/lib/filters/filing-filter";

/** Which lines a question is about, by their class as `CountedLines` has it, which is negative for a line of another owner. */
export type WantedLines = {
  /** 1 if lines of a class are wanted. Class 0, of lines that are gone, is in the middle. */
  ofClasses: Uint8Array;
  middle: number;
};

/** @param classes numbers of classes are below this */
export function wantedLines(
  classes: number,
  isWanted: (number: number) => boolean,
  ofEveryOwner: boolean,
): WantedLines {
  const ofClasses = new Uint8Array(2 * classes);
  for (let number = 1; number < classes; number++) {
    if (!isWanted(number)) continue;
    ofClasses[classes + number] = 1;
    if (ofEveryOwner) ofClasses[classes - number] = 1;
  }
  return { ofClasses, middle: classes };
}

/** The lines whose class meets the whole filter: of each transaction, or of each of its owners. */
export function linesMeeting(classes: FacetClasses, filter: FilingFilter, ofEveryOwner = false): WantedLines {
  const failures = failuresOf(classes, filter);
  return wantedLines(classes.length, (number) => failures[number] === MEETS_ALL, ofEveryOwner);
}
