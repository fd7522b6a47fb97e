import { expect, test } from "vitest";
import { issuerLabel } from "./issuer-label";

test.each([
  ["KSTG", "Kestrel Grid Systems, Inc.", "1", "KSTG"],
  ["NYSE: SDRK", "Sundrake Restaurants", "1", "NYSE: SDRK"],
  ["NONE", "Kestrel Grid Systems, Inc.", "1", "Kestrel Grid Systems"],
  ["N/A", "Kestrel Grid Systems, Inc.", "1", "Kestrel Grid Systems"],
  [null, "Kestrel Grid Systems, Inc.", "1", "Kestrel Grid Systems"],
  [null, null, "1", "CIK 1"],
  [null, null, null, null],
])("calls an issuer with symbol %s, name %s and CIK %s %s", (tradingSymbol, name, cik, label) => {
  expect(issuerLabel({ tradingSymbol, name, cik })).toBe(label);
});
