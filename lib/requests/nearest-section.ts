import { editDistance } from "@/lib/values/likeness";

/** Letters that may be wrong, missing or too many, for one of four that are right. */
const MOST_WRONG = 1 / 4;

const partsOf = (path: string) => path.split("/").length;

/** The section whose address is most like a path; null if none is. */
export function nearestSection(path: string, sections: readonly string[]): string | null {
  const lower = path.toLowerCase();
  const [nearest] = sections
    .map((section) => ({ section, wrong: editDistance(lower, section) / section.length }))
    .filter(({ section, wrong }) => partsOf(section) === partsOf(path) && wrong > 0 && wrong <= MOST_WRONG)
    .sort((a, b) => a.wrong - b.wrong);
  return nearest?.section ?? null;
}
