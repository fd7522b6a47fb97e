import { describe, expect, test } from "vitest";
import { jointFiling, sale } from "@/testing/filing-for-test";
import { recordHolder, vehicleInNature, vehicleNames } from "./vehicle-names";

describe("the nature of ownership names a vehicle", () => {
  test.each([
    ["By Juniper Targeted Opportunity Fund, L.P.", "Juniper Targeted Opportunity Fund, L.P."],
    ["By: Juniper Multi-Strategy Fund, L.P.", "Juniper Multi-Strategy Fund, L.P."],
    ["Sequoia Capital USGF Principals Fund IV, L.P.", "Sequoia Capital USGF Principals Fund IV, L.P."],
    ["By Rivendell 7 LLC (1)", "Rivendell 7 LLC"],
    ["Held by Harrow Street Partners LP, of which the reporting person is a partner", "Harrow Street Partners LP"],
    ["By Sequoia Capital U.S. Growth\nFund VII, L.P.", "Sequoia Capital U.S. Growth Fund VII, L.P."],
    ["By Levchin 2012 Irrevocable Trust", "Levchin 2012 Irrevocable Trust"],
    ["Through 2012 MRL Investments LLC. See footnote 3", "2012 MRL Investments LLC"],
  ])("“%s”", (nature, vehicle) => {
    expect(vehicleInNature(nature)).toBe(vehicle);
  });

  test.each([
    "By Trust",
    "By Spouse",
    "by spouse's trust",
    "By Family Trust",
    "See footnote",
    "See Footnotes (1)(2)",
    "By Limited Partnership",
    "By LLC",
    "By Limited Liability Company 2",
    "By Grantor Retained Annuity Trust 1",
    "By Irrevocable Trust dated December 20, 2012",
    "By 401(k)",
    "By Kestrel Grid Systems 401(k) Plan",
    "By Kestrel ESOP Trust",
    "Charles Schwab & Co. IRA",
    "By Estate Planning Vehicle",
    "By corporation owned by reporting person",
    "By Children",
    "By Fidelity Management Trust Company",
    "By Fund",
  ])("“%s” names none", (nature) => {
    expect(vehicleInNature(nature)).toBeNull();
  });
});

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
        sale({ natureOfOwnership: ["See footnote", "F1"] }),
        sale({ natureOfOwnership: ["By Juniper Fund, L.P.", "F1"], transactionShares: "7" }),
        sale({ directOrIndirect: "D", natureOfOwnership: [null, "F1"], transactionShares: "8" }),
      ],
      { notes: { F1: "Held of record by Harrow Street Partners LP." } },
    );
    expect(vehicleNames(entry).map(({ name, rows }) => [name.asFiled, [...rows]])).toEqual([
      ["Harrow Street Partners LP", ["I-1"]],
      ["Juniper Fund, L.P.", ["I-2"]],
    ]);
  });
});
