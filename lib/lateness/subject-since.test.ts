import { expect, it } from "vitest";
import { entryForTest, ownerForTest } from "@/testing/entry-for-test";
import { filingLateness } from "./lateness";
import { subjectSince } from "./subject-since";

const filing = (documentType: string, filingDate: string, periodOfReport: string, ...ciks: (string | null)[]) =>
  entryForTest([{ transactionCode: "A", transactionDate: "2020-03-31" }], {
    documentType,
    filingDate,
    periodOfReport,
    owners: ciks.map((cik) => ownerForTest({ cik })),
  });

const form3 = filing("3", "2020-09-16", "2020-09-16", "11");
const form4 = filing("4", "2020-09-17", "2020-03-31", "11");

it("is the event of the Form 3, if that is an owner's first filing", () => {
  const since = subjectSince([form4, form3].map((entry) => entry.filing));
  expect(since(form4.filing)).toBe("2020-09-16");
  expect(since(filing("4", "2020-09-17", "2020-03-31", "11", "12").filing)).toBeNull();
  expect(since(filing("4", "2020-09-17", "2020-03-31", null).filing)).toBeNull();
});

it("is unknown for an owner who reported before", () => {
  const before = filing("4", "2020-02-03", "2020-02-03", "11");
  expect(subjectSince([before, form3, form4].map((entry) => entry.filing))(form4.filing)).toBeNull();
});

it("keeps earlier trades from counting as late (0000899243-20-025611)", () => {
  const options = { restated: new Set<string>(), closures: new Set<string>() };
  expect(filingLateness(form4, options)).toEqual({ days: 119, due: "2020-04-02", late: true });
  expect(filingLateness(form4, { ...options, subjectSince: "2020-09-16" })).toBeNull();
  expect(filingLateness(form4, { ...options, subjectSince: "2020-03-31" })?.late).toBe(true);
});
