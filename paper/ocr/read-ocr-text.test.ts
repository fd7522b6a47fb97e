import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { corpusFolder } from "@/testing/corpus";
import { readOcrText } from "./read-ocr-text";

const corpus = corpusFolder();
const read = (name: string) => readOcrText(readFileSync(join(corpus ?? "", "paper/ocr", name), "utf8"))?.form ?? null;

const SCAN = `FORM 4 UNITED STATES SECURITIES AND EXCHANGE COMMISSION
‘STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES
1. Name and Address of Reporting Person ~ 2. Issuer Name and Ticker or Trading Symbol 5. Relationship
Roe Jane Acme Rivets, Inc. [ACRV] ae (Check all applicable)
(Last) (First) (Middle) 3. Date of Earliest Transaction (Month/Day/Year)
12 MILL ROAD, SUITE 5 03/04/2020
(Street) 4. If Amendment, Date Original Filed
SPRINGFIELD, MA 01101
‘Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
Common Stock |) 03/04/2020 s 400 |D |$ 5 |2,310 D
Reporting Owners
Reporting Owner Name / Address
Roe Jane .
12 MILL ROAD, SUITE 5 x x
SPRINGFIELD, MA 01101
Signatures
/s/ Jane Roe -| 03/05/2020
Signature of Reporting Person Date
Explanation of Responses:
(1) Sold under a plan.
`;

describe("plain text of a scan", () => {
  const form = readOcrText(SCAN)?.form;

  test("what two places on the page agree on is certain", () => {
    const [owner] = form?.owners ?? [];
    expect([owner?.name, ...(owner?.street ?? []), owner?.cityLine].map((cell) => [cell?.text, cell?.doubt])).toEqual([
      ["Roe Jane", undefined],
      ["12 MILL ROAD, SUITE 5", undefined],
      ["SPRINGFIELD, MA 01101", undefined],
    ]);
    expect(form?.periodOfReport).toMatchObject({ text: "03/04/2020" });
    expect(form?.periodOfReport?.doubt).toBeUndefined();
  });

  test("what is in only one place is uncertain", () => {
    expect(form?.issuerName).toMatchObject({ text: "Acme Rivets, Inc.", doubt: expect.any(String) });
    expect(form?.tradingSymbol).toMatchObject({ text: "ACRV", doubt: expect.any(String) });
    expect(form?.signatures[0]?.date).toMatchObject({ text: "03/05/2020", doubt: expect.any(String) });
  });

  test("rows of tables are unread, because nothing shows how many there are", () => {
    expect(form?.tableI).toBeNull();
    expect(form?.tableII).toBeNull();
    expect(form?.problems).toHaveLength(1);
  });

  test("crosses without their columns give no relationship", () => {
    expect(form?.owners[0]?.isDirector).toBeNull();
    expect(form?.owners[0]?.isOfficer).toBeNull();
  });

  test("if footnote numbers are not consecutive, no text is assigned to a number", () => {
    expect(form?.notes.map(({ mark, text }) => [mark, text.text])).toEqual([["1", "Sold under a plan."]]);
    expect(readOcrText(SCAN.replace("(1) Sold", "(7) Sold"))?.form.notes).toEqual([]);
    expect(form?.incomplete).toContain("notes");
  });

  test("returns null for other text", () => {
    expect(readOcrText("Dear Sir,\nthank you for your letter.\n")).toBeNull();
    expect(readOcrText("")).toBeNull();
  });
});

test.skipIf(corpus === null)(
  "reads the owner of a scanned Form 4 of Sergey Brin, whose address is in two places",
  () => {
    const [owner] = read("0001209191-22-024552.txt")?.owners ?? [];
    expect(owner?.name).toMatchObject({ text: "Sergey Brin" });
    expect(owner?.name?.doubt).toBeUndefined();
    expect(owner?.cityLine?.text).toBe("MOUNTAIN VIEW, CA 94043");
  },
);
