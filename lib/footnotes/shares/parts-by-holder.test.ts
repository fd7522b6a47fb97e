import { expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const parts = (text: string) =>
  (readFact("includedComponents", text)?.value ?? []).map(({ what, shares }) => `${what} ${shares}`);

test.each<[string, string[]]>([
  ["Roe LLC owns 2,000 of the shares.", ["other 2000"]],
  ["The Roe Trust holds 4,000 of the reported shares and the Doe Trust holds 1,500.", ["other 4000", "other 1500"]],
  ["Roe LLC owns 60% of the shares of Doe Inc.", []],
  ["The reporting person owns 500 of these shares directly.", []],
  [
    "Of these shares, 20,110 are held by the Roe Trust, 14,005 are held by his wife and the rest are held directly.",
    ["other 20110", "other 14005"],
  ],
  ["Includes 8,000 shares held by the Roe LLC and 400 by his wife.", ["other 8000", "other 400"]],
  [
    "The following hold the shares: the Ann Trust (500 shares) and the Bob Trust (600 shares).",
    ["other 500", "other 600"],
  ],
])("reads what each holder has of the reported number: %s", (text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["Includes 3,000 shares held by his wife and 3,000 shares held by his son.", ["other 3000", "other 3000"]],
  [
    "Represents shares held by the Ann Trust (25,000 shares) and the Bob Trust (25,000 shares).",
    ["other 25000", "other 25000"],
  ],
  ["Includes 3,000 shares held by each of his wife and his son.", ["other 3000"]],
  ["Includes 3,000 RSUs. The 3,000 RSUs vest on May 1, 2030.", ["rsu 3000"]],
])("counts two holdings of the same number twice, and one that is said again once: %s", (text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["Roe Co-Invest, L.P. holds 81,400 shares and Doe Fund, L.P. holds 6,020 shares.", ["other 81400", "other 6020"]],
  ["500 shares are held by Roe Trust I and 500 shares by Roe Trust II.", ["other 500", "other 500"]],
  ["Roe LP owns 5,000 shares. Roe GP LLC is its general partner.", []],
  ["Each of Roe LP and Doe LP owns 5,000 shares.", []],
  ["Roe LP owns 50 membership units of Doe LLC, which owns 700 shares.", []],
  ["Roe LP sold 500 shares and Doe LP sold 400 shares.", []],
])("reads the numbers of several holders: %s", (text, expected) => {
  expect(parts(text)).toEqual(expected);
});
