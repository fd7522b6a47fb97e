import { expect, test } from "vitest";
import { memberOfFile, readHeader } from "@/lib/dataset/data-set-columns";

test("recognises a member by its name, in any folder and case", () => {
  expect(memberOfFile("2024q3_form345/SUBMISSION.tsv")).toBe("SUBMISSION");
  expect(memberOfFile("nonderiv_trans.TSV")).toBe("NONDERIV_TRANS");
  expect(memberOfFile("FORM_345_readme.htm")).toBeNull();
});

test("goes by names, not positions; both spellings of the exercise date are one column", () => {
  const header = readHeader("DERIV_TRANS", ["EXERCISE_DATE", "DERIV_TRANS_SK", "ACCESSION_NUMBER"]);
  expect(header).toMatchObject({ accessionNumber: 2, key: 1 });
  expect(header?.places[0]).toEqual({ column: "exerciseDate", type: "date" });
  const misspelt = readHeader("DERIV_TRANS", ["ACCESSION_NUMBER", "DERIV_TRANS_SK", "EXCERCISE_DATE"]);
  expect(misspelt?.places[2]).toEqual({ column: "exerciseDate", type: "date" });
});

test("names columns that an older quarter lacks, and new ones of a later quarter", () => {
  const header = readHeader("OWNER_SIGNATURE", ["ACCESSION_NUMBER", "OWNERSIGNATURENAME", "SIGNER_ROLE"]);
  expect(header?.missing).toEqual(["OWNERSIGNATUREDATE"]);
  expect(header?.unknown).toEqual([{ position: 2, name: "SIGNER_ROLE" }]);
});

test("cannot read a table that does not say which filing its rows belong to", () => {
  expect(readHeader("FOOTNOTES", ["FOOTNOTE_ID", "FOOTNOTE_TXT"])).toBeNull();
});

test("the real header of holdings lacks only columns for transactions", () => {
  const names =
    "ACCESSION_NUMBER NONDERIV_HOLDING_SK SECURITY_TITLE SECURITY_TITLE_FN TRANS_FORM_TYPE TRANS_FORM_TYPE_FN SHRS_OWND_FOLWNG_TRANS SHRS_OWND_FOLWNG_TRANS_FN VALU_OWND_FOLWNG_TRANS VALU_OWND_FOLWNG_TRANS_FN DIRECT_INDIRECT_OWNERSHIP DIRECT_INDIRECT_OWNERSHIP_FN NATURE_OF_OWNERSHIP NATURE_OF_OWNERSHIP_FN";
  expect(readHeader("NONDERIV_HOLDING", names.split(" "))).toMatchObject({ missing: [], unknown: [] });
});
