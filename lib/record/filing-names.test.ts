import { expect, it } from "vitest";
import { filedOn, listedName, namesInSentence, ownerNames, readingNames } from "./filing-names";

it("reorders a name only if a signature confirms it", () => {
  const form = {
    owners: [{ name: "Saxon Michael J" }, { name: "Hoffman Reid" }],
    signatures: [{ name: "/s/ Michael J. Saxon" }, { name: null }],
  };
  expect(ownerNames(form)).toEqual(["Michael J. Saxon", "Hoffman Reid"]);
});

it("names an owner in lists by the spelling that a signature on the owner's filings confirms, otherwise as filed", () => {
  const owners = [
    { cik: "1", name: "SAXON MICHAEL J" },
    { cik: "2", name: "Hoffman Reid" },
    { cik: null, name: "ABARA CHIDI" },
  ];
  const names = readingNames(owners, new Map([["1", ["/s/ P. Attorney", "/s/ Michael J. Saxon"]]]));
  expect(owners.map((owner) => listedName(owner, names))).toEqual(["Michael J. Saxon", "Hoffman Reid", "ABARA CHIDI"]);
  // A former name of the same owner is not the name that the signature confirms.
  expect(listedName({ cik: "1", name: "MARROW MICHAEL" }, names)).toBe("MARROW MICHAEL");
});

it("names up to three owners, and counts the others of a larger group", () => {
  expect(namesInSentence(["A"])).toBe("A");
  expect(namesInSentence(["A", "B", "C"])).toBe("A, B and C");
  expect(namesInSentence(["A", "B", "C", "D"])).toBe("A and 3 others");
  expect(namesInSentence([])).toBe("An unnamed owner");
});

it("dates an acceptance after midnight UTC to the day before in New York", () => {
  expect(filedOn({ filedAt: "2025-06-13T01:30:00.000Z", filingDate: null })).toBe("2025-06-12");
  expect(filedOn({ filedAt: null, filingDate: null })).toBeNull();
});
