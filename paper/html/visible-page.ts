import { type ChildNode, type Document, type Element, isTag, isText } from "domhandler";
import { textContent } from "domutils";
import { type MarkReader, markReader } from "./footnote-mark";
import { isCell } from "./parse-page";
import { cellsOf, tableRows } from "./table-grid";

/** A run of visible text within one line: one text of the page, with its spaces collapsed. */
export type Chunk = {
  /** Its index among the chunks of the page. */
  index: number;
  text: string;
  line: number;
  from: number;
  /** True if a space, or the end of a line or cell, separates it from the previous chunk. */
  isApart: boolean;
  /** The footnote marks, if it consists only of marks. */
  marks: string[] | null;
  node: ChildNode;
};

/** A page as it is seen: its lines, and the part of them that each element is. */
export type VisiblePage = {
  lines: string[];
  /** In the order of the page. */
  chunks: Chunk[];
  chunksOf: (element: Element) => Chunk[];
  /** The indexes of an element's chunks: the first one, and the one after the last. */
  spanOf: (element: Element) => Span;
};

type Span = [start: number, end: number];

const HIDDEN = new Set([
  "head",
  "script",
  "style",
  "noscript",
  "template",
  "title",
  "button",
  "select",
  "iframe",
  "svg",
]);
const BLOCKS = new Set(
  "address article aside blockquote body dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table ul".split(
    " ",
  ),
);

/** Rows with so many cells are rows of data. They stay on one line, as a reader sees them. */
const FEWEST_COLUMNS = 4;
const MOST_COLUMNS = 64;

/** Lays out a page in lines: a table row is one line, and cells that contain tables or paragraphs go below each other. */
export function visiblePage(page: Document): VisiblePage {
  const layout = new Layout(markReader(page));
  layout.walk(page.children, false);
  const { chunks, spans } = layout;
  const spanOf = (element: Element): Span => spans.get(element) ?? [0, 0];
  return {
    lines: layout.finishedLines(),
    chunks,
    chunksOf: (element) => chunks.slice(...spanOf(element)),
    spanOf,
  };
}

class Layout {
  readonly chunks: Chunk[] = [];
  readonly spans = new Map<Element, Span>();
  private readonly lines: string[] = [];
  private line = "";
  private isSpaceDue = false;
  private isBreakDue = false;

  constructor(private readonly readMarks: MarkReader) {}

  finishedLines(): string[] {
    this.breakLine();
    return this.lines;
  }

  /** `inRow` is true within a row that stays on one line. */
  walk(nodes: ChildNode[], inRow: boolean) {
    for (const node of nodes) {
      if (isText(node)) this.write(node, node.data, this.readMarks(node));
      else if (isTag(node) && !isHidden(node)) this.element(node, inRow);
    }
  }

  private element(element: Element, inRow: boolean) {
    const start = this.chunks.length;
    if (element.name === "tr") this.row(element);
    else if (element.name === "br") this.lineEnd(inRow);
    else if (element.name === "input") this.input(element);
    else if (drawnBox(element)) this.box(element, drawnBox(element) === "x");
    else if (isCell(element)) this.block(element, false);
    else if (BLOCKS.has(element.name)) this.block(element, inRow);
    else this.walk(element.children, inRow);
    this.spans.set(element, [start, this.chunks.length]);
  }

  private block(element: Element, inRow: boolean) {
    this.lineEnd(inRow);
    this.walk(element.children, inRow);
    this.lineEnd(inRow);
  }

  private row(row: Element) {
    this.breakLine();
    const cells = cellsOf(row);
    const isLine = cells.length > 1 && cells.length <= MOST_COLUMNS && !cells.some(hasTable);
    const isData = cells.length >= FEWEST_COLUMNS;
    let isFirst = true;
    for (const node of row.children) {
      if (!isLine || !isTag(node) || !isCell(node)) {
        this.walk([node], false);
        continue;
      }
      if (!isFirst) this.part(isData ? " | " : "   ");
      isFirst = false;
      const start = this.chunks.length;
      this.isBreakDue = true;
      this.walk(node.children, isData && !isAddress(node));
      this.spans.set(node, [start, this.chunks.length]);
    }
    this.breakLine();
  }

  private input(input: Element) {
    const { type = "", checked } = input.attribs;
    if (/^(?:checkbox|radio)$/i.test(type)) this.box(input, checked !== undefined);
  }

  /** A box, as it is shown on the screen. */
  private box(element: Element, isTicked: boolean) {
    this.write(element, isTicked ? " ☒ " : " ☐ ", null);
  }

  private write(node: ChildNode, data: string, marks: string[] | null) {
    const text = data.replace(/\s+/g, " ").trim();
    if (/^\s/.test(data)) this.isSpaceDue = true;
    if (text === "") return;
    if (this.isSpaceDue && this.line !== "" && !this.line.endsWith(" ")) this.line += " ";
    const isApart = this.isSpaceDue || this.isBreakDue || this.line === "";
    this.chunks.push({
      index: this.chunks.length,
      text,
      line: this.lines.length + 1,
      from: this.line.length,
      isApart,
      marks,
      node,
    });
    this.line += text;
    this.isSpaceDue = /\s$/.test(data);
    this.isBreakDue = false;
  }

  private part(separator: string) {
    if (this.line !== "" || separator.trim() !== "") this.line = this.line.trimEnd() + separator;
    this.isSpaceDue = false;
  }

  private lineEnd(inRow: boolean) {
    if (inRow) this.isSpaceDue = true;
    else this.breakLine();
  }

  private breakLine() {
    const line = this.line.trimEnd();
    if (/[^|\s]/.test(line)) this.lines.push(line);
    this.line = "";
    this.isSpaceDue = false;
    this.isBreakDue = true;
  }
}

const hasTable = (cell: Element): boolean =>
  cell.children.some(
    (node) => isTag(node) && !drawnBox(node) && (node.name === "table" || node.name === "hr" || hasTable(node)),
  );

/** A box drawn as a table with a border and one cell that is empty or contains an X. */
function drawnBox(element: Element): "x" | "empty" | null {
  if (element.name !== "table" || !/^[1-9]/.test(element.attribs.border ?? "")) return null;
  const cells = tableRows(element).flatMap(cellsOf);
  const [cell] = cells;
  if (!cell || cells.length > 1 || hasTable(cell)) return null;
  const text = textContent(cell).trim();
  if (text === "") return "empty";
  return /^x$/i.test(text) ? "x" : null;
}

/** A cell of several lines, such as a name and address. */
const isAddress = (cell: Element) => cell.children.filter((node) => isTag(node) && node.name === "br").length > 1;

const isHidden = ({ name, attribs }: Element) =>
  HIDDEN.has(name) || attribs.hidden !== undefined || /display:\s*none/i.test(attribs.style ?? "");
