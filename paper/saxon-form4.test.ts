import { readFileSync } from "node:fs";
import Big from "big.js";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "@/db/ingest/read-incoming";
import type { DocumentNode } from "@/lib/edgar/ownership-document";
import { nodeAt } from "@/lib/edgar/ownership-document";
import { localAccessionNumber, SAXON_NUMBER } from "@/lib/record/accession-number";
import { documentNode } from "@/paper/form/document-node";
import type { PaperReading } from "@/paper/form/paper-reading";
import { readPaper } from "@/paper/read-paper";

const bytes = readFileSync(new URL("../sample/saxon-form4.txt", import.meta.url));

let reading: PaperReading;
beforeAll(async () => {
  const read = await readPaper(bytes);
  if (read.outcome === "refused") throw new Error(read.message);
  reading = read.reading;
});

const at = (pointer: string) => documentNode(reading.document, pointer.slice(1).split("/"));
const valueIn = (row: DocumentNode | undefined, group: string, name: string) =>
  String(nodeAt(row, [group, name, "value"]));

test("its number is that of its bytes", () => expect(localAccessionNumber(sha256(bytes))).toBe(SAXON_NUMBER));

describe("the Saxon Form 4, as text recognition gave it", () => {
  test("154,377 + 13,200 = 167,577; − 5,688 = 161,889; − 1,975 = 159,914", () => {
    const balances = reading.document.nonDerivativeTable.map((row) => {
      const shares = Big(valueIn(row, "transactionAmounts", "transactionShares"));
      const following = valueIn(row, "postTransactionAmounts", "sharesOwnedFollowingTransaction");
      const acquired = valueIn(row, "transactionAmounts", "transactionAcquiredDisposedCode") === "A";
      return {
        before: Big(following)
          .minus(acquired ? shares : shares.neg())
          .toString(),
        following,
      };
    });
    expect(balances).toEqual([
      { before: "154377", following: "167577" },
      { before: "167577", following: "161889" },
      { before: "161889", following: "159914" },
    ]);
  });

  test("columns 8 to 11 of Table II are cut off, the period and symbol are missing: all are unread, and none is invented", () => {
    expect(reading.unread).toEqual(
      expect.arrayContaining([
        "/periodOfReport",
        "/issuer/issuerTradingSymbol",
        "/derivativeTable/0/transactionAmounts/transactionAcquiredDisposedCode",
        "/derivativeTable/0/transactionAmounts/transactionPricePerShare",
        "/derivativeTable/0/postTransactionAmounts/sharesOwnedFollowingTransaction",
        "/derivativeTable/0/ownershipNature/directOrIndirectOwnership",
        "/derivativeTable/0/ownershipNature/natureOfOwnership",
      ]),
    );
    for (const pointer of reading.unread) {
      expect([null, undefined, { value: null, footnotes: [] }], pointer).toContainEqual(at(pointer));
    }
  });

  test("the issuer's damaged name is kept as it was read, and is uncertain", () => {
    expect(at("/issuer/issuerName")).toBe("Is rust Financial Services, Inc.");
    expect(reading.uncertain).toContain("/issuer/issuerName");
  });

  test("every amount and date is in the text", () => {
    const text = bytes.toString("utf8").replaceAll(",", "");
    const { nonDerivativeTable, derivativeTable } = reading.document;
    const printed = JSON.stringify([nonDerivativeTable, derivativeTable])
      .match(/"value":"[\d.-]+"/g)
      ?.map((match) => match.slice(9, -1).replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$2/$3/$1"));
    expect(printed?.length).toBeGreaterThan(15);
    for (const value of printed ?? []) expect(text).toContain(value);
  });
});
