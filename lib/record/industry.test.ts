import { expect, test } from "vitest";
import { describeIndustry, industryGroup, parseSicCode } from "./industry";

test("a code has four digits; three are a code without its leading zero, and 0000 means unknown", () => {
  expect([" 3571 ", "100", "0000", "", "35", "3571a"].map(parseSicCode)).toEqual([
    "3571",
    "0100",
    null,
    null,
    null,
    null,
  ]);
});

test("codes belong to a major group or, if we have no name for it, to a division", () => {
  expect(["3674", "36", "6022", "4311", "1"].map(industryGroup)).toEqual([
    "Electronic and other electrical equipment",
    "Electronic and other electrical equipment",
    "Depository institutions",
    "Transportation, communications and utilities",
    null,
  ]);
  expect(industryGroup("8888")).toBe("American depositary receipts and foreign governments");
  expect(industryGroup("9995")).toBe("Nonclassifiable establishments");
});

test("names in capital letters are shown in small ones, others as they are", () => {
  expect(describeIndustry({ code: "3559", name: "SPECIAL INDUSTRY MACHINERY, NEC" })).toBe(
    "SIC 3559, special industry machinery, NEC",
  );
  expect(describeIndustry({ code: "3571", name: "Electronic Computers" })).toBe("SIC 3571, Electronic Computers");
  expect(describeIndustry({ code: "3571", name: "" })).toBe("SIC 3571");
});
