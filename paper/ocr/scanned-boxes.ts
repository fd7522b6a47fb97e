import type { PrintedBox, PrintedCell, PrintedForm, Told } from "@/paper/form/printed-form";
import { type UnderscoredRelationships, underscoredRelationships } from "@/paper/reading/underscored-boxes";
import { letters } from "@/paper/words/ocr/nearly";
import type { SourceLine } from "@/paper/words/source-lines";

const ONCE = "Read by OCR in one place only: compare it with the page.";
const DATE = /(?<![\d/])\d{2}\/\d{2}\/\d{4}(?![\d/])/g;

export type ScannedBoxes = Pick<PrintedForm, "issuerName" | "tradingSymbol" | "periodOfReport" | "isJoint"> & {
  relationships: UnderscoredRelationships;
};

/** Boxes 1 to 6, as far as the plain text of a scan shows them. `owner` is the name on the page of owners. */
export function scannedBoxes(top: SourceLine[], owner: string | null, saidDates: ReadonlySet<string>): ScannedBoxes {
  return {
    ...issuer(top, owner),
    periodOfReport: period(top, saidDates),
    isJoint: joint(top),
    relationships: relationships(top),
  };
}

/** The issuer comes before its symbol in brackets, after the owner's name. */
function issuer(top: SourceLine[], owner: string | null): Pick<ScannedBoxes, "issuerName" | "tradingSymbol"> {
  for (const { text, page, line } of top) {
    const symbol = /\[\s*([A-Z][A-Z0-9.]{0,5}(?:,\s?[A-Z.]{1,6})*)\s*\]/.exec(text);
    if (!symbol) continue;
    const cell = (from: number, to: number, part: string): PrintedCell => ({
      text: part,
      marks: [],
      places: [{ page, line, from, to }],
      doubt: ONCE,
    });
    const tradingSymbol = cell(symbol.index, symbol.index + symbol[0].length, symbol[1] ?? "");
    const from = owner !== null && text.trimStart().startsWith(owner) ? text.indexOf(owner) + owner.length : null;
    const name =
      from === null
        ? ""
        : text
            .slice(from, symbol.index)
            .replace(/^.*\(Month\/Day\/Year\)/, "")
            .replace(/^[\s:;,.~|*_-]+/, "")
            .trim();
    return {
      tradingSymbol,
      issuerName: letters(name).length > 2 ? cell(text.indexOf(name), symbol.index, name) : null,
    };
  }
  return { issuerName: null, tradingSymbol: null };
}

/** The date below its heading; certain if the form has the same date elsewhere. */
function period(top: SourceLine[], said: ReadonlySet<string>): Told<PrintedCell> {
  const from = top.findIndex(({ text }) =>
    /Date of Ear|Earliest Tran|Date of Event|Event Requiring|Fiscal Year/i.test(text),
  );
  const to = top.findIndex(({ text }, index) => index > from && /Amendment|Original Filed/i.test(text));
  if (from < 0) return null;
  const found = top.slice(from, to < 0 ? from + 4 : to).flatMap(({ text, page, line }) =>
    [...text.matchAll(DATE)].map(
      (match): PrintedCell => ({
        text: match[0],
        marks: [],
        places: [{ page, line, from: match.index, to: match.index + match[0].length }],
      }),
    ),
  );
  const [only] = found;
  if (!only || found.length > 1) return null;
  return said.has(only.text) ? only : { ...only, doubt: ONCE };
}

/** Read only if all four labels are whole and have their signs before them. A label that lost its underscores shows nothing. */
function relationships(top: SourceLine[]): UnderscoredRelationships {
  const found = underscoredRelationships(top);
  const boxes = Object.values(found);
  return boxes.every((box) => box !== null) && boxes.some((box) => box?.ticked)
    ? found
    : { isDirector: null, isTenPercentOwner: null, isOfficer: null, isOther: null };
}

function joint(top: SourceLine[]): Told<PrintedBox> {
  const lineOf = (label: RegExp) => top.find(({ text }) => label.test(text));
  const one = lineOf(/Form filed by One/i);
  const more = lineOf(/Form filed by More/i);
  const isTicked = (line: SourceLine | undefined) =>
    line !== undefined && /[_.-]\s?[Xx]\s?[_.-]*\s*Form filed/i.test(line.text);
  const isOpen = (line: SourceLine | undefined) => line !== undefined && /(__+|—|-{2,})\s*Form filed/i.test(line.text);
  if (!((isTicked(one) && isOpen(more)) || (isTicked(more) && isOpen(one)))) return null;
  return { ticked: isTicked(more), places: [] };
}
