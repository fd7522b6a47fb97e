import { asMatrix, IDENTITY, type Matrix, multiply } from "./matrix";
import type { Operators } from "./operators";
import { type PageDrawing, pageDrawing } from "./page-drawing";
import type { PageOperators } from "./pdf-pages";

/** What a page draws, upright: a page whose text runs up or down is rotated. */
export function readPageDrawing(page: PageOperators, operators: Operators): PageDrawing {
  const { number, width, height } = page;
  const base = asMatrix(page.transform) ?? IDENTITY;
  const draw = (base: Matrix, width: number, height: number) =>
    pageDrawing({ number, width, height, base }, page, operators, (font) => page.fontUnits[font] ?? 0.001);
  const upright = draw(base, width, height);
  if (upright.glyphs.length > 0 || upright.hiddenGlyphs > 0) return upright;
  // A form is wide, and some programs print it sideways on an upright page.
  const turns: Matrix[] = [
    [0, -1, 1, 0, 0, width],
    [0, 1, -1, 0, height, 0],
  ];
  return (
    turns.map((turn) => draw(multiply(turn, base), height, width)).find(({ glyphs }) => glyphs.length > 0) ?? upright
  );
}
