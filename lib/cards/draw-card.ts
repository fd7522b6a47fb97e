import { CARD_SIZE, type Card, type CardRows, MOST_ROWS } from "./card";
import { COLOURS } from "./card-colours";
import { drawWalk } from "./draw-walk";
import { fitText, type Measure } from "./fit-text";
import { drawLetter, drawLine, drawMark, drawText } from "./shapes";

const LEFT = 64;
const RIGHT = CARD_SIZE.width - LEFT;
const WIDTH = RIGHT - LEFT;
/** The line above the legend. */
const FLOOR = 555;
const GAP = 20;

/** Headlines in the largest size in which they fit: the lines, and the height of one. */
const HEADLINES = [
  { size: 50, lines: 3 },
  { size: 40, lines: 4 },
];

function headlineOf(text: string, measure: Measure) {
  const [large, small] = HEADLINES.map(({ size, lines }) => {
    const room = { font: "heading", size, width: WIDTH, lines } as const;
    return {
      size,
      lines: fitText(text, room, measure),
      isCut: fitText(text, { ...room, lines: 99 }, measure).length > lines,
    };
  });
  if (!large || !small) throw new Error("There are two sizes.");
  return large.isCut ? small : large;
}

/** The height of a row: the larger one if there is room for all rows. */
const ROWS = { large: 52, small: 42 };

/**
 * A card as SVG, in the fonts of `scripts/cut-fonts.ts`.
 * @param footing what the record is, and its day
 */
export function drawCard(card: Card, footing: string, measure: Measure): string {
  const headline = headlineOf(card.headline, measure);
  const headlineTop = 92 + headline.size * 0.96;
  const parts = [eyebrow(card, measure)];
  headline.lines.forEach((line, index) => {
    const y = headlineTop + index * headline.size * 1.14;
    parts.push(drawText(LEFT - 1, y, line, { font: "heading", size: headline.size }));
  });
  let y = headlineTop + (headline.lines.length - 1) * headline.size * 1.14;
  if (card.sentence !== null) {
    const lines = fitText(card.sentence, { font: "text", size: 27, width: WIDTH, lines: 3 }, measure);
    lines.forEach((line, index) => {
      parts.push(drawText(LEFT, y + 50 + index * 37, line, { size: 27, fill: COLOURS.ink2 }));
    });
    y += 50 + (lines.length - 1) * 37;
  }
  if (card.body?.kind === "walk")
    parts.push(
      drawWalk(card.body.walk, { left: LEFT, top: Math.max(y + 30, 285), width: WIDTH, bottom: FLOOR }, measure),
    );
  if (card.body?.kind === "rows") parts.push(...rows(card.body, y + 26, measure));
  parts.push(
    drawLine(LEFT, FLOOR, RIGHT, FLOOR, COLOURS.ink, 3),
    ...foot(card, footing, measure),
    drawText(RIGHT, 606, "§16", { font: "heading", size: 34, end: true }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_SIZE.width}" height="${CARD_SIZE.height}" viewBox="0 0 ${CARD_SIZE.width} ${CARD_SIZE.height}"><rect width="100%" height="100%" fill="${COLOURS.paper}"/>${parts.join("")}</svg>`;
}

/** One line: the subject, cut if need be, what else is known about it, and whether it was amended. */
function eyebrow({ eyebrow: [subject, ...more], amended }: Card, measure: Measure): string {
  const size = 22;
  const tag = amended === null ? 0 : measure(amended, "strong") * size + 20;
  const after = more.map((text) => measure(text, "text") * size + GAP);
  const room = WIDTH - after.reduce((sum, width) => sum + width, 0) - (tag === 0 ? 0 : tag + GAP);
  const [named = ""] = fitText(subject, { font: "strong", size, width: Math.max(room, 200), lines: 1 }, measure);
  let x = LEFT + measure(named, "strong") * size + GAP;
  const parts = [drawText(LEFT, 75, named, { font: "strong", size })];
  more.forEach((text, index) => {
    parts.push(drawText(x, 75, text, { size, fill: COLOURS.ink2 }));
    x += after[index] ?? 0;
  });
  if (amended !== null) {
    parts.push(
      `<rect x="${(RIGHT - tag).toFixed(1)}" y="50" width="${tag.toFixed(1)}" height="36" rx="3" fill="${COLOURS.ink}"/>`,
      drawText(RIGHT - 10, 76, amended, { font: "strong", size, fill: COLOURS.paper, end: true }),
    );
  }
  return parts.join("");
}

/** As many rows as there is room for, and how many are left out. */
function rows({ columns, rows: all, inAll }: CardRows, top: number, measure: Measure): string[] {
  const room = FLOOR - 12 - top;
  const wanted = Math.min(MOST_ROWS, all.length);
  // The last line says what is left out.
  const more = inAll === null || inAll > wanted || ROWS.small * wanted > room ? 34 : 0;
  const height = ROWS.large * wanted <= room - more ? ROWS.large : ROWS.small;
  const shown = all.slice(0, Math.min(wanted, Math.floor((room - more) / height)));
  const size = 22;
  const parts = shown.flatMap(({ mark, cells }, index) => {
    const y = top + index * height + height / 2 + 8;
    let x = LEFT;
    return [
      drawLine(LEFT, top + index * height, RIGHT, top + index * height, COLOURS.rule, 1),
      ...columns.flatMap(({ width, align }, column) => {
        const left = x;
        x += width + GAP;
        const hasMark = mark !== null && column === 1;
        const indent = hasMark ? 54 : 0;
        const font = column === 0 ? "strong" : "text";
        const cell = cells[column] ?? "";
        // A figure without its last digits would be another figure.
        if (align === "end") {
          const fitting = Math.min(size, Math.floor(width / measure(cell, font)));
          return drawText(left + width, y, cell, { font, size: fitting, end: true });
        }
        const [text = ""] = fitText(cell, { font, size, width: width - indent, lines: 1 }, measure);
        return [
          ...(hasMark ? [drawMark(left + 10, y - 7, mark), drawLetter(left + 28, y, mark.code)] : []),
          drawText(left + indent, y, text, { font, size }),
        ];
      }),
    ];
  });
  if (inAll === null || shown.length < inAll) {
    const words = inAll === null ? "and more" : `and ${(inAll - shown.length).toLocaleString("en-US")} more`;
    parts.push(drawText(RIGHT, top + shown.length * height + 27, words, { size: 20, fill: COLOURS.ink3, end: true }));
  }
  return parts;
}

/** The codes shown, as far as there is room, and what the record is. */
function foot({ body }: Card, footing: string, measure: Measure): string[] {
  const size = 21;
  const y = 601;
  const most = WIDTH - 90 - measure(footing, "text") * size;
  const parts: string[] = [];
  let x = LEFT;
  for (const code of body?.kind === "walk" ? body.legend : []) {
    const width = 54 + measure(code.word, "text") * size + GAP;
    if (x + width - LEFT > most) break;
    parts.push(drawMark(x + 10, y - 7, code), drawLetter(x + 32, y, code.code));
    parts.push(drawText(x + 54, y, code.word, { size }));
    x += width + 6;
  }
  parts.push(drawText(x, y, footing, { size, fill: COLOURS.ink2 }));
  return parts;
}
