import { describe, expect, test } from "vitest";
import { expectedProblems } from "@/fuzz/documents/expected-problems";
import { compareFacts, readIndependently, withoutEmpty } from "@/fuzz/documents/read-independently";

const sale = `<ownershipDocument><documentType>4</documentType><remarks/>
<nonDerivativeTable><nonDerivativeTransaction><securityTitle><value> Common <![CDATA[& Sons]]></value><footnoteId id="F2"/></securityTitle>
<transactionCoding><transactionCode>S</transactionCode><footnoteId id="F1"/></transactionCoding>
<transactionAmounts><transactionPricePerShare><footnoteId id="F1"/></transactionPricePerShare>
<transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts></nonDerivativeTransaction></nonDerivativeTable>
<footnotes><footnote id="F1">One&#13;
two</footnote><footnote id="F2"/></footnotes></ownershipDocument>`;

describe("the independent reading", () => {
  test("gives fields, objects with footnotes, rows with their kind and line", () => {
    expect(readIndependently(sale)).toEqual({
      documentType: "4",
      nonDerivativeTable: [
        {
          kind: "transaction",
          line: 1,
          securityTitle: { value: "Common & Sons", footnotes: ["F2"] },
          transactionCoding: { transactionCode: "S", footnotes: ["F1"] },
          transactionAmounts: {
            transactionPricePerShare: { footnotes: ["F1"] },
            transactionAcquiredDisposedCode: { value: "A" },
          },
        },
      ],
      footnotes: [{ id: "F1", text: "One\r\ntwo" }, { id: "F2" }],
    });
  });

  test("is compared fact by fact: what is lost, changed or added is named with its place", () => {
    const filed = readIndependently(sale);
    expect(compareFacts(filed, withoutEmpty({ ...filed, remarks: null }))).toEqual({ facts: 12, differences: [] });
    const { footnotes: _, ...less } = filed;
    expect(compareFacts(filed, less).differences[0]).toBe('/footnotes/0/id: filed "F1", stored undefined');
    expect(compareFacts(filed, { ...filed, documentType: "5" }).differences).toEqual([
      '/documentType: filed "4", stored "5"',
    ]);
    expect(compareFacts(filed, { ...filed, remarks: "x" }).differences).toEqual(['/remarks: not filed, stored "x"']);
  });

  test("lists problems that a document can have although the schema allows it", () => {
    expect(expectedProblems(readIndependently(sale), null)).toEqual([
      "code S and letter A contradict each other: counted apart from purchases and sales",
      "footnote F2 has no text",
    ]);
  });
});
