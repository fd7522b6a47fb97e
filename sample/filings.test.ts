import { expect, test } from "vitest";
import { parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";
import { parseSubmission } from "@/lib/edgar/submission";
import { readSample } from "@/testing/sample-filings";

const filings = (await readSample()).map(({ fileName, text }) => {
  const { header, xml } = parseSubmission(text);
  const parsed = parseOwnershipDocument(xml ?? "");
  if (parsed.outcome === "refused") throw new Error(`${fileName}: ${parsed.message}`);
  return { fileName, header, accepted: /<ACCEPTANCE-DATETIME>(\d{14})/.exec(text)?.[1] ?? "", ...parsed };
});
const distinct = (values: Iterable<string | null>) => [...new Set(values)].sort();

test("has the number of filings, issuers and owners that its README states", () => {
  expect(filings).toHaveLength(1499);
  expect(distinct(filings.map(({ record }) => record.filing.issuerCik))).toHaveLength(66);
  expect(distinct(filings.flatMap(({ record }) => record.owners.map(({ cik }) => cik)))).toHaveLength(172);
});

test("uses no CIK that the SEC has assigned", () => {
  for (const { fileName, header, record } of filings) {
    expect(fileName).toMatch(/^9999000001-\d\d-\d{6}\.txt$/);
    expect(`${header.accessionNumber}.txt`).toBe(fileName);
    expect(record.filing.issuerCik).toMatch(/^99000000\d\d$/);
    for (const { cik } of record.owners) expect(cik).toMatch(/^991000\d{4}$/);
  }
});

test("is in order of acceptance, from July 2018 to June 2026", () => {
  const accepted = filings.map((filing) => filing.accepted);
  expect(accepted).toEqual([...accepted].sort());
  expect(accepted[0]).toMatch(/^201807/);
  expect(accepted.at(-1)).toMatch(/^202606/);
});

test("has every form, and every transaction code except K and V", () => {
  expect(distinct(filings.map(({ record }) => record.filing.documentType))).toEqual([
    "3",
    "3/A",
    "4",
    "4/A",
    "5",
    "5/A",
  ]);
  const codes = filings.flatMap(({ record }) => record.rows.flatMap((row) => row.transactionCode ?? []));
  expect(distinct(codes).join("")).toBe("ACDEFGHIJLMOPSUWXZ");
  expect(filings.filter(({ record }) => record.filing.documentType?.endsWith("/A"))).toHaveLength(30);
  expect(Math.max(...filings.map(({ record }) => record.owners.length))).toBe(10);
});

test("is read without problems, except for the three intended ones", () => {
  const problems = filings.flatMap(({ fileName, problems }) =>
    problems.map(({ message }) => `${fileName}: ${message}`),
  );
  expect(problems).toEqual([
    expect.stringMatching(/^9999000001-20-000570\.txt: code P and letter D contradict each other/),
    expect.stringMatching(/^9999000001-22-000673\.txt: <transactionDate> “0022-03-28” is not a calendar date/),
    expect.stringMatching(/^9999000001-22-000695\.txt: code S and letter A contradict each other/),
  ]);
});
