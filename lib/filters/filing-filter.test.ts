import { describe, expect, test } from "vitest";
import { describeFilter } from "@/lib/filters/describe-filter";
import { filterUrl, isUnreadable, NO_FILTER, parseFilter } from "@/lib/filters/filing-filter";

const parse = (query: string) => parseFilter(new URLSearchParams(query), { today: "2026-11-28" });

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
    ["role=boss", "not one of director, officer, ceo"],
    ["side=B", "not one of A, D"],
    ["label=regular", "not one of routine, opportunistic, unclassified"],
    ["first=yes", "not one of 1, 2y"],
    ["pattern=exercise", "not one of exercise-and-sale, gift-before-fall"],
    ["cluster-from=1", "not a number of insiders"],
    ["facts=yes", "not one of with, without"],
    ["sic=36x", "not an SIC code"],
    ["sic=36740", "not an SIC code"],
    ["ownership=both", "not one of D, I"],
    ["table=1", "not one of I, II"],
    ["value-from=-1", "not an amount"],
    ["price-to=ten", "not an amount"],
    ["shares-from=1e6", "not an amount"],
    ["change-from=half", "not a percentage"],
    ["position=open", "not one of new, closed"],
    ["delay-to=-1", "not a number of days"],
    ["late=yes", "not one of 1"],
    ["filed-within=7", "not a period such as 7d"],
    ["traded-within=0d", "not a period such as 7d"],
  ])("reports that %s cannot be read, and does not filter by it", (query, reason) => {
    const { filter, ignored } = parse(query);
    expect(filter).toEqual(NO_FILTER);
    expect(ignored).toEqual([expect.objectContaining({ kind: "value", reason: expect.stringContaining(reason) })]);
    expect(ignored.every(isUnreadable)).toBe(true);
  });

  test("reads amounts as people paste them, and percentages with a sign", () => {
    expect(parse("value-from=$100,000&price-to=12.50&shares-from=0100&change-to=-50%25").filter).toMatchObject({
      valueFrom: "100000",
      priceTo: "12.5",
      sharesFrom: "100",
      changeTo: "-50",
    });
  });

  test("keeps dates relative to today in the link", () => {
    const { filter } = parse("filed-within=7d&traded-within=last-year");
    expect(filter.filedWithin).toMatchObject({ from: "2026-11-22", to: "2026-11-28" });
    expect(filterUrl("", filter)).toBe("?filed-within=7d&traded-within=last-year");
    expect(parse("filed-within=7d&filed-within=3m").ignored).toMatchObject([{ reason: "given twice: 7d is used" }]);
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
    const inWords = (query: string) => describeFilter(parse(query).filter, { issuers: {}, insiders: {} });
    expect(inWords("label=routine&label=opportunistic&first=1")).toBe(
      "routine or opportunistic trade, first purchase in this database",
    );
    expect(inWords("first=2y&pattern=exercise-and-sale&cluster-from=03&facts=without")).toBe(
      "first purchase in two years, exercise and sale on the same day, in a cluster of at least 3 insiders, without facts in footnotes",
    );
    expect(inWords("sic=3674&sic=6&sic=unknown")).toBe(
      "industry SIC 3674 (Electronic and other electrical equipment), SIC 6 or not known",
    );
    expect(inWords("value-from=100000&role=cfo&filed-within=7d")).toBe(
      "by a CFO, filed in the last 7 days, value of at least $100,000",
    );
    expect(inWords("role=officer&role=ten-percent&role=general-counsel")).toBe(
      "by an officer, a 10% owner or a general counsel",
    );
    expect(inWords("change-to=-50&side=D&ownership=I&table=II&position=closed")).toBe(
      "disposed of, held indirectly, in Table II, change in the holding of at most −50%, holding reduced to zero",
    );
    expect(inWords("price-from=5&price-to=10&shares-to=1000")).toBe("price of $5 to $10, at most 1,000 shares");
    expect(inWords("delay-from=1&late=1&amended=1&joint=1")).toBe(
      "reported at least 1 business day after the trade, reported late, amended filing or amendment, joint filing",
    );
    expect(inWords("adopted-days-to=1&delay-from=0&delay-to=1")).toBe(
      "traded within 1 day after the plan was adopted, reported 0 to 1 business days after the trade",
    );
    expect(inWords("adopted-days-from=30&adopted-days-to=30&shares-from=1&shares-to=1")).toBe(
      "traded 30 days after the plan was adopted, 1 share",
    );
  });
});
