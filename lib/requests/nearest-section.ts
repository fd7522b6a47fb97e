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

/** How many letters have to be inserted, removed or replaced to turn one text into the other. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let index = 0; index < other.length; index++) {
      next.push(
        Math.min(
          (row[index] ?? 0) + Number(letter !== other[index]),
          (row[index + 1] ?? 0) + 1,
          (next[index] ?? 0) + 1,
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? one.length;
}
