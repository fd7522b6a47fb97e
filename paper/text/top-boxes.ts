import type { PrintedBox, Told } from "@/paper/printed-form";
import type { SourceLine } from "./source-lines";

export type TopBoxes = { exitBox: Told<PrintedBox>; planBox: Told<PrintedBox> | "absent" };

const SENTENCES = {
  exitBox: [/Check this box if no longer/i, /Instruction\s+1\(b\)/i],
  planBox: [/Check this box to indicate/i, /Instruction\s+10\b/i],
} as const;

/**
 * The two boxes above box 1 of text that prints an X in them, in columns: an X stands left of its sentence, on one of its lines. Where an X stands
 * beside neither, both are untold.
 */
export function topBoxes(lines: SourceLine[]): TopBoxes {
  const end = lines.findIndex(({ text }) => /1\.\s*Name and Address of Reporting/i.test(text));
  const top = lines.slice(0, Math.max(0, end));
  const ranges = { exitBox: rangeOf(top, SENTENCES.exitBox), planBox: rangeOf(top, SENTENCES.planBox) };
  const xs = top.flatMap((line, index) => {
    const found = /^\s*X(?=\s{2,}|$)/.exec(line.text);
    return found ? [{ line, index, to: found[0].length }] : [];
  });
  const within = (range: { from: number; to: number } | null) =>
    xs.filter(({ index }) => range && index >= range.from && index <= range.to);
  const [exits, plans] = [within(ranges.exitBox), within(ranges.planBox)];
  const isTold = exits.length + plans.length === xs.length && exits.length < 2 && plans.length < 2;
  const box = (own: typeof xs): PrintedBox => ({
    ticked: own.length > 0,
    places: own.map(({ line, to }) => ({ page: line.page, line: line.line, from: to - 1, to })),
  });
  return {
    exitBox: isTold && ranges.exitBox ? box(exits) : null,
    planBox: ranges.planBox === null ? "absent" : isTold ? box(plans) : null,
  };
}

/** The lines of a sentence, from its first words to its last. */
function rangeOf(lines: SourceLine[], [first, last]: readonly [RegExp, RegExp]): { from: number; to: number } | null {
  const from = lines.findIndex(({ text }) => first.test(text));
  if (from === -1) return null;
  const to = lines.findIndex(({ text }, index) => index >= from && last.test(text));
  return { from, to: to === -1 ? from : to };
}
