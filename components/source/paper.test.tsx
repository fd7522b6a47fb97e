import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { valueMarks } from "@/paper/form/value-marks";
import { NameFindings } from "./name-findings";
import { PaperChecks } from "./paper-checks";
import { ReadValue, UnreadValue } from "./read-value";
import { ReadingNotes } from "./reading-notes";
import { SourceTextSection } from "./source-text-section";

const SHARES = "/nonDerivativeTable/0/transactionAmounts/transactionShares";
const PRICE = "/nonDerivativeTable/0/transactionAmounts/transactionPricePerShare";
const NAME = "/issuer/issuerName";
const at = (line: number) => [{ page: 1, line, from: 0, to: 4 }];

const marks = valueMarks(
  {
    unread: [PRICE],
    uncertain: [SHARES],
    places: { [SHARES]: at(23), [NAME]: at(3) },
    doubts: { [SHARES]: "A digit is blotted.", [PRICE]: "It is cut off." },
  },
  [{ pointer: NAME, asRead: "Is rust", value: "AmTrust" }],
);

const html = (element: React.ReactNode) => renderToStaticMarkup(element);
const says = (element: React.ReactNode) =>
  html(element)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("a value read from paper", () => {
  test("links to its line in the source", () => {
    expect(html(<ReadValue mark={marks.get(NAME)}>AmTrust</ReadValue>)).toContain('href="#p1-l3"');
  });

  test("is marked as uncertain, with the reason", () => {
    const value = html(<ReadValue mark={marks.get(SHARES)}>1,975</ReadValue>);
    expect(value).toContain("is-uncertain");
    expect(value).toMatch(/title="A digit is blotted."[^>]*>uncertain</);
  });

  test("says that it was corrected by hand, and what was read", () => {
    expect(says(<ReadValue mark={marks.get(NAME)}>AmTrust</ReadValue>)).toBe(
      "AmTrust corrected by hand; read as “Is rust”",
    );
  });

  test("is not marked if it was not read from paper", () => {
    expect(html(<ReadValue mark={undefined}>1,975</ReadValue>)).toBe("1,975");
  });

  test("links to what we know about it if it could not be read", () => {
    expect(html(<UnreadValue mark={marks.get(PRICE)} />)).toContain(
      'href="#reading-nonDerivativeTable-0-transactionAmounts-transactionPricePerShare" title="It is cut off."',
    );
  });
});

test("lists unread, uncertain and corrected values, with their lines and reasons", () => {
  const notes = [...marks.values()].map((mark) => ({ mark, where: "Table I, row 1", label: "Amount", value: "1975" }));
  const text = says(<ReadingNotes kind="ocr" notes={notes} />);
  expect(text).toContain("Values: 1 unread, 1 uncertain, 1 corrected by hand.");
  expect(text).toContain("Table I, row 1, Amount “1975” uncertain A digit is blotted. page 1, line 23");
});

test("shows checks that contradict the reading first", () => {
  const text = says(
    <PaperChecks
      checks={[
        { pointers: [SHARES], outcome: "confirmed", message: "167,577 − 5,688 = 161,889" },
        {
          pointers: [SHARES],
          outcome: "contradicted",
          message: "161,889 − 1,975 = 159,914, and the form says 159,944",
        },
      ]}
    />,
  );
  expect(text).toBe(
    "Checks of our reading 161,889 − 1,975 = 159,914, and the form says 159,944 contradicted 167,577 − 5,688 = 161,889 confirmed",
  );
});

test("shows a candidate beside the damaged name, with the evidence", () => {
  const finding = {
    pointer: "/issuer",
    asRead: "Is rust Financial Services, Inc.",
    outcome: "candidate" as const,
    cik: null,
    name: "AmTrust Financial Services, Inc.",
    evidence: "named in the street line, note 3 and note 4",
  };
  expect(says(<NameFindings names={[finding]} of="/issuer" />)).toBe(
    "Possibly AmTrust Financial Services, Inc. : named in the street line, note 3 and note 4".replace(" :", ":"),
  );
});

test("escapes the source text, and gives every line an address", () => {
  const source = html(
    <SourceTextSection
      pages={[{ page: 1, lines: [{ line: 1, segments: [{ from: 0, text: "<script>", isRead: true }] }] }]}
      fileHref="/filings/local-1/original"
    />,
  );
  expect(source).toContain('<li id="p1-l1" value="1"><mark>&lt;script&gt;</mark></li>');
});
