import { describe, expect, it } from "vitest";
import { withPrintedLabel } from "./printed-labels";

/** The line with its label as printed, and `|` before what follows it. */
function read(line: string): string | null {
  const words = line.split(" ");
  const found = withPrintedLabel(words);
  return found && `${found.label.join(" ")} | ${words.slice(found.rest).join(" ")}`.trim();
}

describe("a label with a few wrong letters", () => {
  it.each([
    ["2, lssuer Narne and Ticker or Trading Symbol", "2. Issuer Name and Ticker or Trading Symbol |"],
    ["1, Name and Address of Reporting Person ~ Roe Jane", "1. Name and Address of Reporting Person | ~ Roe Jane"],
    ["Explanatlon of Responses:", "Explanation of Responses: |"],
    ["(Cty) (State) Zip)", "(City) (State) (Zip) |"],
    ["Signatures : z", "Signatures |"],
    ["Tablei - Non-Derivative Securities Acquired", "Table I - Non-Derivative Securities | Acquired"],
  ])("%s is the one that the form prints", (line, printed) => {
    expect(read(line)).toBe(printed);
  });

  it("may end before the line of the form does", () => {
    expect(read("2. lssuer Name and")).toBe("2. Issuer Name and |");
  });
});

describe("a line that is not a label", () => {
  it.each([
    ["a name", "Roe Jane"],
    ["a footnote that begins like a heading", "Signatures of both trustees are needed to sell."],
    ["a label with too many wrong letters", "2. Iseuor Nane ond Tickor er Troding Synbel"],
    ["the first letters of a label", "1. Name"],
    ["nothing", ""],
  ])("%s stays as it is", (_, line) => {
    expect(read(line)).toBeNull();
  });
});
