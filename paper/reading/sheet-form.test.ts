import { describe, expect, it } from "vitest";
import type { PrintedForm } from "@/paper/form/printed-form";
import type { Rectangle } from "@/paper/words/box";
import type { Glyph, PageDrawing } from "@/paper/words/pdf/page-drawing";
import { sheetOf } from "@/paper/words/sheet";
import { sheetForm } from "./sheet-form";

const SIZE = 10;
const LETTER = 5;

/** A text on the page in words, with letters of one width. */
const text = (words: string, x: number, y: number, size = SIZE): Glyph[] =>
  [...words].map((letter, index) => ({
    text: letter,
    x: x + (index * LETTER * size) / SIZE,
    width: (LETTER * size) / SIZE,
    y,
    size,
    isCut: false,
  }));

const level = (y: number, left = 20, right = 560): Rectangle => ({ left, right, top: y - 0.5, bottom: y + 0.5 });
const upright = (x: number, top: number, bottom: number): Rectangle => ({ left: x - 0.5, right: x + 0.5, top, bottom });

const page = (number: number, glyphs: Glyph[], rulings: Rectangle[]): PageDrawing => ({
  number,
  width: 580,
  height: 700,
  glyphs,
  rulings,
  shapes: [],
  pictures: [],
  hiddenGlyphs: 0,
});

/** Table I of a Form 3 with its four columns, headings from 100 to 130. */
const COLUMNS = [20, 200, 320, 400, 560];
const head = [
  ...text("FORM 3", 20, 20),
  ...text("1. Name and Address of Reporting Person", 25, 50),
  ...text("Table I - Non-Derivative Securities Beneficially Owned", 100, 90),
  ...text("1. Title of Security", 25, 112),
  ...text("2. Amount of Securities", 203, 112),
  ...text("3. Ownership", 325, 112),
  ...text("4. Nature of", 405, 112),
];
const headLines = [level(100), level(130)];
const columnLines = (top: number, bottom: number) => COLUMNS.map((x) => upright(x, top, bottom));
const row = (y: number, [title = "", amount = "", form = "", nature = ""]: string[]) => [
  ...text(title, 25, y),
  ...text(amount, 205, y),
  ...text(form, 325, y),
  ...text(nature, 405, y),
];

const said = (form: PrintedForm | null) =>
  form?.tableI?.map(({ cells }) =>
    [cells.securityTitle, cells.owned, cells.directOrIndirect, cells.nature].map((cell) =>
      cell ? [cell.text, ...cell.marks.map((mark) => `^${mark}`)].join("") : null,
    ),
  );

describe("the rows of a table on a drawn sheet", () => {
  it("are between the horizontal lines, however many lines of text their cells have", () => {
    const glyphs = [
      ...head,
      ...row(145, ["Common", "1,000", "D"]),
      ...text("Stock", 25, 157),
      ...row(180, ["Class B Stock", "20", "I", "By trust"]),
    ];
    const drawing = page(1, glyphs, [...headLines, level(165), level(190), ...columnLines(100, 190)]);
    expect(said(sheetForm(sheetOf([drawing])))).toEqual([
      ["Common Stock", "1,000", "D", ""],
      ["Class B Stock", "20", "I", "By trust"],
    ]);
  });

  it("continue over the end of a page, whether or not a line closes them there", () => {
    const top = page(
      1,
      [...head, ...row(680, ["Common", "1,000", "D", "See"])],
      [...headLines, ...columnLines(100, 690)],
    );
    const rest = page(2, [...text("Stock", 25, 30), ...text("note", 405, 30)], [level(40), ...columnLines(20, 40)]);
    expect(said(sheetForm(sheetOf([top, rest])))).toEqual([["Common Stock", "1,000", "D", "See note"]]);

    const closed = page(1, top.glyphs, [...top.rulings, level(690)]);
    const nature = page(2, text("note", 405, 30), [level(40), ...columnLines(20, 40)]);
    expect(said(sheetForm(sheetOf([closed, nature])))).toEqual([["Common", "1,000", "D", "See note"]]);
  });

  it("are two if the line between them was lost at the end of a page", () => {
    const first = page(1, [...head, ...row(680, ["Common", "1,000", "D"])], [...headLines, ...columnLines(100, 690)]);
    const second = page(2, row(30, ["Preferred", "20", "I"]), [level(40), ...columnLines(20, 40)]);
    expect(said(sheetForm(sheetOf([first, second])))).toEqual([
      ["Common", "1,000", "D", ""],
      ["Preferred", "20", "I", ""],
    ]);
  });

  it("end before headings that a later page repeats", () => {
    const first = page(
      1,
      [...head, ...row(145, ["Common", "1", "D"])],
      [...headLines, level(160), ...columnLines(100, 160)],
    );
    const again = page(
      2,
      [...head.filter(({ y }) => y === 112), ...row(145, ["Preferred", "2", "I"])],
      [...headLines, level(160), ...columnLines(100, 160)],
    );
    expect(said(sheetForm(sheetOf([first, again])))?.map(([title]) => title)).toEqual(["Common", "Preferred"]);
  });

  it("have an unread column if its heading has no drawn cell, and keep the text in it", () => {
    const glyphs = [...head, ...row(145, ["Common", "1,000", "D", "By trust"])];
    const rulings = [...headLines, level(160), ...COLUMNS.slice(0, -1).map((x) => upright(x, 100, 160))];
    const [read] = sheetForm(sheetOf([page(1, glyphs, rulings)]))?.tableI ?? [];
    expect(read?.cells.nature).toBeUndefined();
    expect(read?.unplaced.map(({ text }) => text)).toEqual(["By trust"]);
  });

  it("make a text uncertain if a line between two rows runs through it", () => {
    const glyphs = [
      ...head,
      ...row(145, ["Common", "1,000", "D"]),
      ...text("Stock", 25, 163),
      ...row(180, ["Other", "2", "D"]),
    ];
    const rulings = [...headLines, level(160), level(190), ...columnLines(100, 190)];
    const rows = sheetForm(sheetOf([page(1, glyphs, rulings)]))?.tableI;
    expect(rows?.map(({ cells }) => cells.securityTitle?.doubt !== undefined)).toEqual([true, true]);
    expect(rows?.map(({ cells }) => cells.owned?.doubt)).toEqual([undefined, undefined]);
  });
});

describe("footnote marks next to a value", () => {
  const read = (glyphs: Glyph[]) =>
    said(
      sheetForm(sheetOf([page(1, [...head, ...glyphs], [...headLines, level(170), ...columnLines(100, 170)])])),
    )?.[0];

  it("are small and raised; typed brackets are text", () => {
    expect(
      read([
        ...row(150, ["Unit (2)", "1,000", "I", "Fund (3)"]),
        ...text("(1)", 240, 146, 8),
        ...text("(4)", 447, 146, 8),
      ]),
    ).toEqual(["Unit (2)", "1,000^1", "I", "Fund (3)^4"]);
  });

  it("are the last brackets if a form raises none, only for footnotes that it has; uncertain where they may be part of the text", () => {
    const notes = [
      ...text("Explanation of Responses:", 20, 300),
      ...text("1. Held by a trust.", 20, 320),
      ...text("2. Held by another.", 20, 340),
    ];
    const formWith = (cells: string[], mark: Glyph[] = []) => {
      const glyphs = [...head, ...row(150, cells), ...mark, ...notes];
      return sheetForm(sheetOf([page(1, glyphs, [...headLines, level(170), ...columnLines(100, 170)])]));
    };
    const cites = formWith(["Unit (7)", "1,000", "I", "See note (1) (2)"]);
    expect(said(cites)).toEqual([["Unit (7)", "1,000", "I", "See note^1^2"]]);
    expect(cites?.tableI?.[0]?.cells.nature?.doubt).toBeUndefined();
    const names = formWith(["Unit (7)", "1,000", "I", "By Fund (1)"], text("(1)", 230.9, 150));
    expect(said(names)).toEqual([["Unit (7)", "1,000^1", "I", "By Fund^1"]]);
    expect(names?.tableI?.[0]?.cells.nature?.doubt).toMatch(/in brackets/);
  });
});

describe("adjacent letters", () => {
  it("are two words if a vertical line separates them", () => {
    const glyphs = [
      ...head,
      ...row(150, ["Common", "", "D"]),
      ...text("1,234,567,890,123,456,78", 202, 150),
      ...text("By", 400, 150),
    ];
    const drawing = page(1, glyphs, [...headLines, level(170), ...columnLines(100, 170)]);
    const [read] = said(sheetForm(sheetOf([drawing]))) ?? [];
    expect(read?.slice(2)).toEqual(["D", "By"]);
  });

  it("are uncertain if they touch the edge of what the page shows", () => {
    const cut = text("By a tru", 405, 145).map((glyph) => ({ ...glyph, isCut: true }));
    const glyphs = [...head, ...row(145, ["Common", "1,000", "I"]), ...cut];
    const form = sheetForm(sheetOf([page(1, glyphs, [...headLines, level(160), ...columnLines(100, 160)])]));
    expect(form?.tableI?.[0]?.cells.nature?.doubt).toMatch(/edge of the page/);
  });
});
