import { describe, expect, test } from "vitest";
import { gapForTest } from "@/testing/gap-for-test";
import { gapReason } from "./gap-reason";

const none = { remarks: null };

/** The balance goes from `before` to `reported`; it cites the note. */
const reason = (before: string, reported: string, text: string) => {
  const gap = gapForTest({ before, reported, notes: { F1: text }, ofBalance: ["F1"] });
  return gapReason(gap, none);
};
const kind = (before: string, reported: string, text: string) => reason(before, reported, text)?.kind ?? null;

describe("a note to the balance that states the exact number", () => {
  test.each([
    // 0001617553-25-000024, 0001209191-21-045401
    [
      "10000",
      "13019",
      "Includes 3,019 shares of Class A Common Stock acquired by the Reporting Person on February 14, 2025 pursuant to the Issuer's employee stock purchase plan.",
      "employee plan",
    ],
    [
      "10000",
      "10248",
      "Includes 248 shares of Common Stock acquired on May 14, 2021 pursuant to the Issuer's employee stock purchase plan.",
      "employee plan",
    ],
    ["10000", "10248", "Includes shares acquired in an exempt ESPP purchase (248 shares).", "employee plan"],
    ["10000", "10312.5", "Includes 312 shares allocated to the reporting person's 401(k) account.", "employee plan"],
    ["10000", "10054", "Includes 54 shares acquired through dividend reinvestment.", "dividend reinvestment"],
    ["10000", "10054", "Includes 54 shares received in lieu of cash dividends.", "dividend reinvestment"],
    // 0001062993-22-008150, 0001415889-24-019064, 0000899243-21-044261
    [
      "10000",
      "21424",
      "Includes 11,424 shares transferred to the holder's revocable trust. Such transfers are exempt from Section 16 reporting pursuant to Rule 16a- 13.",
      "transfer",
    ],
    [
      "40000",
      "19324",
      "The total no longer includes 20,676 shares transferred to an estate planning vehicle in a transaction exempt from Section 16 pursuant to Rule 16a-13.",
      "transfer",
    ],
    [
      "0",
      "1220481",
      "Includes 1,220,481 shares previously held directly by the reporting person which was transferred to The Elon Musk Revocable Trust on November 10, 2021.",
      "transfer",
    ],
    [
      "10000",
      "9500",
      "The prior Form 4 overstated the number of shares beneficially owned by 500 shares.",
      "amendment",
    ],
    [
      "10500",
      "10000",
      "The reporting person's last report incorrectly stated a balance of 10,500 shares.",
      "amendment",
    ],
    // 0001626431-17-000121, 0001387467-25-000038
    ["10000", "10001", "Includes 1 share as a result of accumulated fractional shares.", "stated in a note"],
    [
      "10000",
      "34500",
      "Includes an aggregate of 24,500 shares subject to Restricted Share Unit awards (RSU) granted on March 15, 2022, and excludes 10,000 unvested common shares.",
      "stated in a note",
    ],
    ["10000", "5000", "Excludes 5,000 shares that were forfeited.", "stated in a note"],
    // 0001209191-21-025427
    [
      "2742",
      "1862",
      "Reflects the return of 880 and 36 shares of Class A Common Stock from the funds.",
      "stated in a note",
    ],
    [
      "10000",
      "11200",
      "Includes 1,000 shares acquired under the ESPP on June 3, 2024 and 200 shares acquired through dividend reinvestment.",
      "employee plan",
    ],
    [
      "10000",
      "10200",
      "Includes 1,000 shares acquired under the ESPP on June 3, 2023 and 200 shares acquired through dividend reinvestment.",
      "dividend reinvestment",
    ],
    [
      "10000",
      "10300",
      "Includes 100 shares purchased on March 1, 2024 and 200 shares purchased on June 3, 2024 under the employee stock purchase plan.",
      "employee plan",
    ],
    [
      "10000",
      "15000",
      "Includes 5,000 restricted stock units and 248 shares acquired under the ESPP.",
      "stated in a note",
    ],
  ])("%s to %s: %s", (before, reported, text, expected) => {
    expect(kind(before, reported, text)).toBe(expected);
  });

  test("the words are a sentence of the note, with its place", () => {
    const text = "See below. Includes 248 shares acquired under the ESPP.";
    expect(reason("100", "348", text)).toEqual({
      kind: "employee plan",
      words: "Includes 248 shares acquired under the ESPP.",
      from: "0000000001-24-000002#F1",
    });
  });

  test("another number explains nothing; nor does the exact one with the wrong sign, or as a date, price or rule", () => {
    expect(kind("10000", "10300", "Includes 248 shares acquired under the ESPP.")).toBeNull();
    expect(kind("10248", "10000", "Includes 248 shares acquired under the ESPP.")).toBeNull();
    expect(
      kind("10000", "12024", "Includes shares bought on June 3, 2024 under the plan that is named in the 2,025 proxy."),
    ).toBeNull();
    expect(kind("10000", "10016", "Exempt under Rule 16 b. Includes shares sold at $16.")).toBeNull();
    expect(
      kind("10000", "10001", "Includes units, each of which represents the right to receive one share."),
    ).toBeNull();
  });
});

describe("a split", () => {
  test("0001493152-25-009612: one for fifty, to less than a share", () => {
    const text =
      "Reflects a 1-for-50 reverse stock split effected by the Issuer on August 16, 2024, which was exempt from reporting pursuant to Rule 16a-9.";
    expect(kind("1000030", "20000", text)).toBe("split");
    expect(kind("1000030", "20002", text)).toBeNull();
  });

  test("before the row's own change or after it", () => {
    const notes = { F1: "Share numbers reflect the 2-for-1 stock split effected on July 20, 2021." };
    const row = { kind: "transaction", acquiredDisposedCode: "D", transactionShares: "300" } as const;
    const of = (reported: string) =>
      gapReason(gapForTest({ before: "1000", reported, row, notes, ofBalance: ["F1"] }), none);
    expect([of("1700"), of("1400"), of("1500")].map((each) => each?.kind ?? null)).toEqual(["split", "split", null]);
  });

  test("without its ratio only in the right direction", () => {
    const text = "The balance reflects the stock split of June 3, 2024.";
    expect([kind("1000", "2000", text), kind("2000", "1000", text)]).toEqual(["split", null]);
    expect(kind("2000", "1000", text.replace("stock", "reverse stock"))).toBe("split");
  });

  test("0000707549-25-000004: stated in the remarks, if the numbers agree", () => {
    const remarks =
      "Adjusted to reflect a ten-for-one forward split of the Issuer's common stock effective after market close on October 2, 2024.";
    const of = (reported: string) => gapReason(gapForTest({ before: "369", reported }), { remarks });
    expect(of("3690")).toMatchObject({ kind: "split", from: "0000000001-24-000002#remarks" });
    expect(of("3691")).toBeNull();
  });
});

describe("a note that names a cause without a number", () => {
  test.each([
    [
      "10000",
      "10031",
      "Shares credited to the reporting person's plan account, as of its most recent statement.",
      "employee plan",
    ],
    // 0000842517-24-000086, 0001214659-22-002759, 31608d311be086ff, 0000899243-21-026830
    ["10000", "10031", "Includes shares acquired through quarterly dividend reinvestment.", "dividend reinvestment"],
    [
      "10000",
      "10031",
      "This beneficially owned total includes shares purchased through the Employee Stock Purchase Program",
      "employee plan",
    ],
    [
      "10000",
      "10031",
      "Shares held in The Walt Disney Stock Fund as of July 17, 2025. The Fund is one investment option in the 401(k) Plan and contains Company matching contributions.",
      "employee plan",
    ],
    [
      "10000",
      "4000",
      "Share numbers have been adjusted to reflect changes in form of beneficial ownership for no consideration in transfers exempt from Section 16 pursuant to Rule 16a-13 under the Securities Exchange Act of 1934, as amended.",
      "transfer",
    ],
    [
      "10000",
      "10031",
      "Amount includes shares purchased with reinvested dividends since the last report, exempt under Rule 16a-11.",
      "dividend reinvestment",
    ],
    [
      "10000",
      "10031",
      "Shares acquired under the Dividend Reinvestment and Stock Purchase Plan.",
      "dividend reinvestment",
    ],
    ["10000", "10031", "The total was understated in the reporting person's earlier reports.", "amendment"],
    ["10031", "10000", "Includes shares acquired through quarterly dividend reinvestment.", null],
    ["10000", "10031", "The shares are held by the transfer agent.", null],
    ["10000", "10031", "This transaction was inadvertently reported late.", null],
    ["10000", "10031", "Includes restricted stock units.", null],
  ])("%s to %s: %s", (before, reported, text, expected) => {
    expect(kind(before, reported, text)).toBe(expected);
  });

  test("counts on the balance, and elsewhere on the row if it is about what is included", () => {
    const of = (text: string) =>
      gapReason(
        gapForTest({
          before: "100",
          reported: "130",
          notes: { F1: text },
          row: { securityTitle: ["Common Stock", "F1"] },
        }),
        none,
      )?.kind;
    expect(of("Includes shares acquired under the ESPP.")).toBe("employee plan");
    expect(of("Options may be granted under the ESPP.")).toBeUndefined();
  });

  test("a note cited elsewhere in the filing counts only with the exact number", () => {
    const of = (text: string) =>
      gapReason(gapForTest({ before: "10000", reported: "13019", notes: { F7: text } }), none);
    expect(of("Includes 3,019 shares acquired under the ESPP.")).toMatchObject({
      kind: "employee plan",
      from: "0000000001-24-000002#F7",
    });
    expect(of("Includes shares acquired under the ESPP.")).toBeNull();
    expect(of("Includes 3,019 restricted stock units.")).toBeNull();
  });

  test("the exact number elsewhere is better evidence than a cause without one", () => {
    const notes = {
      F1: "Includes shares acquired under the ESPP.",
      F2: "3,019 shares were transferred from the trust.",
    };
    const gap = gapForTest({ before: "10000", reported: "13019", notes, ofBalance: ["F1"] });
    expect(gapReason(gap, none)).toMatchObject({ kind: "transfer", from: "0000000001-24-000002#F2" });
  });
});

test("two notes to one balance, each with a purchase: 63 + 77 = 140", () => {
  const bought = (count: number) =>
    `The balance reflects ${count} shares bought through the Company's employee stock purchase plan.`;
  const gap = (reported: string) =>
    gapForTest({ before: "1000", reported, notes: { F1: bought(63), F2: bought(77) }, ofBalance: ["F1", "F2"] });
  expect(gapReason(gap("1140"), none)).toEqual({
    kind: "employee plan",
    words: bought(63),
    from: "0000000001-24-000002#F1",
  });
  expect(gapReason(gap("1141"), none)).toBeNull();
});

test("the row's own number of shares is not part of the gap, unless the balance's note says so", () => {
  const row = { kind: "transaction", acquiredDisposedCode: "A", transactionShares: ["500", "F1"] } as const;
  const notes = { F1: "Represents 500 restricted stock units." };
  const gap = (ofBalance: string[]) =>
    gapForTest({
      before: "1000",
      reported: "2000",
      row: { ...row, transactionShares: ["500", "F1"] },
      notes,
      ofBalance,
    });
  expect(gapReason(gap([]), none)).toBeNull();
  expect(gapReason(gap(["F1"]), none)?.kind).toBe("stated in a note");
});
