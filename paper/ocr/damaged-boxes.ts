import type { Place, PrintedBox, PrintedCell, PrintedForm, Told } from "@/paper/form/printed-form";
import { type UnderscoredRelationships, underscoredRelationships } from "@/paper/reading/underscored-boxes";
import type { SourceLine } from "@/paper/words/source-lines";
import { cellsOfLine } from "./cells-of-line";
import type { CellSpan } from "./ocr-cell";
import { plain } from "./ocr-cell";

/** Boxes 1 to 6 of a damaged page. Box 1 is read only where its headings separate the values. */
export type DamagedBoxes = Pick<
  PrintedForm,
  "issuerName" | "tradingSymbol" | "periodOfReport" | "dateOfOriginal" | "isJoint"
> & {
  owner: { name: Told<PrintedCell>; street: Told<PrintedCell>; cityLine: Told<PrintedCell> };
  relationships: UnderscoredRelationships;
  officerTitle: Told<PrintedCell>;
};

const DATE_AT_END = /([\dlIOoSZBbg|]{1,2}\/[\dlIOoSZBbg|]{1,2}\/[\dlIOoSZBbg|]{4})\s*$/;
const DAMAGED_HEADING =
  "The heading beside it is damaged, and letters of the name may be missing or belong to the heading.";

/** Reads the boxes above Table I from the cells of their lines. */
export function damagedBoxes(lines: SourceLine[]): DamagedBoxes {
  const rows = lines.map(
    ({ text, page, line }) =>
      cellsOfLine(text, page, line) ?? [{ line: text, page, number: line, from: 0, to: text.length }],
  );
  const spans = rows.flat();
  const after = (pattern: RegExp) => firstOf(spans, (span) => behind(span, pattern));
  const rowWith = (pattern: RegExp) => rows.find((cells) => pattern.test(plain(textOf(cells[0])))) ?? [];

  const issuer = after(/Issuer Name and Ticker or Trading Symbol/i);
  const isClean = issuer !== null;
  const first = rows.find((cells) => cells.some((span) => /Relationship of Reporting/i.test(textOf(span)))) ?? [];
  const shown = issuer ?? (isClean ? null : damagedIssuer(first));
  const { issuerName, tradingSymbol } = issuerParts(shown, isClean);
  const event =
    firstOf(rowWith(/\(Last\)/), dateAtEnd) ??
    firstOf(spans.filter(isHeaded(/Date of E|Event Requiring|Fiscal Year/i)), dateAtEnd);
  const original =
    firstOf(rowWith(/\(Street\)/), dateAtEnd) ?? firstOf(spans.filter(isHeaded(/If Amendment/i)), dateAtEnd);
  const hasOriginalHeading = spans.some((span) => /If Amendment, Date/i.test(textOf(span)));
  const relationships = underscoredRelationships(
    spans.map((span) => ({ text: textOf(span), page: span.page, line: span.number, from: span.from })),
  );
  return {
    issuerName,
    tradingSymbol,
    periodOfReport: event,
    dateOfOriginal: original ?? (hasOriginalHeading ? { text: "", marks: [], places: [] } : null),
    isJoint: jointIn(spans),
    owner: ownerOf(after, first),
    relationships,
    officerTitle: firstOf(spans, titleIn),
  };
}

const isHeaded = (heading: RegExp) => (span: CellSpan) => heading.test(textOf(span));
const textOf = (span: CellSpan | undefined) => (span ? span.line.slice(span.from, span.to) : "");

function firstOf<Found>(spans: CellSpan[], read: (span: CellSpan) => Found | null): Found | null {
  for (const span of spans) {
    const found = read(span);
    if (found !== null) return found;
  }
  return null;
}

function cellAt(span: CellSpan, from: number, to: number, doubt?: string): PrintedCell | null {
  const raw = span.line.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const text = plain(raw);
  if (text === "") return null;
  const place: Place = { page: span.page, line: span.number, from: start, to: start + raw.trim().length };
  return { text, marks: [], places: [place], ...(doubt ? { doubt } : {}) };
}

/** The text after a heading in its cell. */
function behind(span: CellSpan, heading: RegExp): PrintedCell | null {
  const found = heading.exec(textOf(span));
  return found ? cellAt(span, span.from + found.index + found[0].length, span.to) : null;
}

function dateAtEnd(span: CellSpan): PrintedCell | null {
  const raw = textOf(span).trimEnd();
  const found = DATE_AT_END.exec(raw);
  return found ? cellAt(span, span.from + found.index, span.from + raw.length) : null;
}

/** A title follows box 5, if no other box has run into it. */
function titleIn(span: CellSpan): PrintedCell | null {
  const title = behind(span, /Other \(specify below\)/i);
  return title && !/Form filed|Applicable Line|Individual or|\(specify|below\)/i.test(title.text) ? title : null;
}

/** If the heading of box 2 is lost, the issuer is the text between box 1 and box 5. */
function damagedIssuer(cells: CellSpan[]): PrintedCell | null {
  const between = cells
    .slice(
      1,
      cells.findIndex((span) => /Relationship of Reporting/i.test(textOf(span))),
    )
    .filter((span) => plain(textOf(span)) !== "");
  const [only] = between;
  return only && between.length === 1 ? cellAt(only, only.from, only.to, DAMAGED_HEADING) : null;
}

function issuerParts(cell: Told<PrintedCell>, isClean: boolean): Pick<PrintedForm, "issuerName" | "tradingSymbol"> {
  if (!cell) return { issuerName: null, tradingSymbol: null };
  const { doubt, ...sure } = cell;
  const whole = cell.text.replace(/\s+\d?[2-4]a\.\s*Foreign Trading Symbol.*$/i, "");
  const found = /^(.*?)\s*\[\s*([^\]]*?)\s*\]$/.exec(whole);
  // A bracket does not close: the text includes the symbol, but nothing shows where the symbol begins.
  if (!found && /[[({]/.test(whole)) return { issuerName: null, tradingSymbol: null };
  const name = { ...cell, text: found?.[1] ?? whole };
  return { issuerName: name, tradingSymbol: found ? { ...(isClean ? cell : sure), text: found[2] ?? "" } : null };
}

/** Box 1, if its headings separate name, street and city. */
function ownerOf(after: (pattern: RegExp) => PrintedCell | null, first: CellSpan[]): DamagedBoxes["owner"] {
  const name = after(/Name and Address of Reporting Person\s*\*?/i);
  if (name) {
    // If the captions below it were not recognised, the street has run into it.
    const isName = !/[([{]|\d{3}/.test(name.text);
    return {
      name: isName ? name : null,
      street: after(/\(Last\)\s*\(First\)\s*\(Middle\)/i),
      cityLine: after(/^\s*\(Street\)/i),
    };
  }
  const [cell] = first;
  const damaged = /^(.*\S)\s+Symbol\s*$/.exec(textOf(cell).trimEnd());
  const isHeading = /Name and Addre/i.test(damaged?.[1] ?? "");
  return {
    name: cell && damaged?.[1] && !isHeading ? cellAt(cell, cell.from, cell.from + damaged[1].length) : null,
    street: null,
    cityLine: null,
  };
}

/** Which of the two lines of box 6 has the X before it; null unless exactly one has. */
function jointIn(spans: CellSpan[]): Told<PrintedBox> {
  return firstOf(spans, (span) => {
    const found =
      /(_*[XxХ]_+|_+[XxХ]_*)?\s*_*\s*Form filed by One.*?(_*[XxХ]_+|_+[XxХ]_*)?\s*_*\s*Form filed by More/i.exec(
        textOf(span),
      );
    if (!found || (found[1] === undefined) === (found[2] === undefined)) return null;
    const from = span.from + found.index;
    return {
      ticked: found[2] !== undefined,
      places: [{ page: span.page, line: span.number, from, to: from + found[0].length }],
    };
  });
}
