import { expect, test } from "vitest";
import { UNDERIVED_FILING } from "@/lib/record/derived-filing";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { jointFiling } from "@/testing/filing-for-test";
import { rowAtomEntry } from "./row-atom-entry";
import { CSV_HEADER, csvCells, rowRecord } from "./row-columns";

const sold = {
  transactionCode: "S",
  acquiredDisposedCode: "D",
  transactionShares: "10",
  directOrIndirect: "I",
} as const;
const FUND: StatedFacts = {
  holders: { value: [{ name: "Thornlea Fund II, L.P.", kind: "partnership", role: null }], spans: [] },
  disclaimer: { value: "full", spans: [] },
};
const entry = {
  ...jointFiling(
    1,
    [["9900416", "PLIMPTON ESPERANZA T"]],
    [
      { ...sold, natureOfOwnership: ["See footnote", "F1"] },
      { ...sold, natureOfOwnership: "By Trust" },
      { ...sold, directOrIndirect: "D" },
      { ...sold, transactionCode: "A", acquiredDisposedCode: "A", natureOfOwnership: ["See footnote", "F1"] },
    ],
  ),
  derived: { ...UNDERIVED_FILING, facts: new Map([["F1", FUND]]) },
};
const issuer = entry.filing.issuer.name;
const titles = entry.rows.map((row) => rowAtomEntry(entry, row, "http://localhost").title);

test("names the holder of an indirect row in a feed, with who reports it, and does not call what a fund acquires a grant", () => {
  expect(titles).toEqual([
    `Thornlea Fund II, L.P. (reported by PLIMPTON ESPERANZA T), ${issuer}: sold 10 shares of Common Stock (code S)`,
    `PLIMPTON ESPERANZA T, ${issuer}: sold 10 shares of Common Stock held indirectly (by Trust) (code S)`,
    `PLIMPTON ESPERANZA T, ${issuer}: sold 10 shares of Common Stock (code S)`,
    `Thornlea Fund II, L.P. (reported by PLIMPTON ESPERANZA T), ${issuer}: acquired 10 shares of Common Stock (code A)`,
  ]);
});

test("begins what an entry says after its number as a sentence", () => {
  const summaries = entry.rows.map((row) => rowAtomEntry(entry, row, "http://localhost").summary);
  expect(summaries[2]).toBe(
    `Form 4, accession number ${entry.filing.accessionNumber}, row I-3. Sold 10 shares of Common Stock (code S)`,
  );
});

test("names the holder in JSON and CSV", () => {
  const records = entry.rows.map((row) => rowRecord(entry, row, "http://localhost").holder);
  expect(records).toEqual([
    { names: ["Thornlea Fund II, L.P."], nature: null, disclaimer: "full" },
    { names: [], nature: "By Trust", disclaimer: null },
    null,
    { names: ["Thornlea Fund II, L.P."], nature: null, disclaimer: "full" },
  ]);
  const cellOf = (name: string) =>
    entry.rows.map((row) => csvCells(entry, row, "http://localhost")[CSV_HEADER.indexOf(name)]);
  expect(cellOf("derived_holder")).toEqual(["Thornlea Fund II, L.P.", null, null, "Thornlea Fund II, L.P."]);
  expect(cellOf("derived_holder_disclaimer")).toEqual(["full", null, null, "full"]);
});
