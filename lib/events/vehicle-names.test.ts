import { describe, expect, test } from "vitest";
import { jointFiling, saleRow } from "@/testing/filing-for-test";
import { recordHolder, vehicleNames } from "./vehicle-names";

describe("a note names the holder", () => {
  test.each([
    [
      'The securities are held of record by Wyckmere Ventures IV, L.P. (the "Fund"). Its partner manages it.',
      "Wyckmere Ventures IV, L.P.",
    ],
    ["These shares are held directly by The Founders Fund VI, LP.", "Founders Fund VI, LP"],
    ["Owned by the Walton Family Holdings Trust, whose trustees decide.", "Walton Family Holdings Trust"],
  ])("“%s”", (note, holder) => {
    expect(recordHolder(note)).toBe(holder);
  });

  test.each([
    "Shares previously held by Valor Equity Partners II, LP.",
    "These shares are held by the Trust.",
    "Held by Mr. Saxon.",
    "Held by PENSCO Trust Company as custodian.",
    "Held by Kestrel Holdings LLC under the 401(k) plan.",
    'Represents shares held directly by Craft Ventures II. Craft Ventures GP II, LP ("Craft GP") is its general partner.',
  ])("“%s” names none", (note) => {
    expect(recordHolder(note)).toBeNull();
  });

  test("and is used if the nature only cites it", () => {
    const entry = jointFiling(
      1,
      [["11", "Saxon Michael J"]],
      [
        saleRow({ natureOfOwnership: ["See footnote", "F1"] }),
        saleRow({ natureOfOwnership: ["By Juniper Fund, L.P.", "F1"], transactionShares: "7" }),
        saleRow({ directOrIndirect: "D", natureOfOwnership: [null, "F1"], transactionShares: "8" }),
      ],
      { notes: { F1: "Held of record by Harrow Street Partners LP." } },
    );
    expect(vehicleNames(entry).map(({ name, rows }) => [name.asFiled, [...rows]])).toEqual([
      ["Harrow Street Partners LP", ["I-1"]],
      ["Juniper Fund, L.P.", ["I-2"]],
    ]);
  });
});
