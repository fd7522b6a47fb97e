import { expect, test } from "vitest";
import { NoteNames } from "./names-in-note";

const vehicles = (text: string) =>
  new NoteNames(text).all.filter(({ isVehicle }) => isVehicle).map(({ start, end }) => text.slice(start, end));

test.each([
  ["held by Roe Fund VII, L.P. and Roe Partners Fund (Q), L.P.", ["Roe Fund VII, L.P.", "Roe Partners Fund (Q), L.P."]],
  [
    "the Jane and John Roe Living Trust dated October 27, 2009",
    ["Jane and John Roe Living Trust dated October 27, 2009"],
  ],
  ["Roe Fund, L.P. Roe Annex Fund, L.P.", ["Roe Fund, L.P.", "Roe Annex Fund, L.P."]],
  ["the Roe Trust and the Doe Trust", ["Roe Trust", "Doe Trust"]],
  ["Roe & Sons LLC", ["Roe & Sons LLC"]],
  ["the Roe Trust FBO Ann Lee Roe. Mr. Roe", ["Roe Trust FBO Ann Lee Roe"]],
  ["Roe Corporation 401(k) Savings Plan", ["Roe Corporation 401(k) Savings Plan"]],
  ["Managing Member of Roe GP, LLC", ["Roe GP, LLC"]],
  ["BY THE ROE FAMILY TRUST", ["ROE FAMILY TRUST"]],
  ["Roe Fund II , LP and Roe Annex,LLC", ["Roe Fund II , LP", "Roe Annex,LLC"]],
  ["Estate of Jane Roe", ["Estate of Jane Roe"]],
  ["Class A Common Stock held under Section 16", []],
])("%s", (text, expected) => {
  expect(vehicles(text)).toEqual(expected);
});
