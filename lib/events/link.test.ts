import { describe, expect, test } from "vitest";
import { jointFiling, saleRow } from "@/testing/filing-for-test";
import { describeLink } from "./describe-event";
import { link } from "./link";

const fund = ["21", "Harrow Street Partners LP"] as const;
const saxon = ["11", "Saxon Michael J"] as const;

describe("two filings are linked", () => {
  test("by an owner that both have", () => {
    const found = link(jointFiling(1, [fund, saxon], [saleRow()]), jointFiling(2, [saxon], [saleRow()]));
    expect(found).toEqual({ kind: "shared owner", ciks: ["11"] });
    expect(found && describeLink(found, { 11: "Michael J. Saxon" })).toBe("Both filings are by Michael J. Saxon");
  });

  test("by a note that names an owner of the other", () => {
    const found = link(
      jointFiling(1, [fund], [saleRow({ securityTitle: ["Common Stock", "F2"] })], {
        notes: { F1: "Sold in one block.", F2: "Mr. Michael Saxon is a managing member of the general partner." },
      }),
      jointFiling(2, [saxon], [saleRow()]),
    );
    expect(found).toEqual({
      kind: "owner named",
      name: "Saxon Michael J",
      words: "Michael Saxon",
      from: "0000000007-20-000001#F2",
    });
    expect(found && describeLink(found)).toBe("Footnote F2 of 0000000007-20-000001 names “Michael Saxon”");
  });

  test("by a nature of ownership that names an owner of the other, whichever comes first", () => {
    const a = jointFiling(1, [saxon], [saleRow({ natureOfOwnership: "By Harrow Street Partners, L.P." })]);
    const b = jointFiling(2, [fund], [saleRow({ directOrIndirect: "D" })]);
    const found = link(a, b);
    expect(found).toMatchObject({ words: "Harrow Street Partners, L.P.", from: "0000000007-20-000001#I-1" });
    expect(link(b, a)).toEqual(found);
    expect(found && describeLink(found)).toBe(
      "The nature of ownership in row I·1 of 0000000007-20-000001 names “Harrow Street Partners, L.P.”",
    );
  });

  test("by remarks", () => {
    const found = link(
      jointFiling(1, [fund], [saleRow()], { remarks: "Michael J. Saxon files separately." }),
      jointFiling(2, [saxon], [saleRow()]),
    );
    expect(found).toMatchObject({ kind: "owner named", from: "0000000007-20-000001#remarks" });
    expect(found && describeLink(found)).toBe("The remarks of 0000000007-20-000001 name “Michael J. Saxon”");
  });

  test("by a note with the complete name, if it is made of common words", () => {
    const notes = { F1: "3H Capital Ltd. is the manager of the fund." };
    const found = link(
      jointFiling(1, [fund], [saleRow({ securityTitle: ["Common Stock", "F1"] })], { notes }),
      jointFiling(2, [["24", "3H CAPITAL LTD"]], [saleRow()]),
    );
    expect(found).toMatchObject({ kind: "owner named", name: "3H CAPITAL LTD", words: "3H Capital Ltd" });
  });

  test("by a note in capitals, with the name between other words", () => {
    const notes = { F1: "THE SHARES ARE HELD BY THE FUND, WHICH MICHAEL SAXON CONTROLS." };
    const found = link(
      jointFiling(1, [fund], [saleRow({ securityTitle: ["Common Stock", "F1"] })], { notes }),
      jointFiling(2, [saxon], [saleRow()]),
    );
    expect(found).toMatchObject({ kind: "owner named", words: "MICHAEL SAXON" });
  });

  test("by a vehicle that both hold through", () => {
    const found = link(
      jointFiling(1, [saxon], [saleRow({ natureOfOwnership: "By Juniper Targeted Opportunity Fund, L.P." })]),
      jointFiling(2, [["12", "MICHAS ALEXIS P"]], [saleRow({ natureOfOwnership: ["See footnote", "F1"] })], {
        notes: { F1: "Held of record by Juniper Targeted Opportunity Fund LP." },
      }),
    );
    expect(found).toMatchObject({ kind: "vehicle named", name: "Juniper Targeted Opportunity Fund LP" });
  });
});

describe("two filings are not linked", () => {
  test("by a surname alone", () => {
    const note = { F1: "Mr. Saxon disclaims beneficial ownership. Held through Smithfield LLC." };
    const a = jointFiling(1, [fund], [saleRow({ natureOfOwnership: ["See footnote", "F1"] })], { notes: note });
    expect(link(a, jointFiling(2, [saxon], [saleRow()]))).toBeNull();
    expect(link(a, jointFiling(2, [["13", "SMITH DARLA M"]], [saleRow()]))).toBeNull();
  });

  test.each(["By Trust", "By Family Trust", "By Spouse", "See footnote", "By LLC", "By 401(k)"])(
    "by “%s”",
    (nature) => {
      const rows = [saleRow({ natureOfOwnership: nature })];
      expect(link(jointFiling(1, [saxon], rows), jointFiling(2, [["12", "MICHAS ALEXIS P"]], rows))).toBeNull();
    },
  );

  test("by a filing that names its own owner, if father and son have one name", () => {
    const notes = { F1: "Held by Michael Saxon." };
    const father = jointFiling(1, [saxon], [saleRow({ natureOfOwnership: ["See footnote", "F1"] })], { notes });
    const son = jointFiling(2, [["12", "SAXON MICHAEL JR"]], [saleRow()]);
    expect(link(father, son)).toBeNull();
  });

  test("by remarks that say it is one of two filings, and name nobody", () => {
    const remarks = "This Form 4 is the first of two filings made for the same joint filers.";
    const b = jointFiling(2, [saxon], [saleRow()]);
    expect(link(jointFiling(1, [fund], [saleRow()], { remarks }), b)).toBeNull();
    expect(
      link(jointFiling(1, [fund], [saleRow()], { remarks: `${remarks} Michael Saxon is one.` }), b),
    ).not.toBeNull();
  });
});
