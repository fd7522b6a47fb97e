import type { PrintedBox, PrintedOwner, Told } from "@/paper/printed-form";
import type { SourceLine } from "./source-lines";

type Word = { text: string; from: number; to: number; page: number; line: number; index: number };
type Name = "isDirector" | "isTenPercentOwner" | "isOfficer" | "isOther" | "one" | "more";

const LABELS: [Name, RegExp][] = [
  ["isDirector", /\bDirector\b/],
  ["isTenPercentOwner", /\b10% Owner\b/],
  ["isOfficer", /\bOfficer \(give/],
  ["isOther", /\bOther \(specify/],
  ["one", /\bForm filed by One/i],
  ["more", /\bForm filed by More/i],
];

export type XBoxes = Pick<PrintedOwner, "isDirector" | "isTenPercentOwner" | "isOfficer" | "isOther"> & {
  isJoint: Told<PrintedBox>;
};

/**
 * The boxes of text that prints an X in them, before their labels, as EDGAR's viewer does: an X belongs to the label at its right, on its line
 * or, where the label goes on with `below)`, between the two. Null where an X could belong to none or several: then no box is told.
 */
export function xBoxes(lines: SourceLine[]): XBoxes | null {
  const found = new Map<Name, Word>();
  lines.forEach((line, index) => {
    for (const [name, pattern] of LABELS) {
      const label = pattern.exec(line.text);
      if (label && !found.has(name)) found.set(name, word(line, index, label.index, label[0]));
    }
  });
  if (found.size < LABELS.length) return null;
  const ticked = new Map<Name, Word>();
  const firstLine = Math.min(...[...found.values()].map(({ index }) => index)) - 1;
  for (const [index, line] of lines.entries()) {
    if (index < firstLine) continue;
    for (const x of line.text.matchAll(/(?<=^|\s)X(?=\s|$)/g)) {
      const own = word(line, index, x.index, "X");
      const names = LABELS.flatMap(([name]) => {
        const label = found.get(name);
        return label && isBefore(own, label, name, line.text) ? [name] : [];
      });
      const [name] = names;
      if (names.length !== 1 || !name || ticked.has(name)) return null;
      ticked.set(name, own);
    }
  }
  const box = (name: Name): PrintedBox => {
    const places = [ticked.get(name), found.get(name)].flatMap((one) =>
      one ? [{ page: one.page, line: one.line, from: one.from, to: one.to }] : [],
    );
    return { ticked: ticked.has(name), places };
  };
  return {
    isDirector: box("isDirector"),
    isTenPercentOwner: box("isTenPercentOwner"),
    isOfficer: box("isOfficer"),
    isOther: box("isOther"),
    isJoint: ticked.has("one") === ticked.has("more") ? null : box("more"),
  };
}

const word = ({ page, line }: SourceLine, index: number, from: number, text: string): Word => ({
  text,
  from,
  to: from + text.length,
  page,
  line,
  index,
});

/** True where the label, or its second line, is what stands next at the right of the X. */
function isBefore(x: Word, label: Word, name: Name, line: string): boolean {
  const gap = label.from - x.to;
  if (gap < 0 || gap > 12) return false;
  if (x.index === label.index) return line.slice(x.to, label.from).trim() === "";
  const hasSecondLine = name !== "isDirector" && name !== "isTenPercentOwner" && name !== "one";
  const next = line.slice(x.to).trimStart();
  return (
    hasSecondLine &&
    x.index === label.index + 1 &&
    (next === "" || /^(below\)|Person)/.test(next) || /^\s{6,}/.test(line.slice(x.to)))
  );
}
