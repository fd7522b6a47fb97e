import { describe, expect, test } from "vitest";
import { noteText } from "@/lib/footnotes/note-text";
import { readIncludedComponents } from "./included-components";

const read = (text: string) =>
  readIncludedComponents(noteText(text))?.value.map(({ what, shares }) => `${what} ${shares}`) ?? null;

describe("readIncludedComponents", () => {
  test.each([
    ["Includes 997 shares acquired under the Roe 2004 Employee Stock Purchase Plan on January 5, 2023.", ["espp 997"]],
    ["Includes common stock owned and unvested restricted stock units.", ["rsu null"]],
    ["Includes shares acquired through the reinvestment of dividends.", ["drip null"]],
    [
      "The total includes 1,200 restricted stock units, 300 shares acquired under the ESPP and 45.5 shares acquired through dividend reinvestment.",
      ["rsu 1200", "espp 300", "drip 45.5"],
    ],
    ["Consists of 100 shares of common stock and 50 RSUs.", ["rsu 50"]],
    [
      "The reported amount is comprised of 5,000 shares of common stock and 3,000 restricted stock units.",
      ["rsu 3000"],
    ],
    ["5,000 of these shares are restricted shares.", ["restricted_stock 5000"]],
    ["Of the 50,000 shares reported, 10,000 are restricted stock units.", ["rsu 10000"]],
    ["4,210 of the shares reported in Column 5 are restricted stock units.", ["rsu 4210"]],
    ["Includes 24,500 RSUs and excludes 10,000 PSUs.", ["rsu 24500"]],
    ["Includes 500 shares held in the reporting person's 401(k) plan account.", ["401k 500"]],
    [
      "Amount includes 3,000 performance stock units and 4,000 time-based restricted stock units.",
      ["psu 3000", "rsu 4000"],
    ],
    [
      "Includes (i) 1,000 shares held by the Roe Trust and (ii) 2,000 shares held in escrow.",
      ["other 1000", "other 2000"],
    ],
    ["Includes 1,145 dividend equivalent units.", ["other 1145"]],
    ["Includes one share as a result of fractions.", ["other 1"]],
    [
      "The number of shares owned following the reported transaction includes 22.45 shares from a dividend reinvestment plan.",
      ["drip 22.45"],
    ],
    ["Represents 10,000 shares of common stock and 5,000 restricted stock units.", ["rsu 5000"]],
    ["Includes, in addition to shares owned outright, 5,500 restricted stock units.", ["rsu 5500"]],
    ["INCLUDES 2,000 RESTRICTED STOCK UNITS.", ["rsu 2000"]],
    [
      "The shares reported include 400 shares of restricted stock that vest in 2024 and 600 shares of restricted stock that vest in 2025.",
      ["restricted_stock 400", "restricted_stock 600"],
    ],
    ["Holdings include 1,250 shares issued upon vesting of RSUs on May 1, 2020.", ["rsu 1250"]],
  ])("%s", (text, parts) => {
    expect(read(text)).toEqual(parts);
  });

  test.each([
    ["These shares represent restricted stock units."],
    ["Represents shares acquired under the employee stock purchase plan."],
    ["Excludes 10,000 shares held by the Trust."],
    ["Does not include 5,000 shares held by spouse."],
    ["The number of shares owned reflects the transfer of 45,960 shares to the Trust."],
    ["The committee includes the reporting person."],
    ["The distribution includes subsequent distributions by general partners."],
    ["The reported price includes commissions of 5,000 units."],
    ["Includes 10,000 shares of Class A Common Stock."],
    ["The reporting person disclaims ownership of the securities included in this report."],
    ["5,000 of the shares subject to this option have vested."],
  ])("none: %s", (text) => {
    expect(read(text)).toBeNull();
  });

  test("each part has its words", () => {
    const text = "Includes 300 RSUs and 45 shares held in escrow.";
    const spans = readIncludedComponents(noteText(text))?.spans.map(([start, end]) => text.slice(start, end));
    expect(spans).toEqual(["300 RSUs", "45 shares held in escrow."]);
  });
});
