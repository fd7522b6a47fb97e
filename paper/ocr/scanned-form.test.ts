import { describe, expect, it } from "vitest";
import type { PrintedCell, PrintedForm } from "@/paper/form/printed-form";
import { type SeenText, seenPageOf } from "@/testing/seen-page";
import { scannedForm } from "./read-images";

const BOXES: SeenText[] = [
  { text: "FORM 4" },
  { text: "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES" },
  {
    kind: "boxes",
    cells: [
      "1. Name and Address of Reporting Person *\nOkafor Mira T",
      "2. Issuer Name and Ticker or Trading Symbol\nHarrow & Vale, Inc. [HVIN]",
      "5. Relationship of Reporting Person(s) to Issuer\n__X__ Director         _____ 10% Owner\n_____ Officer (give    _____ Other (specify\ntitle below)           below)",
    ],
  },
  {
    kind: "boxes",
    cells: [
      "(Last) (First) (Middle)\n12 MILL ROAD",
      "3. Date of Earliest Transaction (Month/Day/Year)\n03/11/2024",
      "",
    ],
  },
  {
    kind: "boxes",
    cells: [
      "(Street)\nCEDAR FORD, OR 97116\n(City) (State) (Zip)",
      "4. If Amendment, Date Original Filed (Month/Day/Year)",
      "6. Individual or Joint/Group Filing\n_X_ Form filed by One Reporting Person\n___ Form filed by More than One Reporting Person",
    ],
  },
];
const row = (cells: string): SeenText => ({ kind: "tableI", cells: cells.split("|") });
const TABLE: SeenText[] = [
  row("1. Title of Security|2. Date|2A. Deemed|Code|V|Amount|(A) or (D)|Price|5. Owned|6. Form|7. Nature"),
  row("Common Stock|03/11/2024||M||12,500|A|$ 18.40|84,120|D|"),
  row("Common Stock|03/12/2024||S (1)||7,311|D|$ 41.02|76,809|I|By trust"),
];
const END: SeenText[] = [
  { text: "Reporting Owners" },
  { kind: "owners", cells: ["Reporting Owner Name / Address", "Director", "10% Owner", "Officer", "Other"] },
  { kind: "owners", cells: ["Okafor Mira T\n12 MILL ROAD\nCEDAR FORD, OR 97116", "X", "", "", ""] },
  { text: "Signatures" },
  { text: "/s/ Paul Lindqvist, by power of attorney        03/13/2024" },
  { text: "** Signature of Reporting Person                Date" },
  { text: "Explanation of Responses:" },
  { text: "(1) Sold under a plan of August 30, 2023." },
  { text: "Note: File three copies of this Form, one of which must be manually signed." },
];

function read(content: SeenText[][], faint: string[] = []): PrintedForm {
  const source = scannedForm(content.map((page) => seenPageOf(page, faint)));
  if (!source) throw new Error("no form");
  return source.form;
}

/** The page with one text in place of another. */
const changed = (from: string, to: string): SeenText[] =>
  JSON.parse(JSON.stringify([...BOXES, ...TABLE, ...END]).replace(from, to));

const printed = (cell: PrintedCell | null | undefined) => cell && [cell.text, ...cell.marks].join(" ^");
const doubt = (cell: PrintedCell | null | undefined) => cell?.doubt;

describe("the words and rulings of a scan", () => {
  const form = read([[...BOXES, ...TABLE, ...END]]);

  it("have the boxes, read like those of a PDF", () => {
    expect([form.form, printed(form.issuerName), printed(form.tradingSymbol)]).toEqual([
      "4",
      "Harrow & Vale, Inc.",
      "HVIN",
    ]);
    expect([printed(form.periodOfReport), printed(form.dateOfOriginal)]).toEqual(["03/11/2024", ""]);
    expect(form.isJoint?.ticked).toBe(false);
  });

  it("list an owner who is in box 1 and on the page of owners only once", () => {
    expect(form.owners).toHaveLength(1);
    const [owner] = form.owners;
    expect([printed(owner?.name), owner?.street?.map(printed), printed(owner?.cityLine)]).toEqual([
      "Okafor Mira T",
      ["12 MILL ROAD"],
      "CEDAR FORD, OR 97116",
    ]);
    expect([owner?.isDirector?.ticked, owner?.isOfficer?.ticked, doubt(owner?.name)]).toEqual([true, false, undefined]);
  });

  it("have the rows of a table, found by the number of its cells, without its headings", () => {
    expect(form.tableI?.map(({ cells }) => [printed(cells.code), printed(cells.amount), printed(cells.owned)])).toEqual(
      [
        ["M", "12,500", "84,120"],
        ["S ^1", "7,311", "76,809"],
      ],
    );
    expect(printed(form.tableI?.[1]?.cells.nature)).toBe("By trust");
    expect(form.tableII).toEqual([]);
  });

  it("have footnotes and signatures, marked as read by OCR", () => {
    expect(form.notes.map(({ mark, text }) => [mark, text.text])).toEqual([
      ["1", "Sold under a plan of August 30, 2023."],
    ]);
    expect(form.signatures.map(({ name, date }) => [printed(name), printed(date)])).toEqual([
      ["/s/ Paul Lindqvist, by power of attorney", "03/13/2024"],
    ]);
    expect([form.notes[0]?.text.doubt, doubt(form.signatures[0]?.name)]).toEqual([
      expect.stringContaining("OCR"),
      expect.stringContaining("OCR"),
    ]);
    expect(form.incomplete).toEqual(["owners", "notes", "signatures"]);
  });
});

describe("damage to a scan", () => {
  it("finds a label with a few wrong letters, and a heading", () => {
    expect(printed(read([changed("2. Issuer Name and Ticker", "2, lssuer Narne and Ticker")]).tradingSymbol)).toBe(
      "HVIN",
    );
    expect(read([changed("Explanation of Responses", "Explanatlon of Responses")]).notes).toHaveLength(1);
  });

  it("leaves a box unread if its label is lost", () => {
    const form = read([changed("2. Issuer Name and Ticker or Trading Symbol", "2. Iss and")]);
    expect([form.issuerName, form.tradingSymbol]).toEqual([null, null]);
  });

  it("marks what was hard to see as uncertain", () => {
    const form = read([[...BOXES, ...TABLE, ...END]], ["Harrow", "By trust"]);
    expect(doubt(form.issuerName)).toContain("hard to see");
    expect(doubt(form.tableI?.[1]?.cells.nature)).toContain("hard to see");
    expect(doubt(form.tableI?.[0]?.cells.amount)).toBeUndefined();
  });

  it("assigns a value to no column if it is not of its column's kind", () => {
    const [first] = read([changed("|12,500|".slice(1, -1), "12,5??")]).tableI ?? [];
    expect(first?.cells.amount).toBeUndefined();
    expect(first?.unplaced.map(({ text }) => text)).toEqual(["12,5??"]);
  });

  it("reads a digit that looks like a letter only if the form has the number elsewhere or it is drawn like one", () => {
    const [, second] = read([changed("7,311", "7,3I1")]).tableI ?? [];
    expect([second?.cells.amount?.text, second?.cells.amount?.doubt]).toEqual([
      "7,311",
      expect.stringContaining("7,3I1"),
    ]);
    expect(read([changed("7,311", "7,3G1")]).tableI?.[1]?.cells.amount).toBeUndefined();
  });

  it("lists the rows of a table with a ruling too few, without their cells", () => {
    const merged = TABLE.map((item) => ("cells" in item ? { ...item, cells: item.cells.toSpliced(4, 1) } : item));
    const rows = read([[...BOXES, ...merged, ...END]]).tableI ?? [];
    expect(rows.map(({ cells }) => Object.keys(cells).length)).toEqual([0, 0]);
    expect(rows[0]?.unplaced.map(({ text }) => text)).toContain("12,500");
  });

  it("does not take a box as empty if what is before its label was not recognised", () => {
    const [owner] = read([changed("__X__ Director         _____ 10% Owner", "Director         10% Owner")]).owners;
    expect([owner?.isDirector?.ticked, owner?.isTenPercentOwner?.ticked]).toEqual([true, false]);
    const lost = changed("__X__ Director         _____ 10% Owner", "Director         10% Owner").filter(
      (item) => !("kind" in item && item.kind === "owners"),
    );
    expect(read([lost]).owners[0]?.isDirector).toBeNull();
  });

  it("marks a name as uncertain if box 1 and the page of owners differ", () => {
    const [owner] = read([changed("Okafor Mira T\\n12", "0kafor Mira T\\n12")]).owners;
    expect([printed(owner?.name), doubt(owner?.name)]).toEqual([
      "Okafor Mira T",
      "The page of owners says “0kafor Mira T”.",
    ]);
  });

  it("does not take damaged headings of the owners' table as an owner", () => {
    const { owners } = read([
      changed('"Director","10% Owner","Officer","Other"', '"Relationships Directo]","10% 0wner]","?Officer",""'),
    ]);
    expect(owners.map(({ name }) => printed(name))).toEqual(["Okafor Mira T"]);
  });

  it("marks a street with a comma as uncertain if only box 1 has it, because box 1 prints both lines as one", () => {
    const lost = [...BOXES, ...TABLE, ...END].filter((item) => !("kind" in item && item.kind === "owners"));
    const street = (page: SeenText[]) =>
      read([page]).owners[0]?.street?.map(({ text, doubt }) => [text, doubt !== undefined]);
    const inBox = JSON.parse(JSON.stringify(lost).replace("12 MILL ROAD", "C/O HARROW, 12 MILL ROAD"));
    expect([street(lost), street(inBox)]).toEqual([[["12 MILL ROAD", false]], [["C/O HARROW, 12 MILL ROAD", true]]]);
  });

  it("does not take a heading of a table with as many cells as a row of owners for an owner", () => {
    const heading: SeenText = { kind: "owners", cells: ["Title", "Code", "Amount", "Owned", "Nature"] };
    expect(read([[...BOXES, heading, ...TABLE, ...END]]).owners.map(({ name }) => printed(name))).toEqual([
      "Okafor Mira T",
    ]);
  });

  it("reads a signature without the signs that specks leave around it", () => {
    const [signature] = read([
      changed("/s/ Paul Lindqvist, by power of attorney", "_/s/ Paul Lindqvist, by power of attorney -}"),
    ]).signatures;
    expect(printed(signature?.name)).toBe("/s/ Paul Lindqvist, by power of attorney");
  });

  it("assigns no footnote to its number if one of the marks was misread", () => {
    expect(read([changed("(1) Sold", "(l) Sold")]).notes).toEqual([]);
  });
});

describe("a row that the edge of a page cuts", () => {
  const cut = { kind: "tableI" as const, open: "below" as const, cells: "Common||||||||||By the Okafor".split("|") };
  const rest = {
    kind: "tableI" as const,
    open: "above" as const,
    cells: "Stock||||||||20,400|I|Family Trust".split("|"),
  };

  it("is one row, without what a browser prints at the edges", () => {
    const rows = read([
      [...BOXES, ...TABLE, cut, { text: "https://www.sec.gov/form4.xml 1/2" }],
      [{ text: "3/14/2024 9:04 PM" }, rest, ...END],
    ]).tableI;
    expect(rows).toHaveLength(3);
    const last = rows?.[2]?.cells;
    expect([printed(last?.securityTitle), printed(last?.owned), printed(last?.nature)]).toEqual([
      "Common Stock",
      "20,400",
      "By the Okafor Family Trust",
    ]);
  });

  it("is uncertain if its other half was not found, and what it lacks is unread rather than empty", () => {
    const ending = read([
      [...BOXES, ...TABLE],
      [rest, ...END],
    ]).tableI?.[2]?.cells;
    expect([printed(ending?.securityTitle), doubt(ending?.securityTitle), ending?.transactionDate]).toEqual([
      "Stock",
      expect.stringContaining("edge of the page"),
      undefined,
    ]);
    const beginning = read([[...BOXES, ...TABLE, cut], END]).tableI?.[2]?.cells;
    expect([printed(beginning?.nature), doubt(beginning?.nature)]).toEqual([
      "By the Okafor",
      expect.stringContaining("edge of the page"),
    ]);
  });

  it("is not the text between two whole rows on two pages", () => {
    const rows = read([
      [...BOXES, ...TABLE, { text: "https://www.sec.gov/form4.xml 1/2" }],
      [{ text: "3/14/2024 9:04 PM" }, row("Common Stock||||||||20,400|D|"), ...END],
    ]).tableI;
    expect(rows?.map(({ cells }) => [printed(cells.securityTitle), printed(cells.owned)])).toEqual([
      ["Common Stock", "84,120"],
      ["Common Stock", "76,809"],
      ["Common Stock", "20,400"],
    ]);
  });
});

it("a scan without a form's number and boxes is not a form", () => {
  expect(scannedForm([seenPageOf([{ text: "FORM 4" }, { text: "Dear Sirs" }])])).toBeNull();
});
