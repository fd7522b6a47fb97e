import { expect, it } from "vitest";
import { pattern } from "./pattern";

it("drops spaces, line breaks and comments", () => {
  const sold = pattern()`
    \b (?: sold | disposed \s+ of )  # what was done
    # A line that is nothing but a comment.
    \s+ by \b
  `;
  expect(sold.source).toBe("\\b(?:sold|disposed\\s+of)\\s+by\\b");
});

it("accepts the flags of a regular expression", () => {
  const letter = pattern("giu")`\p{Lu} x`;
  expect(letter.flags).toBe("giu");
  expect("ax Bx".match(letter)).toEqual(["ax", "Bx"]);
});

it("keeps an escaped space and an escaped hash, with and without the flag u", () => {
  for (const flags of ["", "u"]) {
    const numbered = pattern(flags)`No\. \  \# \d+  # "No. #12"`;
    expect(numbered.test("No. #12")).toBe(true);
    expect(numbered.test("No.#12")).toBe(false);
  }
});

it("keeps spaces, hashes and escaped brackets in a class", () => {
  expect(pattern()`^ [\] #]+ $`.source).toBe("^[\\] #]+$");
  expect(pattern()`[^\\] # a class that ends with a backslash`.source).toBe("[^\\\\]");
});

it("leaves an escaped bracket and an escaped backslash as they are", () => {
  expect(pattern()`\[ a \] # b`.source).toBe("\\[a\\]");
  expect(pattern()`\\ # a backslash`.source).toBe("\\\\");
});

it("inserts another pattern as one group, whatever its flags", () => {
  const verb = /bought|sold #/gi;
  expect(pattern()`${verb}+ \s by`.source).toBe("(?:bought|sold #)+\\sby");
});

it("inserts a list of words, in which a space is any white space", () => {
  const relative = pattern("i")`^ ${["wife", "life partner"]} $`;
  expect(["Wife", "life\n partner", "life", "partner"].map((word) => relative.test(word))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it("throws on an invalid pattern", () => {
  expect(() => pattern()`(?: a`).toThrow(SyntaxError);
});

it("inserts a number as it is, so that the bounds of a repetition can have names", () => {
  const FEW = 20;
  expect(pattern()`sold [^;]{0,${FEW}} plan`.source).toBe("sold[^;]{0,20}plan");
});
