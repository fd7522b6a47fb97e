import { expect, test } from "vitest";
import { describeWords } from "./describe-words";

test.each([
  ["trust", "“trust”"],
  ["weighted average price", "“weighted”, “average” and “price”"],
  ['"weighted average"', "“weighted average”"],
  ['"weighted average', "“weighted average”"],
  ["“weighted average”", "“weighted average”"],
  ["vest* 10b5-1", "“vest…” and “10b5-1”"],
  ["gift or charity OR foundation", "“gift”, “charity” or “foundation”"],
  ['gift -tax -"exercise price"', "“gift” but not “tax” or “exercise price”"],
  ["gift trust or charity -tax", "“gift” and “trust”, or “charity” but not “tax”"],
  ["or trust or", "“trust”"],
  ["trust & family", "“trust” and “family”"],
])("%s", (q, words) => {
  expect(describeWords(q)).toBe(words);
});

test.each(["", "-tax", "gift or -tax", "“ ” & …", "or"])("nothing that a note must contain: %s", (q) => {
  expect(describeWords(q)).toBeNull();
});
