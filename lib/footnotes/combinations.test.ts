import { expect, test } from "vitest";
import { readFacts } from "@/lib/footnotes/read-facts";

/**
 * Usual sentences and usual words in every combination. A wording that is read on its own must also be read beside any other, and
 * lists of single notes cannot show that.
 */

const SENTENCES = [
  "Shares held by {}.",
  "These securities are held of record by {}.",
  "Held directly by {}.",
  "Owned by {}.",
  "Represents shares held by {}.",
  "The reporting person may be deemed to own the shares held by {}.",
  "The reporting person disclaims beneficial ownership of the shares held by {}.",
  "Represents shares held in the name of {}.",
  "Held through {}.",
  "Indirectly owned through {}.",
  "The shares were purchased by {}.",
  "The shares were acquired by {} in the offering.",
  "The shares were sold by {}.",
  "Of these shares, 4,000 are held by {}.",
  "The record holder of the shares is {}.",
  "Shares transferred to {} for no consideration.",
  "Gift of shares to {}.",
  "Indirect ownership through {}.",
  "On March 3, 2021, the shares were purchased by {}.",
  "Held by {}, of which the reporting person is the manager.",
  "Held by {}. The reporting person disclaims beneficial ownership except to the extent of his pecuniary interest.",
];

const NAMES = [
  "Harlan Family Trust",
  "Harlan 2012 Irrevocable Trust FBO Anne Harlan",
  "John Harlan and Mary Harlan Living Trust",
  "Harlan GRAT No. 2",
  "Harlan Family Foundation",
  "Harlan Ventures IV, L.P.",
  "Lake Forest Co-Invest (Cayman) II, L.P.",
  "Harlan Family Limited Partnership",
  "HRL Investments, L.L.C.",
  "Harlan & Sons, Inc.",
  "Harlan Holding Company",
  "Harlan Offshore Fund, Ltd.",
  "Harlan International S.A.",
  "Harlan GmbH",
  "Harlan AB",
  "HV Master Fund",
  "Jane Harlan IRA",
  "Estate of Jane Harlan",
];

const UNNAMED = [
  "reporting person's spouse",
  "reporting person's minor children",
  "reporting person's IRA",
  "reporting person's grantor retained annuity trust",
  "reporting person's family limited partnership",
];

test("reads every usual holder in every usual sentence", () => {
  const misses = SENTENCES.flatMap((sentence) =>
    [...NAMES, ...UNNAMED.map((name) => `the ${name}`)].flatMap((holder) => {
      const text = sentence.replace("{}", holder).replace(/\.\.$/, ".");
      const read = (readFacts(text).holders?.value ?? []).map(({ name }) => name.replace(/\.$/, ""));
      const expected = holder.replace(/^the |\.$/g, "");
      return read.length === 1 && read[0] === expected ? [] : [`${text} → ${read.join(" + ")}`];
    }),
  );
  expect(misses).toEqual([]);
});

test("reads every usual pair of holders", () => {
  const misses = NAMES.flatMap((first) =>
    [...NAMES, ...UNNAMED]
      .filter((second) => second !== first)
      .flatMap((second) => {
        const text = `Consists of 4,100 shares held by the ${first} and 300 shares held by the ${second}.`;
        const read = (readFacts(text).holders?.value ?? []).map(({ name }) => name.replace(/\.$/, ""));
        const expected = [first, second].map((name) => name.replace(/\.$/, ""));
        return read.join("|") === expected.join("|") ? [] : [`${text} → ${read.join(" + ")}`];
      }),
  );
  expect(misses).toEqual([]);
});

const VERBS = [
  "The RSUs vest",
  "The option will vest",
  "This option vests and becomes exercisable",
  "The shares of restricted stock are scheduled to vest",
  "The units vested",
  "Represents restricted stock units that vest",
];

const SCHEDULES: readonly [words: string, first: string | null, last: string | null][] = [
  ["in full on March 1, 2025", "2025-03-01", "2025-03-01"],
  ["on 03/01/2025", "2025-03-01", "2025-03-01"],
  ["in three equal annual installments beginning on March 1, 2025", "2025-03-01", null],
  ["in three substantially equal annual installments, commencing March 1, 2025", "2025-03-01", null],
  ["in four equal annual installments, with the first installment vesting on March 1, 2025", "2025-03-01", null],
  ["25% on March 1, 2025 and the remainder in 36 equal monthly installments thereafter", "2025-03-01", null],
  ["25% on each of March 1, 2025, March 1, 2026 and March 1, 2027", "2025-03-01", "2027-03-01"],
  ["one-third on each of March 1, 2025, 2026 and 2027", "2025-03-01", "2027-03-01"],
  ["one-half on 3/1/2025 and one-half on 3/1/2026", "2025-03-01", "2026-03-01"],
  [
    "as follows: 1,000 on March 1, 2025; 1,000 on March 1, 2026; and 2,000 on March 1, 2027",
    "2025-03-01",
    "2027-03-01",
  ],
  ["on the earlier of March 1, 2025 and the next annual meeting of stockholders", "2025-03-01", "2025-03-01"],
  ["ratably over three years", null, null],
  ["in 48 equal monthly installments", null, null],
  ["25% on each anniversary of the grant date", null, null],
  ["one-third on each of the first, second and third anniversaries of the date of grant", null, null],
  ["upon the achievement of certain performance goals", null, null],
  ["upon a change in control", null, null],
];

const CONDITIONS = [
  ".",
  ", subject to continued service.",
  ", subject to the Reporting Person's continued employment through each applicable vesting date.",
];

test("reads every usual schedule after every usual verb and before every usual condition", () => {
  const misses = VERBS.flatMap((verb) =>
    SCHEDULES.flatMap(([words, first, last]) =>
      CONDITIONS.flatMap((condition) => {
        const text = `${verb} ${words}${condition}`;
        const read = readFacts(text).vesting?.value;
        return read?.first === first && read.last === last ? [] : [`${text} → ${read?.first}, ${read?.last}`];
      }),
    ),
  );
  expect(misses).toEqual([]);
});

const UNITS = [
  "Each share of Series A Preferred Stock is convertible",
  "The Series A Preferred Stock, Series B Preferred Stock and Series C Preferred Stock are convertible at any time",
  "Shares of Class B Common Stock may be converted at the option of the holder",
  "Each LLC Unit may be exchanged at any time",
  "The Class B ordinary shares will automatically convert",
  "The preferred stock automatically converted",
];

const RATIOS: readonly [words: string, ratio: string][] = [
  ["into common stock on a one-for-one basis", "1:1"],
  ["into Class A Common Stock on a 1:1 basis", "1:1"],
  ["into common stock on a share-for-share basis", "1:1"],
  ["into common stock at a ratio of one-for-one", "1:1"],
  ["into an equal number of shares of common stock", "1:1"],
  ["into common stock on a 1-for-0.75 basis", "1:0.75"],
  [", on a one-for-one basis, into common stock", "1:1"],
];

const TIMES = [
  ".",
  " and has no expiration date.",
  " upon the closing of the Issuer's initial public offering for no additional consideration.",
  ", subject to certain adjustments.",
];

test("reads every usual ratio after every usual unit and before every usual time", () => {
  const misses = UNITS.flatMap((unit) =>
    RATIOS.flatMap(([words, ratio]) =>
      TIMES.flatMap((time) => {
        const text = `${unit} ${words}${time}`.replace(" ,", ",");
        const read = (readFacts(text).conversionRatios?.value ?? []).map(({ per, into }) => `${per}:${into}`);
        return read.join() === ratio ? [] : [`${text} → ${read.join()}`];
      }),
    ),
  );
  expect(misses).toEqual([]);
});
