import { expect, test } from "vitest";
import { documentInSubmission, parseSubmission } from "@/lib/edgar/submission";
import { orderedAt } from "@/lib/record/ordered-at";
import { newYorkInstant } from "@/lib/values/new-york-time";

const submission = `<SEC-DOCUMENT>9999000001-22-000061.txt : 20220506
<SEC-HEADER>9999000001-22-000061.hdr.sgml
        : 20220506
<ACCEPTANCE-DATETIME>20220506183057
ACCESSION NUMBER:		9999000001-22-000061
CONFORMED
        SUBMISSION TYPE:	4
FILED
        AS OF DATE:		20220506
</SEC-HEADER>
<DOCUMENT>
<TYPE>EX-24
<TEXT><XML><poa/></XML></TEXT>
</DOCUMENT>
<DOCUMENT>
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument><documentType>4</documentType></ownershipDocument>
</XML>
</TEXT>`;

test("reads a wrapped header; 18:30:57 in New York in May is 22:30:57 UTC", () => {
  expect(parseSubmission(submission).header).toMatchObject({
    accessionNumber: "9999000001-22-000061",
    submissionType: "4",
    filedAt: "2022-05-06T22:30:57.000Z",
    filingDate: "2022-05-06",
  });
});

test("reads the SIC code of the issuer, not of an owner that is a company", () => {
  const part = (name: string, cik: string, industry: string) =>
    `${name}:\t\n\n\tCOMPANY DATA:\t\n\t\tCENTRAL INDEX KEY:\t${cik}\n\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t${industry}\n\n`;
  const owner = part("REPORTING-OWNER", "0000000007", "STATE COMMERCIAL BANKS [6022]");
  const industryIn = (...parts: string[]) =>
    parseSubmission(submission.replace("</SEC-HEADER>", `\n${parts.join("")}</SEC-HEADER>`)).header.industry;
  const lam = { cik: "707549", code: "3559", name: "SPECIAL INDUSTRY MACHINERY, NEC" };
  const issuer = part("ISSUER", "0000707549", "SPECIAL INDUSTRY\n        MACHINERY, NEC [3559]");
  expect(industryIn(owner, issuer)).toEqual(lam);
  expect(industryIn(issuer, owner)).toEqual(lam);
  expect(industryIn(owner, part("ISSUER", "0000707549", " []"))).toBeNull();
  expect(industryIn(part("ISSUER", "0000707549", "UNKNOWN SIC - 0000 [0000]"))).toBeNull();
  expect(industryIn(owner)).toBeNull();
});

test("finds the ownership document among the documents of the submission", () => {
  expect(parseSubmission(submission).xml).toMatch(/^<\?xml[\s\S]*<\/ownershipDocument>$/);
  expect(parseSubmission(submission.replaceAll("ownershipDocument", "letter")).xml).toBeNull();
});

test("extracts the exact bytes of the document, whatever their encoding", () => {
  const document = Buffer.from(
    "<ownershipDocument><remarks>\u00c3\u00a9 \u0080</remarks></ownershipDocument>",
    "latin1",
  );
  const bytes = Buffer.concat([Buffer.from("<SEC-DOCUMENT>\n<XML>\n"), document, Buffer.from("\n</XML>")]);
  expect(documentInSubmission(bytes)).toEqual({ bytes: document, line: 3 });
  expect(documentInSubmission(Buffer.from("<SEC-DOCUMENT>\n<XML><letter/></XML>"))).toBeNull();
});

test("leaves the time of acceptance empty if the submission does not state it", () => {
  expect(parseSubmission(submission.replace(/<ACCEPTANCE-DATETIME>\d+\n/, "")).header.filedAt).toBeNull();
});

test("New York is five hours behind UTC in winter and four in summer", () => {
  expect(newYorkInstant("2025-01-15", "16:00:00")).toBe("2025-01-15T21:00:00.000Z");
  expect(newYorkInstant("2025-03-09", "12:00:00")).toBe("2025-03-09T16:00:00.000Z");
  expect(newYorkInstant("2025-11-02", "12:00:00")).toBe("2025-11-02T17:00:00.000Z");
});

test("sorts newest first by filed at, then filing date, last signature and period", () => {
  const dates = {
    filedAt: null,
    filingDate: null,
    signatureDates: ["2025-06-11", "2025-06-12", null],
    periodOfReport: "2025-06-10",
  };
  expect(orderedAt({ ...dates, filedAt: "2025-06-12T21:00:00.000Z" })).toBe("2025-06-12T21:00:00.000Z");
  expect(orderedAt({ ...dates, filingDate: "2025-06-13" })).toBe("2025-06-13T04:00:00.000Z");
  expect(orderedAt(dates)).toBe("2025-06-12T04:00:00.000Z");
  expect(orderedAt({ ...dates, signatureDates: [] })).toBe("2025-06-10T04:00:00.000Z");
});
