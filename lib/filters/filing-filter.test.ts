import { describe, expect, test } from "vitest";
import { describeFilter } from "@/lib/filters/describe-filter";
import { filterUrl, isUnreadable, NO_FILTER, parseFilter } from "@/lib/filters/filing-filter";

const parse = (query: string) => parseFilter(new URLSearchParams(query));

describe("reads a filter from an address", () => {
  test("combines a repeated name with or; accepts leading zeros and lower case", () => {
    expect(parse("code=p&code=S&issuer=0000320193&form=4/a").filter).toMatchObject({
      code: ["P", "S"],
      issuer: [{ cik: "320193" }],
      form: ["4/A"],
    });
  });

  test("reads tickers with commas as a list, and a name with a comma as one name", () => {
    expect(parse("issuer=cvns,+QRVX;320193").filter.issuer).toEqual([
      { ticker: "CVNS" },
      { ticker: "QRVX" },
      { cik: "320193" },
    ]);
    expect(parse("issuer=$F&issuer=BRK.B,F").filter.issuer).toEqual([{ ticker: "F" }, { ticker: "BRK.B" }]);
    expect(parse("issuer=Kestrel+Grid,+Inc.&issuer=Apple,+Inc").filter.issuer).toEqual([
      { words: ["kestrel", "grid", "inc"] },
      { words: ["apple", "inc"] },
    ]);
    expect(filterUrl("", parse("issuer=cvns,qrvx").filter)).toBe("?issuer=%24CVNS&issuer=%24QRVX");
    expect(parse("insider=Cook,+Tim").filter.insider).toEqual([{ words: ["cook", "tim"] }]);
  });

  test("splits a name into words, in any case", () => {
    expect(parse("insider=Tim+Cook&issuer=O'Brien-Smith").filter).toMatchObject({
      insider: [{ words: ["tim", "cook"] }],
      issuer: [{ words: ["o", "brien", "smith"] }],
    });
  });

  test("ignores the empty fields of a plain form", () => {
    expect(parse("code=&issuer=&filed-from=")).toEqual({ filter: NO_FILTER, ignored: [] });
  });

  test.each([
    ["code=BUY", "not a transaction code"],
    ["code=V", "not a transaction code"],
    ["filed-from=2025-02-30", "not a date"],
    ["traded-to=June", "not a date"],
    ["form=144", "not one of"],
    ["plan=yes", "not one of under, not-indicated, no-box"],
    ["adopted-from=2011-09", "not a date"],
    ["adopted-days-to=-3", "not a number of days"],
    ["adopted-days-from=ninety", "not a number of days"],
    ["price-range=1", "not one of stated, wide"],
    ["issuer=%21%21", "not a CIK"],
  ])("reports that %s cannot be read, and does not filter by it", (query, reason) => {
    const { filter, ignored } = parse(query);
    expect(filter).toEqual(NO_FILTER);
    expect(ignored).toEqual([expect.objectContaining({ kind: "value", reason: expect.stringContaining(reason) })]);
    expect(ignored.every(isUnreadable)).toBe(true);
  });

  test("keeps a valid value next to an invalid one", () => {
    const { filter, ignored } = parse("code=P&code=BUY");
    expect(filter.code).toEqual(["P"]);
    expect(ignored).toHaveLength(1);
  });

  test("reports an unknown name, but not as an unreadable value", () => {
    const { ignored } = parse("utm_source=x");
    expect(ignored).toEqual([expect.objectContaining({ kind: "name", name: "utm_source" })]);
    expect(ignored.some(isUnreadable)).toBe(false);
  });

  test("uses the first of two different days for one end of a range, and reports the second", () => {
    const { filter, ignored } = parse("filed-from=2025-06-09&filed-from=2025-07-01");
    expect(filter.filedFrom).toBe("2025-06-09");
    expect(ignored).toHaveLength(1);
  });
});

describe("prints a filter", () => {
  test("gives equal views equal links, whatever the order in the address", () => {
    const one = filterUrl("/transactions", parse("filed-to=2025-06-12&code=S&code=S&issuer=0320193").filter);
    expect(one).toBe("/transactions?issuer=320193&filed-to=2025-06-12&code=S");
    expect(filterUrl("/transactions", NO_FILTER)).toBe("/transactions");
  });

  test("describes a filter in words", () => {
    const { filter } = parse(
      "code=P&code=S&issuer=320193&insider=cook&filed-from=2025-06-09&filed-to=2025-06-12&form=4",
    );
    expect(describeFilter(filter, { issuers: { "320193": "Apple Inc." }, insiders: {} })).toBe(
      "issuer Apple Inc., insider “cook”, filed June 9–12, 2025, code P or S, Form 4",
    );
    expect(describeFilter(NO_FILTER, { issuers: {}, insiders: {} })).toBe("");
  });
});
