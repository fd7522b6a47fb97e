import { describe, expect, it } from "vitest";
import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import { OWNER_FIELDS, ROW_FIELDS } from "@/lib/record/filing-fields";
import { rowPointer, unreadColumns, withUnread } from "./unread";

const PRICE = "/derivativeTable/0/transactionAmounts/transactionPricePerShare";
const document: OwnershipDocument = {
  reportingOwner: [{ reportingOwnerId: { rptOwnerName: "Saxon Michael J" } }],
  nonDerivativeTable: [],
  derivativeTable: [{ kind: "transaction", line: 1, securityTitle: { value: "Stock Option", footnotes: [] } }],
  footnotes: [],
  ownerSignature: [],
};

describe("what is in the original but missing from our text", () => {
  it("is named by column: the price of row II·1, not its title", () => {
    const row = rowPointer({ tableNumber: "II", line: 1 });
    expect([...unreadColumns([PRICE], row, ROW_FIELDS)]).toEqual(["pricePerShare"]);
    expect([...unreadColumns([PRICE], rowPointer({ tableNumber: "II", line: 2 }), ROW_FIELDS)]).toEqual([]);
    expect([
      ...unreadColumns(["/reportingOwner/0/reportingOwnerId/rptOwnerCik"], "/reportingOwner/0", OWNER_FIELDS),
    ]).toEqual(["cik"]);
  });

  it("keeps its key in the document with the value null, for fields and leaves", () => {
    const whole = withUnread(document, [PRICE, "/periodOfReport", "/reportingOwner/0/reportingOwnerId/rptOwnerCik"]);
    expect(whole.derivativeTable[0]).toMatchObject({
      transactionAmounts: { transactionPricePerShare: { value: null, footnotes: [] } },
    });
    expect(whole.periodOfReport).toBeNull();
    expect(whole.reportingOwner[0]).toEqual({
      reportingOwnerId: { rptOwnerName: "Saxon Michael J", rptOwnerCik: null },
    });
    expect(document).not.toHaveProperty("periodOfReport");
  });

  it("never replaces a value that was read with null", () => {
    const whole = withUnread(document, ["/derivativeTable/0/securityTitle"]);
    expect(whole.derivativeTable[0]?.securityTitle).toEqual({ value: "Stock Option", footnotes: [] });
  });
});
