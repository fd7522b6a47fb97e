import { describe, expect, test } from "vitest";
import { changed, otherThanFiled, printedText, readingOf, saysOtherwise, withEachBlank } from "@/testing/printed-forms";

const NAME = "a-single-purchase";
const page = printedText(`${NAME}.html`);
const others = async (html: string) => otherThanFiled(NAME, await readingOf(html));

describe("harmless changes to a page change no fact", () => {
  test.each([
    [
      "tags in capitals",
      page.replace(/<(\/?)(td|tr|table|font|b|sup)\b/g, (_, slash, tag) => `<${slash}${tag.toUpperCase()}`),
    ],
    ["other line ends and tabs", page.replaceAll("\n", "\r\n\t")],
    ["everything in one line", page.replace(/\s+/g, " ")],
    ["a table body, as browsers save it", changed(page, /(<table[^>]*>)\s*(<tr>)/g, "$1<tbody>$2")],
    ["amounts without commas", changed(page, "2,500", "2500")],
    ["a comment and a script", changed(page, "<body", "<!-- saved --><script>var a = '<td>1</td>';</script><body")],
    ["a note in the margin", changed(page, "</body>", "<p>Printed for the archive</p></body>")],
  ])("%s", async (_, html) => {
    const reading = await readingOf(html);
    expect(otherThanFiled(NAME, reading)).toEqual([]);
    expect(reading.unread).toEqual([]);
  });

  test("reads an ampersand that is not escaped", async () => {
    const reading = await readingOf(changed(printedText("sales-under-a-plan.html"), /&amp;/g, "&"));
    expect(otherThanFiled("sales-under-a-plan", reading)).toEqual([]);
  });
});

/** Cells of both tables that are not empty. Headings are printed in a smaller size. */
function filledCells(html: string) {
  const [from, to] = [html.indexOf("Table I -"), html.indexOf("Reporting Owners")];
  return [...html.matchAll(/(?<=<td[^>]*>)(?:(?!<\/?(?:td|table)\b)[\s\S])*(?=<\/td>)/g)].filter(
    ({ 0: inner, index }) =>
      index > from && index < to && !/<font/.test(inner) && inner.replace(/<[^>]*>|\s|&nbsp;/g, "") !== "",
  );
}

describe("an empty cell is empty, and affects no other", () => {
  test.each([
    ["sales-under-a-plan", 40],
    ["fund-and-its-partners", 44],
    ["first-statement", 21],
  ])("%s: each of %i cells in turn", async (name, count) => {
    const html = printedText(`${name}.html`);
    const variants = withEachBlank(html, filledCells(html), () => "");
    expect(variants).toHaveLength(count);
    for (const { part, text } of variants) {
      const reading = await readingOf(text);
      const lost = otherThanFiled(name, reading).map((cell) => cell.match(/^(\w+\[\d+\])\S* (\w+)/)?.slice(1) ?? []);
      expect(new Set(lost.map(([row]) => row)), part).toHaveProperty("size", 1);
      // The value, its footnote marks and, in Table II, the letter that its column implies.
      expect(lost.length, part).toBeLessThan(4);
      expect(
        lost.filter(([, verdict]) => verdict !== "missed" && verdict !== "unread"),
        part,
      ).toEqual([]);
    }
  });
});

describe("a damaged row", () => {
  test("a footnote mark belongs only to the cell that contains it", async () => {
    const mark = /\s*<a href="#F1"><sup>\(1\)<\/sup><\/a>/;
    const moved = changed(changed(page, mark, ""), "11.37", '11.37 <a href="#F1"><sup>(1)</sup></a>');
    expect(await others(moved)).toEqual([
      "nonDerivativeTable[0].sharesOwnedFollowingTransaction.footnotes missed: “F1” as “”",
      "nonDerivativeTable[0].transactionPricePerShare.footnotes invented: “” as “F1”",
    ]);
  });

  test("a row that lost a cell is unread as a whole, and no value moves to the next column", async () => {
    const reading = await readingOf(changed(page, '<td align="center">P</td>', ""));
    expect(otherThanFiled(NAME, reading).filter((cell) => !cell.includes(" unread: "))).toEqual([]);
    expect(reading.unread).toContain("/nonDerivativeTable/0/transactionAmounts/transactionShares");
    expect(reading.problems.map(({ message }) => message)).toContainEqual(expect.stringContaining("2,500"));
  });

  test("a line across the table is not a row, and is shown to the reader", async () => {
    const line = '<tr><td colspan="11">Continued from the page before</td></tr>';
    const reading = await readingOf(changed(page, /(<tr>\s*<td[^>]*>\s*Common Stock)/, `${line}$1`));
    expect(otherThanFiled(NAME, reading)).toEqual([]);
    expect(reading.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("Continued from the page before"),
    ]);
  });

  test("words in place of a date are kept as typed, and are uncertain", async () => {
    const reading = await readingOf(changed(page, "<td>05/08/2018</td>", "<td>see below</td>"));
    expect(otherThanFiled(NAME, reading)).toEqual([
      "nonDerivativeTable[0].transactionDate wrong, uncertain: “2018-05-08” as “see below”",
    ]);
    expect(reading.uncertain).toEqual(["/nonDerivativeTable/0/transactionDate"]);
  });

  test("the value in a column with an unknown heading is unread, and the others are read", async () => {
    const reading = await readingOf(changed(page, ">Price<", ">Consideration<"));
    expect(otherThanFiled(NAME, reading)).toEqual([
      "nonDerivativeTable[0].transactionPricePerShare unread: “11.37” as “”",
    ]);
  });
});

describe("an incomplete page", () => {
  test("if a cited footnote is missing, the footnotes are unread and the mark stays", async () => {
    const row = /<tr>\s*<td[^>]*><font size="2"><b>\(<a name="#F1"><\/a>1\)[\s\S]*?<\/tr>/;
    const reading = await readingOf(changed(page, row, ""));
    expect(otherThanFiled(NAME, reading)).toEqual([
      "footnotes[F1].text unread: “Includes 700 shares that were granted on May 1, 2018 and vest after one year.” as “”",
    ]);
    expect(reading.unread).toEqual(["/footnotes"]);
    expect(reading.problems).toHaveLength(1);
  });

  test.each(["Explanation of Responses", "Reporting Owners", "11.37", "Table I -"])(
    "cut off at “%s”: what is missing is unread, and nothing is invented",
    async (end) => {
      const reading = await readingOf(page.slice(0, page.indexOf(end)));
      expect(saysOtherwise(NAME, reading)).toEqual([]);
      expect(reading.unread).toEqual(expect.arrayContaining(["/footnotes", "/ownerSignature"]));
      expect(reading.problems.length).toBeGreaterThan(0);
    },
  );

  test("of two forms on one page the first is read, and the second is reported", async () => {
    const second = printedText("amendment-of-gifts.html");
    const reading = await readingOf(changed(page, "</body>", second.slice(second.indexOf("<body"))));
    expect(otherThanFiled(NAME, reading)).toEqual([]);
    expect(reading.problems).toHaveLength(1);
  });
});
