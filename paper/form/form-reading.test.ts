import { describe, expect, it } from "vitest";
import { nodeAt } from "@/lib/edgar/ownership-document";
import { formReading } from "./form-reading";
import { emptyCell, type PrintedCell, type PrintedForm, type PrintedOwner } from "./printed-form";

const cell = (text: string, marks: string[] = [], doubt?: string): PrintedCell => ({
  text,
  marks,
  places: [{ page: 1, line: 1, from: 0, to: text.length }],
  ...(doubt === undefined ? {} : { doubt }),
});
const off = { ticked: false, places: [] };
const on = { ticked: true, places: [] };

const owner: PrintedOwner = {
  name: cell("Alder Jane"),
  street: [cell("1 Main Street"), cell("Suite 2")],
  cityLine: cell("SPRINGFIELD, IL 62701"),
  isDirector: off,
  isOfficer: on,
  isTenPercentOwner: off,
  isOther: off,
  officerTitle: cell("Chief Financial Officer"),
  otherText: emptyCell(),
};

const trade = {
  securityTitle: cell("Common Stock", ["1"]),
  transactionDate: cell("07/15/2013"),
  deemedExecutionDate: emptyCell(),
  code: cell("S", ["2"]),
  v: emptyCell(),
  amount: cell("5,688"),
  acquiredDisposed: cell("D"),
  price: cell("$ 39.0616", ["3"]),
  owned: cell("161,889"),
  directOrIndirect: cell("D"),
  nature: emptyCell(),
};

const form: PrintedForm = {
  form: "4",
  exitBox: off,
  planBox: "absent",
  form3HoldingsReported: null,
  form4TransactionsReported: null,
  issuerName: cell("Birch Holdings, Inc."),
  tradingSymbol: cell("BIRC"),
  periodOfReport: cell("07/15/2013"),
  dateOfOriginal: emptyCell(),
  isJoint: off,
  noSecuritiesOwned: null,
  owners: [owner],
  tableI: [{ cells: trade, unplaced: [] }],
  tableII: [],
  notes: [
    { mark: "1", text: cell("Held with a broker.") },
    { mark: "2", text: cell("To pay taxes.") },
    { mark: "3", text: cell("A weighted average price: sold at prices ranging from $39.00 to $39.07.") },
  ],
  remarks: emptyCell(),
  signatures: [{ name: cell("/s/ Jane Alder"), date: cell("07/16/2013") }],
  unplaced: [],
  problems: [],
};

const reading = (changed: Partial<PrintedForm>, kind: "html" | "ocr" = "html") =>
  formReading(kind, { text: [["as printed"]], form: { ...form, ...changed } });
const row = (cells: object, unplaced: PrintedCell[] = []) => ({ cells: { ...trade, ...cells }, unplaced });

describe("a form as printed", () => {
  it("becomes a document in the shape of the XML: dates, decimals, footnote marks as ids", () => {
    const { document, unread, uncertain } = reading({});
    expect(document).toMatchObject({
      documentType: "4",
      periodOfReport: "2013-07-15",
      notSubjectToSection16: "0",
      issuer: { issuerName: "Birch Holdings, Inc.", issuerTradingSymbol: "BIRC" },
      reportingOwner: [
        {
          reportingOwnerId: { rptOwnerName: "Alder Jane" },
          reportingOwnerAddress: {
            rptOwnerStreet1: "1 Main Street",
            rptOwnerStreet2: "Suite 2",
            rptOwnerCity: "SPRINGFIELD",
            rptOwnerState: "IL",
            rptOwnerZipCode: "62701",
          },
          reportingOwnerRelationship: { isOfficer: "1", officerTitle: "Chief Financial Officer" },
        },
      ],
      nonDerivativeTable: [
        {
          kind: "transaction",
          line: 1,
          securityTitle: { value: "Common Stock", footnotes: ["F1"] },
          transactionDate: { value: "2013-07-15", footnotes: [] },
          transactionCoding: { transactionCode: "S", footnotes: ["F2"] },
          transactionAmounts: {
            transactionShares: { value: "5688", footnotes: [] },
            transactionPricePerShare: { value: "39.0616", footnotes: ["F3"] },
            transactionAcquiredDisposedCode: { value: "D", footnotes: [] },
          },
          postTransactionAmounts: { sharesOwnedFollowingTransaction: { value: "161889", footnotes: [] } },
        },
      ],
      ownerSignature: [{ signatureName: "/s/ Jane Alder", signatureDate: "2013-07-16" }],
    });
    expect(document).not.toHaveProperty("aff10b5One");
    expect(unread).toEqual([]);
    expect(uncertain).toEqual([]);
  });

  it("is an amendment if it has the date of an original", () => {
    expect(reading({ dateOfOriginal: cell("07/16/2013") }).document).toMatchObject({
      documentType: "4/A",
      dateOfOriginalSubmission: "2013-07-16",
    });
  });

  it("reads a row without date, code and amount as a holding", () => {
    const empty = { transactionDate: emptyCell(), code: emptyCell(), amount: emptyCell() };
    const { document } = reading({ tableI: [row({ ...empty, acquiredDisposed: emptyCell(), price: emptyCell() })] });
    expect(document.nonDerivativeTable[0]).toMatchObject({ kind: "holding" });
    expect(document.nonDerivativeTable[0]).not.toHaveProperty("transactionCoding");
  });

  it("of a Form 3 has holdings, whose columns for trades are not unread", () => {
    const { securityTitle, owned, directOrIndirect, nature } = trade;
    const { document, unread } = reading({
      form: "3",
      tableI: [{ cells: { securityTitle, owned, directOrIndirect, nature }, unplaced: [] }],
    });
    expect(document.nonDerivativeTable[0]).toMatchObject({ kind: "holding" });
    expect(unread).toEqual([]);
  });

  it("gives null for a missing column, and lists it as unread", () => {
    const { document, unread } = reading({ tableI: [row({ price: undefined })] });
    const at = ["transactionAmounts", "transactionPricePerShare"];
    expect(unread).toEqual([`/nonDerivativeTable/0/${at.join("/")}`]);
    expect(nodeAt(document.nonDerivativeTable[0], at)).toEqual({ value: null, footnotes: [] });
  });

  it("reads an amount under (D) as disposed of; if it may be under either heading, the letter is unread", () => {
    const { acquiredDisposed: _letter, amount: _amount, ...cells } = trade;
    const derivative = {
      ...cells,
      exercisePrice: cell("$ 6.36"),
      exerciseDate: cell("02/09/2007"),
      expirationDate: cell("02/09/2016"),
      underlyingTitle: cell("Common Stock"),
      underlyingShares: cell("13,200"),
    };
    const letter = ["transactionAmounts", "transactionAcquiredDisposedCode", "value"];
    const told = reading({
      tableII: [
        { cells: { ...derivative, amountAcquired: emptyCell(), amountDisposed: cell("13,200") }, unplaced: [] },
        { cells: { ...derivative, amountOfEither: cell("13,200") }, unplaced: [] },
      ],
    });
    expect(nodeAt(told.document.derivativeTable[0], letter)).toBe("D");
    expect(nodeAt(told.document.derivativeTable[1], letter)).toBeNull();
    expect(told.unread).toEqual(["/derivativeTable/1/transactionAmounts/transactionAcquiredDisposedCode"]);
  });

  it("leaves a number with a letter in it unread in a scan, and keeps it as printed on a page", () => {
    const at = ["transactionAmounts", "transactionPricePerShare", "value"];
    const damaged = { tableI: [row({ price: cell("$ 1B.14") })] };
    expect(nodeAt(reading(damaged, "ocr").document.nonDerivativeTable[0], at)).toBeNull();
    expect(reading(damaged, "ocr").unread).toHaveLength(1);
    expect(nodeAt(reading(damaged, "html").document.nonDerivativeTable[0], at)).toBe("$ 1B.14");
    expect(reading(damaged, "html").uncertain).toHaveLength(1);
  });

  it("on a Form 5 has the form after the code, or alone for a holding", () => {
    const none = emptyCell();
    const holding = { transactionDate: none, amount: none, acquiredDisposed: none, price: none, code: cell("3") };
    const { document } = reading({ form: "5", tableI: [row({ code: cell("G5") }), row(holding)] });
    expect(document.nonDerivativeTable).toMatchObject([
      { kind: "transaction", transactionCoding: { transactionCode: "G", transactionFormType: "5" } },
      { kind: "holding", transactionCoding: { transactionCode: null, transactionFormType: "3" } },
    ]);
  });

  it("marks the value of a doubtful cell as uncertain, and reports texts without a column", () => {
    const { uncertain, doubts, problems } = reading({
      issuerName: cell("Is rust Holdings", [], "Its letters look damaged."),
      tableI: [row({}, [cell("by")])],
    });
    expect(uncertain).toEqual(["/issuer/issuerName"]);
    expect(doubts["/issuer/issuerName"]).toBe("Its letters look damaged.");
    expect(problems).toMatchObject([{ pointer: "/nonDerivativeTable/0" }]);
  });

  it("is confirmed by its sums, and in a scan is uncertain where they disagree", () => {
    const before = row({
      code: cell("M"),
      amount: cell("13,200"),
      acquiredDisposed: cell("A"),
      owned: cell("167,577"),
    });
    const right = reading({ tableI: [before, row({})] }, "ocr");
    // 167,577 − 5,688 = 161,889
    expect(right.checks).toContainEqual(
      expect.objectContaining({ outcome: "confirmed", message: "167,577 − 5,688 = 161,889" }),
    );
    const wrong = reading({ tableI: [before, row({ owned: cell("161,839") })] }, "ocr");
    expect(wrong.checks).toContainEqual(
      expect.objectContaining({
        outcome: "contradicted",
        message: "167,577 − 5,688 = 161,889, and the form says 161,839",
      }),
    );
    expect(wrong.uncertain).toContain("/nonDerivativeTable/1/postTransactionAmounts/sharesOwnedFollowingTransaction");
    expect(reading({ tableI: [before, row({ owned: cell("161,839") })] }).uncertain).toEqual([]);
  });
});
