import { expect, it } from "vitest";
import { markWords } from "./mark-words";

const marked = (text: string, ...words: string[]) =>
  markWords(text, words)
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join("");

it("marks the beginnings of words, in any order and case", () => {
  expect(marked("COOK TIMOTHY D", "tim", "cook")).toBe("[COOK] [TIM]OTHY D");
  expect(marked("Kestrel Grid Systems, Inc.", "kest")).toBe("[Kest]rel Grid Systems, Inc.");
});

it("marks nothing inside a word", () => {
  expect(marked("Babcock", "cock")).toBe("Babcock");
});

it("marks the longest of several matches", () => {
  expect(marked("Kestner", "k", "kestn")).toBe("[Kestn]er");
});

it("returns the whole text", () => {
  for (const text of ["", "…", "O'Brien & Söhne /DE/"]) {
    expect(
      markWords(text, ["o", "söh", "de"])
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  }
});
