import { expect, test } from "vitest";
import { wordsOf } from "@/lib/names/words-of";
import { definedNames } from "./defined-names";
import { NoteNames } from "./names-in-note";

const definitions = (text: string) =>
  Object.fromEntries(
    [...definedNames(new NoteNames(text), (short) => wordsOf(short).map(({ plain }) => plain))].map(
      ([short, names]) => [short, names.map(({ start, end }) => text.slice(start, end))],
    ),
  );

test.each([
  ['Roe Fund, L.P. (the "Fund")', { fund: ["Roe Fund, L.P."] }],
  ["Roe Fund I, LP (RF I)", { "rf i": ["Roe Fund I, LP"] }],
  [
    "Roe I, LP (“R I”) and Roe II, LP (“R II”) (collectively, the “Roe Funds”)",
    { "r i": ["Roe I, LP"], "r ii": ["Roe II, LP"], "roe funds": ["Roe I, LP", "Roe II, LP"] },
  ],
  ["Roe I, LP and Roe II, LP, or collectively, the Roe Funds", { "roe funds": ["Roe I, LP", "Roe II, LP"] }],
  ['Roe Fund, L.P., a Delaware limited partnership ("Roe")', { roe: ["Roe Fund, L.P."] }],
  ['the Roe Living Trust, of which she is trustee (the "Trust")', { trust: ["Roe Living Trust"] }],
  ['a limited liability company, of which he is the manager (the "LLC")', { llc: ["limited liability company"] }],
  ['restricted stock units ("RSUs") of Roe Holdings, Inc. (the "Issuer")', {}],
])("%s", (text, expected) => {
  expect(definitions(text)).toEqual(expected);
});
