import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decimalOf } from "@/paper/form/cell-values";
import type { PrintedCell, PrintedForm } from "@/paper/form/printed-form";
import { ocrCell } from "./ocr-cell";
import { readOcrTables } from "./read-ocr-tables";

const shown = (cell: PrintedCell | null | undefined) =>
  cell ? [cell.text, ...cell.marks.map((mark) => `(${mark})`)].filter(Boolean).join(" ") : cell;
const cellsOf = (row: { cells: Partial<Record<string, PrintedCell>> } | undefined) =>
  Object.fromEntries(
    Object.entries(row?.cells ?? {}).flatMap(([name, cell]) =>
      cell && shown(cell) !== "" ? [[name, shown(cell)]] : [],
    ),
  );

function formIn(text: string): PrintedForm {
  const source = readOcrTables(text);
  if (!source) throw new Error("no form");
  return source.form;
}

describe("the scanned Form 4 of Michael Saxon, as OCR gave it", () => {
  const form = formIn(readFileSync(new URL("../../sample/saxon-form4.txt", import.meta.url), "utf8"));

  test("Table I has its three rows, though its headings have run together", () => {
    const common = { securityTitle: "Common Stock (1)", transactionDate: "07/15/2013", directOrIndirect: "D" };
    expect(form?.tableI?.map(cellsOf)).toEqual([
      { ...common, code: "M", amount: "13,200", acquiredDisposed: "A", price: "$ 6.36", owned: "167,577" },
      { ...common, code: "S", amount: "5,688 (2)", acquiredDisposed: "D", price: "$ 39.0616 (3)", owned: "161,889" },
      { ...common, code: "S", amount: "1,975 (2)", acquiredDisposed: "D", price: "$ 40.1352 (4)", owned: "159,914" },
    ]);
    expect(form?.tableI?.flatMap(({ unplaced }) => unplaced)).toEqual([]);
  });

  test("Table II has its row; as (A) and (D) share a column the amount may be either, and columns 8 to 11 are unread", () => {
    expect(form?.tableII).toHaveLength(1);
    const [row] = form?.tableII ?? [];
    expect(cellsOf(row)).toEqual({
      securityTitle: "Stock Option",
      exercisePrice: "$ 6.36",
      transactionDate: "07/15/2013",
      code: "M",
      amountOfEither: "13,200",
      exerciseDate: "02/09/2007",
      expirationDate: "02/09/2016",
      underlyingTitle: "Common Stock",
      underlyingShares: "13,200",
    });
    for (const column of ["price", "owned", "directOrIndirect", "nature"] as const) {
      expect(row?.cells[column]).toBeUndefined();
    }
  });

  test("the issuer's name is shown as it was read, marked as uncertain; the date of box 3 is unread", () => {
    expect(form?.issuerName?.text).toBe("Is rust Financial Services, Inc.");
    expect(form?.issuerName?.doubt).toBeDefined();
    expect(form?.tradingSymbol).toBeNull();
    expect(form?.periodOfReport).toBeNull();
    expect(form?.form).toBe("4");
    expect(form?.isJoint?.ticked).toBe(false);
  });

  test("the owner's address is divided by its words, marked as uncertain", () => {
    const [owner] = form?.owners ?? [];
    expect(form?.owners).toHaveLength(1);
    expect(owner?.name?.text).toBe("Saxon Michael J");
    expect(owner?.street?.map(shown)).toEqual(["C/O AMTRUST FINANCIAL SERVICES, INC. 59 MAIDEN LANE, 43RD FLOOR"]);
    expect(owner?.street?.[0]?.doubt).toBeDefined();
    expect([owner?.city, owner?.state, owner?.zip].map(shown)).toEqual(["NEW YORK", "NY", "10038"]);
    expect(owner?.isOfficer?.ticked).toBe(true);
    expect(owner?.isDirector?.ticked).toBe(false);
    expect(owner?.officerTitle?.text).toBe("EVP, Chief Operating Officer");
  });

  test("each footnote has its own number, wherever OCR put it", () => {
    expect(form?.notes.map(({ mark }) => mark)).toEqual(["1", "2", "3", "4"]);
    expect(form?.notes[2]?.text.text).toMatch(
      /^The price included .* or any of its security holders, .* footnote 3\.$/,
    );
    expect(form?.notes[3]?.text.text).toMatch(/^The price included .* footnote 4\.$/);
  });

  test("the signature and its date are read", () => {
    expect(form?.signatures.map(({ name, date }) => [name?.text, date?.text])).toEqual([
      ["/s/ Michael J. Saxon", "07/15/2013"],
    ]);
  });
});

const TABLE_I =
  "| 1.Title of Security (Instr. 3) | 2. Transaction Date | 2A. Deemed Execution Date | 3. Transaction Code | V | 4. Securities Acquired (A) or Disposed of (D) Amount | (A) or (D) | Price | 5. Amount of Securities Beneficially Owned | 6. Ownership Form | 7. Nature of Indirect Ownership |";
const TABLE_II =
  "| 1. Title of Derivative Security | 2. Conversion or Exercise Price | 3. Transaction Date | 3A. Deemed Execution Date | 4. Transaction Code | V | 5. Number of Derivative Securities (A) | (D) | 6. Date Exercisable | Expiration Date | 7. Title of Underlying Securities | Amount or Number of Shares | 8. Price of Derivative Security | 9. Number of Derivative Securities Owned Following | 10. Ownership Form | 11. Nature of Indirect Ownership |";

const made = (rowsI: string[], rowsII: string[] = [], notes = "") =>
  formIn(`# FORM 4

STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES

### Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned

${[TABLE_I, "| --- |", ...rowsI].join("\n")}

### Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned

${[TABLE_II, "| --- |", ...rowsII].join("\n")}

## Explanation of Responses:

${notes}
`);

describe("a row whose cells have moved", () => {
  test("a row that lost an empty cell is corrected by the kinds of its cells", () => {
    const { tableI } = made(["| Common Stock | 11/04/2024 | G | 3,690 | D | $ 0 | 0 | D |  |  |"]);
    expect(cellsOf(tableI?.[0])).toEqual({
      securityTitle: "Common Stock",
      transactionDate: "11/04/2024",
      code: "G",
      amount: "3,690",
      acquiredDisposed: "D",
      price: "$ 0",
      owned: "0",
      directOrIndirect: "D",
    });
  });

  test("an amount that may have been under (A) or (D) is assigned to neither", () => {
    const { tableII } = made(
      [],
      [
        "| Option | $ 5 | 11/03/2021 |  | M |  | 782 | 01/02/2020 | 01/02/2030 | Common Stock | 782 | $ 0 | 782 | D |  |",
      ],
    );
    expect(cellsOf(tableII?.[0])).toMatchObject({
      amountOfEither: "782",
      exerciseDate: "01/02/2020",
      underlyingShares: "782",
    });
    expect(cellsOf(tableII?.[0])).not.toHaveProperty("amountDisposed");
  });

  test("two merged cells are split if only one split fits", () => {
    const { tableI } = made(["| Common Stock | 11/04/2024 |  | S |  | 1,664 D |  | $ 35.5 | 14,474 | I By Trust |  |"]);
    expect(cellsOf(tableI?.[0])).toMatchObject({
      amount: "1,664",
      acquiredDisposed: "D",
      owned: "14,474",
      directOrIndirect: "I",
      nature: "By Trust",
    });
  });

  test("two marks in one cell next to an empty one may belong to either: both dates are unread", () => {
    const { tableII } = made(
      [],
      ["| Option | $ 5 | 11/03/2021 |  | M |  |  | 782 | (1) (2) |  | Common Stock | 782 | $ 0 | 782 | D |  |"],
      "- (1) One.\n- (2) Two.",
    );
    const [row] = tableII ?? [];
    expect(row?.cells.exerciseDate).toBeUndefined();
    expect(row?.cells.expirationDate).toBeUndefined();
    expect(row?.unplaced.map(shown)).toEqual(["(1) (2)"]);
    expect(shown(row?.cells.amountDisposed)).toBe("782");
  });

  test("a cell that every trade has and this one lost is unread, not empty", () => {
    const [row] = made(["| Common Stock | 11/04/2024 |  | S |  | 100 | D |  | 900 | D |  |"]).tableI ?? [];
    expect(row?.cells.price).toBeUndefined();
    expect(row?.cells.deemedExecutionDate?.text).toBe("");
  });

  test("a holding has nothing in the columns of a trade", () => {
    const [row] = made(["| Common Stock |  |  |  |  |  |  |  | 900 | I | By Trust |"]).tableI ?? [];
    expect(row?.cells.code?.text).toBe("");
    expect(row?.cells.price?.text).toBe("");
    expect(shown(row?.cells.owned)).toBe("900");
  });

  test("a line of words alone continues the title above it", () => {
    const { tableI } = made([
      "| Class A | 11/04/2024 |  | S |  | 100 | D | $ 5 | 900 | D |  |",
      "| Common Stock |  |  |  |  |  |  |  |  |  |  |",
    ]);
    expect(tableI?.map((row) => shown(row.cells.securityTitle))).toEqual(["Class A Common Stock"]);
  });
});

describe("misread letters", () => {
  test("a code in Cyrillic letters is the code", () => {
    const { tableI } = made(["| Common Stock | 11/04/2024 |  | М |  | 100 | А | $ 5 | 900 | І | By Trust |"]);
    expect(cellsOf(tableI?.[0])).toMatchObject({ code: "M", acquiredDisposed: "A", directOrIndirect: "I" });
  });

  test("a number with a letter in it is unread if nothing confirms it", () => {
    const [row] = made(["| Common Stock | 11/04/2024 |  | S |  | 100 | D | $ 1B.14 | 900 | D |  |"]).tableI ?? [];
    expect(shown(row?.cells.price)).toBe("$ 1B.14");
    expect(decimalOf("$ 1B.14")).toBeNull();
  });

  test("it is read, as uncertain, if the balances confirm it", () => {
    const { tableI } = made([
      "| Common Stock | 11/04/2024 |  | S |  | 100 | D | $ 5 | 900 | D |  |",
      "| Common Stock | 11/04/2024 |  | S |  | 200 | D | $ 5 | 7O0 | D |  |",
    ]);
    expect(tableI?.[1]?.cells.owned).toMatchObject({ text: "700", doubt: expect.stringContaining("7O0") });
  });

  test("it is read if it is a price within the range in its footnote", () => {
    const { tableI } = made(
      ["| Common Stock | 11/04/2024 |  | S |  | 100 | D | $ 1B.14 (1) | 900 | D |  |"],
      [],
      "- (1) Sold at prices ranging from $18.00 to $18.50.",
    );
    expect(tableI?.[0]?.cells.price).toMatchObject({ text: "$ 18.14", marks: ["1"] });
  });

  test("a letter read as a digit has no value", () => {
    const [row] = made(["| Common Stock | 11/04/2024 |  | S |  | 100 | 0 | $ 5 | 900 | D |  |"]).tableI ?? [];
    expect(row?.cells.acquiredDisposed).toBeUndefined();
    expect(shown(row?.cells.amount)).toBe("100");
  });

  test("a ring is the digit 0, marked as uncertain", () => {
    const [row] = made(["| Common Stock | 11/04/2024 |  | A |  | 100 | A | $ O | 900 | D |  |"]).tableI ?? [];
    expect(row?.cells.price).toMatchObject({ text: "$ 0", doubt: expect.stringContaining("$ O") });
  });

  test("a damaged mark is read, as uncertain", () => {
    const { tableI } = made(
      ["| Common Stock {2) | 11/04/2024 |  | S |  | 100 | D | $ 5 | 900 | D |  |"],
      [],
      "- (1) One.\n- (2) Two.",
    );
    expect(tableI?.[0]?.cells.securityTitle).toMatchObject({
      text: "Common Stock",
      marks: ["2"],
      doubt: expect.any(String),
    });
  });
});

describe("footnotes", () => {
  test("a footnote that lost its number gets the missing one, marked as uncertain", () => {
    const { notes } = made(
      ["| Common Stock (2) | 11/04/2024 |  | S |  | 100 | D | $ 5 | 900 | D |  |"],
      [],
      "- (1) One.\n- Two.\n- (3) Three.",
    );
    expect(notes.map(({ mark, text }) => [mark, text.text])).toEqual([
      ["1", "One."],
      ["2", "Two."],
      ["3", "Three."],
    ]);
    expect(notes[1]?.text.doubt).toBeDefined();
  });
});

test("returns null for text without a table in tabs or markdown", () => {
  expect(
    readOcrTables("FORM 4\nTable I - Non-Derivative Securities Acquired\nCommon Stock 07/15/2013 S 100 D $5 900 D"),
  ).toBeNull();
  expect(readOcrTables("name\tvalue\n1\t2\n")).toBeNull();
});

test("tables given as HTML within the text are read too", () => {
  const row = (cells: string[], tag: string) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  const headings = TABLE_I.split("|")
    .map((cell) => cell.trim())
    .filter(Boolean);
  const { tableI } = formIn(
    `FORM 4\n\n<table>${row(headings, "th")}\n${row(["Common Stock", "11/04/2024", "", "S", "", "100", "D", "$ 5", "900", "D", ""], "td")}</table>\n`,
  );
  expect(tableI?.map(cellsOf)).toEqual([
    expect.objectContaining({ securityTitle: "Common Stock", amount: "100", price: "$ 5", owned: "900" }),
  ]);
});

test("places refer to the characters of the original line", () => {
  const source = readOcrTables(
    `FORM 4\n\n${TABLE_I}\n| Common Stock (1) | 11/04/2024 |  | S |  | 100 | D | $ 5 | 900 | D |  |\n`,
  );
  const [place] = source?.form.tableI?.[0]?.cells.price?.places ?? [];
  expect(place && source?.text[place.page - 1]?.[place.line - 1]?.slice(place.from, place.to)).toBe("$ 5");
});

describe("a text with several kinds of damage", () => {
  test("a row with one cell that fits no column keeps its other cells", () => {
    const [row] = made(["| Common Stock | 11/04/2024 |  | S |  | 1O0x | D | $ 5 | 900 | D |  |"]).tableI ?? [];
    expect(cellsOf(row)).toMatchObject({ code: "S", acquiredDisposed: "D", price: "$ 5", owned: "900" });
    expect(row?.cells.amount).toBeUndefined();
    expect(row?.unplaced.map(shown)).toEqual(["1O0x"]);
  });

  test("the last letter of a title may be on a line of its own", () => {
    const { tableI } = made([
      "| Common Sto | 11/04/2024 |  | S |  | 100 | D | $ 5 | 900 | D |  |",
      "| k |  |  |  |  |  |  |  |  |  |  |",
    ]);
    expect(tableI?.map((row) => shown(row.cells.securityTitle))).toEqual(["Common Sto k"]);
  });

  test("if only the second half of a footnote has a number, it is not two footnotes, even after a lost number", () => {
    const { notes } = made(
      ["| Common Stock | 11/04/2024 |  | S (1) |  | 100 (2) | D | $ 5 | 900 | D |  |"],
      [],
      "The shares were sold by the Trust,\n\n(2) of which he is a trustee.",
    );
    expect(notes.map(({ mark, text }) => [mark, text.text])).toEqual([
      ["2", "The shares were sold by the Trust, of which he is a trustee."],
    ]);
  });

  test("a table begins with its first heading, however damaged its letters", () => {
    for (const heading of ["1.Ti le of Security (Instr. 3)", "1. Ttile of Security", "1."]) {
      const { tableI } = formIn(`# FORM 4

STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES

${TABLE_I.replace(/1\.[^|]*/, `${heading} `)}
| --- |
| Common Stock | 11/04/2024 |  | S |  | 100 | D | $ 5 | 900 | D |  |

## Signatures
`);
      expect(tableI?.map((row) => shown(row.cells.amount))).toEqual(["100"]);
    }
  });
});

describe("a sign that may be a footnote mark", () => {
  const cell = (text: string) => {
    const { marks, doubt } = ocrCell({ line: text, page: 1, number: 1, from: 0, to: text.length }, () => true);
    return { marks, isDoubted: doubt !== undefined };
  };

  test("is a mark if its number is whole, and not if a letter takes its place", () => {
    expect(cell("See Footnote (2)")).toEqual({ marks: ["2"], isDoubted: false });
    expect(cell("See Footnote (2")).toEqual({ marks: ["2"], isDoubted: true });
    for (const broken of ["See Footnote (l)", "See Footnote (g)", "By LLC (S)"]) {
      expect(cell(broken)).toEqual({ marks: [], isDoubted: true });
    }
  });

  test("makes the text before it uncertain if it is not clear", () => {
    for (const text of ["See Footnote ©", "By LLC (2|", "By Trust (2) .", "Common Stock1"]) {
      expect(cell(text)).toEqual({ marks: [], isDoubted: true });
    }
    expect(cell("By 401(k)")).toEqual({ marks: [], isDoubted: false });
  });
});
