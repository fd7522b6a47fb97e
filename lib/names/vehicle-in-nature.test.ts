import { describe, expect, test } from "vitest";
import { vehicleInNature } from "./vehicle-in-nature";

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
