import type { Rectangle } from "@/paper/words/box";
import { asMatrix, asNumbers, IDENTITY, type Matrix, multiply, transform } from "./matrix";
import type { Operators } from "./operators";
import { pathShapes } from "./path-shapes";

/**
 * A letter on the page: points from the page's top left corner, with `y` at its baseline. `isCut` if it touches the right edge of
 * what the page shows, so that letters after it may be lost.
 */
export type Glyph = { text: string; x: number; width: number; y: number; size: number; isCut: boolean };

/** A small drawing, such as a checkbox. `isOblique` if it has a diagonal stroke, like a tick or a cross. */
export type Shape = Rectangle & { isOblique: boolean };

/**
 * An image on the page: the library's name for it, or its content. `matrix` maps the unit square, with the first row of the image
 * at its top, onto the page.
 */
export type Picture = Rectangle & { source: unknown; matrix: Matrix };

/** What a page draws. Rulings are thin boxes: the lines of a table and of a form, and underlines. */
export type PageDrawing = {
  number: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  rulings: Rectangle[];
  shapes: Shape[];
  pictures: Picture[];
  /** Letters that are not shown: the text that a scanner's software puts under an image. */
  hiddenGlyphs: number;
};

type GraphicsState = {
  matrix: Matrix;
  lineWidth: number;
  fill: string;
  stroke: string;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  font: string;
  fontSize: number;
  isHidden: boolean;
  /** The right edge of what is shown. */
  shownTo: number;
};

type Page = { number: number; width: number; height: number; base: Matrix };

/**
 * Follows a page's operators and records where everything is. Letters that do not run from left to right are left out.
 * `fontScale` gives the width of a font's unit, relative to its size.
 */
export function pageDrawing(
  page: Page,
  operations: { fnArray: number[]; argsArray: unknown[] },
  operators: Operators,
  fontScale: (font: string) => number,
): PageDrawing {
  const drawing: PageDrawing = {
    number: page.number,
    width: page.width,
    height: page.height,
    glyphs: [],
    rulings: [],
    shapes: [],
    pictures: [],
    hiddenGlyphs: 0,
  };
  let state: GraphicsState = {
    matrix: page.base,
    lineWidth: 1,
    fill: "#000000",
    stroke: "#000000",
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    font: "",
    fontSize: 0,
    isHidden: false,
    shownTo: page.width,
  };
  let isClipping = false;
  const saved: GraphicsState[] = [];
  let text: { matrix: Matrix; x: number; y: number; lineX: number; lineY: number } = startOfText(IDENTITY);

  const save = () => saved.push({ ...state });
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const enter = (inner: Matrix | null) => {
    save();
    if (inner) state.matrix = multiply(state.matrix, inner);
  };
  const moveText = (x: number, y: number) => {
    text.x = text.lineX += x;
    text.y = text.lineY += y;
  };
  const strokes: ReadonlySet<number> = new Set([
    operators.stroke,
    operators.closeStroke,
    operators.fillStroke,
    operators.eoFillStroke,
    operators.closeFillStroke,
    operators.closeEOFillStroke,
  ]);
  const fills: ReadonlySet<number> = new Set([
    operators.fill,
    operators.eoFill,
    operators.fillStroke,
    operators.eoFillStroke,
    operators.closeFillStroke,
    operators.closeEOFillStroke,
  ]);

  for (const [index, operator] of operations.fnArray.entries()) {
    const given = operations.argsArray[index];
    const args: unknown[] = Array.isArray(given) ? given : [];
    const [first, second] = args;
    const number = typeof first === "number" ? first : 0;
    switch (operator) {
      case operators.save:
        save();
        break;
      case operators.restore:
      case operators.paintFormXObjectEnd:
      case operators.endGroup:
      case operators.endAnnotation:
        restore();
        break;
      case operators.transform:
        state.matrix = multiply(state.matrix, asMatrix(args) ?? IDENTITY);
        break;
      case operators.paintFormXObjectBegin:
        enter(asMatrix(first));
        break;
      case operators.beginGroup:
        enter(asMatrix((first as { matrix?: unknown } | null)?.matrix));
        break;
      case operators.beginAnnotation: {
        save();
        const placed = multiply(asMatrix(args[2]) ?? IDENTITY, asMatrix(args[3]) ?? IDENTITY);
        state.matrix = multiply(page.base, placed);
        break;
      }
      case operators.setLineWidth:
        state.lineWidth = number;
        break;
      case operators.setGState:
        for (const [name, value] of Array.isArray(first) ? (first as [string, unknown][]) : []) {
          if (name === "LW" && typeof value === "number") state.lineWidth = value;
          if (name === "Font" && Array.isArray(value)) setFont(value[0], value[1]);
        }
        break;
      case operators.setFillRGBColor:
        state.fill = colour(args);
        break;
      case operators.setStrokeRGBColor:
        state.stroke = colour(args);
        break;
      case operators.beginText:
        text = startOfText(IDENTITY);
        break;
      case operators.setTextMatrix:
        text = startOfText(asMatrix(first) ?? asMatrix(args) ?? IDENTITY);
        break;
      case operators.setCharSpacing:
        state.charSpacing = number;
        break;
      case operators.setWordSpacing:
        state.wordSpacing = number;
        break;
      case operators.setHScale:
        state.scale = number / 100;
        break;
      case operators.setLeading:
        state.leading = -number;
        break;
      case operators.setTextRise:
        state.rise = number;
        break;
      case operators.setTextRenderingMode:
        state.isHidden = number === 3 || number === 7;
        break;
      case operators.setFont:
        setFont(first, second);
        break;
      case operators.moveText:
        moveText(number, typeof second === "number" ? second : 0);
        break;
      case operators.setLeadingMoveText:
        state.leading = typeof second === "number" ? second : 0;
        moveText(number, state.leading);
        break;
      case operators.nextLine:
        moveText(0, state.leading);
        break;
      case operators.showText:
        showText(Array.isArray(first) ? first : []);
        break;
      case operators.clip:
      case operators.eoClip:
        isClipping = true;
        break;
      case operators.constructPath:
        addPath(number, args[1]);
        if (isClipping) clipTo(args[2]);
        isClipping = false;
        break;
      case operators.paintImageXObject:
      case operators.paintInlineImageXObject:
      case operators.paintImageMaskXObject:
        drawing.pictures.push({ ...unitSquare(state.matrix), source: first, matrix: state.matrix });
        break;
    }
  }
  return drawing;

  function setFont(name: unknown, size: unknown): void {
    state.font = typeof name === "string" ? name : "";
    state.fontSize = typeof size === "number" ? size : 0;
  }

  function clipTo(bounds: unknown): void {
    const [left, top, right, bottom] = asNumbers(bounds);
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) return;
    const corners = [left, right].flatMap((x) => [top, bottom].map((y) => transform(state.matrix, x, y).x));
    state.shownTo = Math.min(state.shownTo, Math.max(...corners));
  }

  function addPath(operator: number, data: unknown): void {
    const isStroked = strokes.has(operator) && state.stroke !== WHITE;
    const isFilled = fills.has(operator) && state.fill !== WHITE;
    // A tick is often drawn in white on a dark box, so colour says nothing about small shapes.
    const { rulings, shapes } = pathShapes(Array.isArray(data) ? data[0] : null, state.matrix, {
      lineWidth: state.lineWidth,
      isStroked: strokes.has(operator),
      isFilled: fills.has(operator),
    });
    if (isStroked || isFilled) drawing.rulings.push(...rulings);
    if (strokes.has(operator) || fills.has(operator)) drawing.shapes.push(...shapes);
  }

  function showText(items: unknown[]): void {
    const placed = multiply(state.matrix, text.matrix);
    const unit = state.fontSize * fontScale(state.font);
    const size = Math.abs(state.fontSize) * Math.hypot(placed[2], placed[3]);
    for (const item of items) {
      if (typeof item === "number") {
        text.x -= ((item * state.fontSize) / 1000) * state.scale;
        continue;
      }
      const glyph = item as { unicode?: string; width?: number; isSpace?: boolean } | null;
      if (glyph === null) continue;
      const width = (glyph.width ?? 0) * unit;
      const from = transform(placed, text.x, text.y + state.rise);
      const to = transform(placed, text.x + width * state.scale, text.y + state.rise);
      text.x += (width + state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.scale;
      const letter = readable(glyph.unicode ?? "");
      if (letter === "") continue;
      if (state.isHidden) drawing.hiddenGlyphs += 1;
      else if (isLevel(from, to) && isOnPage(from, page) && size > 0.5 && size < page.height) {
        // The next letter, or the space before it, would begin beyond the edge.
        const isCut = to.x > state.shownTo - 0.3 * size;
        drawing.glyphs.push({ text: letter, x: from.x, width: to.x - from.x, y: from.y, size, isCut });
      }
    }
  }
}

const WHITE = "#ffffff";

const startOfText = (matrix: Matrix) => ({ matrix, x: 0, y: 0, lineX: 0, lineY: 0 });

const isLevel = (from: { x: number; y: number }, to: { x: number; y: number }) =>
  to.x >= from.x && Math.abs(to.y - from.y) <= 0.05 * (to.x - from.x) + 0.01;

const isOnPage = ({ x, y }: { x: number; y: number }, { width, height }: Page) =>
  x >= 0 && x <= width && y >= 0 && y <= height;

function colour(args: unknown[]): string {
  const [first] = args;
  if (typeof first === "string") return first.toLowerCase();
  const numbers = asNumbers(args);
  return numbers.length === 3 ? `#${numbers.map((part) => part.toString(16).padStart(2, "0")).join("")}` : "";
}

function unitSquare(matrix: Matrix): Rectangle {
  const corners = [transform(matrix, 0, 0), transform(matrix, 1, 0), transform(matrix, 0, 1), transform(matrix, 1, 1)];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** A placeholder for a letter without a meaning, so that a reader sees that there was one. */
const UNKNOWN_LETTER = "\uFFFD";

function readable(unicode: string): string {
  const text = unicode.replace(/[\p{Cc}\p{Cf}]/gu, "").replace(/[\u00A0\u2000-\u200A\u202F]/g, " ");
  return text
    .replace(/[\uE000-\uF8FF]/g, UNKNOWN_LETTER)
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"));
}
