import fc from "fast-check";
import type { ValueType } from "@/fuzz/documents/schema";

/** Single characters that XML 1.0 allows, awkward ones as often as plain ones. */
const character = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:()/-$%#@!?*+=_'"),
  },
  { weight: 3, arbitrary: fc.constantFrom("<", ">", "&", '"', "'", "]", "\\", "{", "|", "`", "~") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("\t", "\n", "\r", " ", "\u0085", "\u00a0", "\u2028", "\ufeff", "\u200b", "\u3000"),
  },
  { weight: 2, arbitrary: fc.constantFrom(..."éüßñÆ£©½–—“”’•…€™") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "漢",
      "Ω",
      "Ж",
      "ﷺ",
      "ा",
      "\u0301",
      "\u202e",
      "\u007f",
      "\u0081",
      "\u009f",
      "\ufffd",
      "𝔸",
      "😀",
      "\u{10ffff}",
    ),
  },
);

const WORDS = [
  "Common",
  "Stock",
  "Class A",
  "Option",
  "(right to buy)",
  "Restricted",
  "Stock Units",
  "By Trust",
  "shares",
  "pursuant to",
  "a Rule 10b5-1",
  "plan",
  "adopted on March 3, 2024",
  "weighted average price",
  "$12.50 to $13.25, inclusive",
  "The reporting person",
  "disclaims",
  "beneficial ownership",
  "vest in four equal annual installments",
  "spouse",
  "LLC",
  "see footnote (1)",
  "100,000",
  "gift",
  "=1+1",
  "@SUM(A1)",
];

function textOf(shortest: number, longest: number): fc.Arbitrary<string> {
  const words = fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
    .map((words) => words.join(" ").slice(0, longest).padEnd(shortest, "x"));
  const any = fc.string({ unit: character, minLength: shortest, maxLength: longest });
  const full = character.map((sign) => sign.repeat(longest));
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 6, arbitrary: words },
    { weight: 3, arbitrary: any },
    { weight: 1, arbitrary: full },
  );
}

/** XSD collapses white space around numbers, dates and booleans before it checks them. */
const collapsing = (value: fc.Arbitrary<string>) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 12, arbitrary: value },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(" ", "\n", "\t  "), value).map(([space, text]) => `${space}${text}${space}`),
    },
  );

/** `POSITIVE_DECIMAL`: from 0, at most 16 digits, four of them after the point; leading zeros and a sign are allowed. */
const decimal = fc
  .record({
    whole: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 250_000 }).map(String) },
      { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: 999_999_999_999n }).map(String) },
      { weight: 1, arbitrary: fc.constantFrom("999999999999", "000000012", "007", "") },
    ),
    fraction: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom("9999", "0000", "5000", "") },
    ),
    sign: fc.oneof({ weight: 20, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constant("+") }),
  })
  .map(({ whole, fraction, sign }) => {
    const digits = fraction === null ? whole || "0" : `${whole}.${fraction}`;
    return sign + (digits === "." ? "0." : digits);
  });

const two = (number: number) => String(number).padStart(2, "0");
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days between years that New York time covers, some with the zone that XSD allows. */
export const anyDay = fc
  .record({
    year: fc.oneof(
      { weight: 30, arbitrary: fc.integer({ min: 1998, max: 2026 }) },
      { weight: 2, arbitrary: fc.integer({ min: 1583, max: 9998 }) },
      { weight: 1, arbitrary: fc.constantFrom(1583, 1900, 9998) },
    ),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 31 }),
    isLeapDay: fc.oneof({ weight: 30, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  })
  .map(({ year, month, date, isLeapDay }) =>
    isLeapDay ? "2024-02-29" : `${year}-${two(month)}-${two(Math.min(date, LENGTHS[month - 1] ?? 28))}`,
  );

const date = fc
  .tuple(
    anyDay,
    fc.oneof(
      { weight: 12, arbitrary: fc.constant("") },
      { weight: 1, arbitrary: fc.constantFrom("Z", "-05:00", "-04:00", "+14:00", "-14:00", "+00:00") },
    ),
  )
  .map((parts) => parts.join(""));

/** Few enough that filings share issuers and owners, so that they are connected; sometimes the extremes of the pattern. */
const cik = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 24 }).map((n) => `00099${String(n).padStart(5, "0")}`) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 24 }).map((n) => `99${String(n).padStart(5, "0")}`) },
  { weight: 1, arbitrary: fc.constantFrom("1", "9999999999", "0000000001", "0000000000", "0") },
);

/** Values of a type that the schema allows. */
export function valuesOf(type: ValueType): fc.Arbitrary<string> {
  switch (type.is) {
    case "text":
      return textOf(type.shortest, type.longest);
    case "cik":
      return cik;
    case "decimal":
      return collapsing(decimal);
    case "date":
      return collapsing(date);
    case "boolean":
      return collapsing(fc.constantFrom("0", "1", "false", "true"));
    case "code":
      return fc.constantFrom(...type.values);
  }
}
