import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AskedPath } from "./asked-path";

const NUMBER = "0000320193-25-000012";
const wordsAt = (path: string) => renderToStaticMarkup(<AskedPath path={path} />).replace(/<[^>]+>/g, "");

test("says that a filing is not in this database only at the address of a filing", () => {
  expect(wordsAt(`/filings/${NUMBER}`)).toBe(`Filing ${NUMBER} is not in this database. It may be on EDGAR.`);
  expect(wordsAt(`/filings/${NUMBER}.pdf`)).toContain(`There is nothing at /filings/${NUMBER}.pdf.`);
});

test("says which row or footnote a filing lacks", () => {
  const lacks = (words: string) => `Filing ${NUMBER} has no ${words}, or is not in this database.`;
  expect(wordsAt(`/filings/${NUMBER}/rows/I-99`)).toBe(lacks("row I·99"));
  expect(wordsAt(`/filings/${NUMBER}/notes/F99`)).toBe(lacks("footnote F99"));
  expect(wordsAt(`/filings/${NUMBER}/notes/remarks`)).toBe(lacks("remarks"));
  expect(wordsAt(`/filings/${NUMBER}/notes/I-1`)).toBe(lacks("such row or footnote"));
});
