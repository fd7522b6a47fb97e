import { expect, it } from "vitest";
import { fitText, type Measure } from "./fit-text";

/** Every letter is half as wide as the size. */
const measure: Measure = (text) => text.length / 2;
const room = { font: "text", size: 20, width: 100, lines: 2 } as const;

it("breaks a text between words, into lines that are not too wide", () => {
  expect(fitText("sold 7,663 for cash", room, measure)).toEqual(["sold 7,663", "for cash"]);
});

it("cuts what does not fit in the last line, and says so", () => {
  expect(fitText("sold 7,663 for $301,449 in July", room, measure)).toEqual(["sold 7,663", "for…"]);
  expect(fitText("sold 7,663 for a lot of money", room, measure)).toEqual(["sold 7,663", "for a lot…"]);
  expect(fitText("KSTG, Tollefsen Ingrid M", { ...room, lines: 1 }, measure)).toEqual(["KSTG, Tol…"]);
});

it("cuts a word that is wider than a line", () => {
  expect(fitText("Donaudampfschiff AG", room, measure)).toEqual(["Donaudamp…", "AG"]);
});

it("has no lines for a text without words", () => {
  expect(fitText(" \n ", room, measure)).toEqual([]);
});

it("keeps a date, and a 10b5-1 plan, on one line", () => {
  const wide = { ...room, width: 200 };
  expect(fitText("sold until June 30, 2026", wide, measure)).toEqual(["sold until", "June 30, 2026"]);
  expect(fitText("sold under a 10b5-1 plan", wide, measure)).toEqual(["sold under a", "10b5-1 plan"]);
});
