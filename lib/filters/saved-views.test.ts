import { describe, expect, test } from "vitest";
import { GROUPING_PARAMS, OPEN_PARAM } from "@/lib/filters/grouping";
import { COLUMNS_PARAM } from "@/lib/filters/list-columns";
import {
  countNew,
  describeNew,
  feedUrl,
  merged,
  newestOf,
  newestSince,
  newestUrl,
  parseViews,
  printViews,
  type SavedView,
  unitOf,
  watchQuery,
} from "@/lib/filters/saved-views";

const view = (more: Partial<SavedView> = {}): SavedView => ({
  name: "CFO purchases",
  url: "/transactions?role=cfo&code=P",
  visitedAt: "2025-06-12T13:12:00.000Z",
  seen: { filedAt: "2025-06-11T21:04:00.000Z", filingDate: "2025-06-11" },
  ...more,
});
const file = (...views: unknown[]) => JSON.stringify({ views });

describe("a file of views", () => {
  test("is read as it was written", () => {
    const views = [view(), view({ url: "/insiders/1494730", seen: null }), view({ url: "/filings", seen: "empty" })];
    expect(parseViews(printViews(views))).toEqual({ views, errors: [] });
  });

  test("cannot lead to another site, run script or open a page that is not a list", () => {
    for (const [url, error] of [
      ["javascript:alert(1)", "its link leads to another site"],
      ["//example.org/transactions", "its link leads to another site"],
      ["/\\example.org/transactions", "its link leads to another site"],
      ["https://example.org/transactions", "its link leads to another site"],
      ["http://this-site.invalid/transactions", "its link leads to another site"],
      ["transactions", "its link leads to another site"],
      ["/import", "/import is not a list that can be saved"],
      ["/transactions/../import", "/import is not a list that can be saved"],
      [7, "it has no link"],
      [`/transactions?code=${"P".repeat(4_000)}`, "its link is longer than 4,000 characters"],
    ]) {
      expect(parseViews(file(view(), view({ url: url as string })))).toEqual({
        views: [],
        errors: [`View 2: ${error}.`],
      });
    }
  });

  test("says everything that is wrong with it, and nothing of it is used", () => {
    expect(parseViews("<script>").errors).toEqual(["This is not a file of saved views: it is not valid JSON."]);
    expect(parseViews("[]").errors).toEqual(["This is not a file of saved views: it has no list named “views”."]);
    expect(parseViews(file(...Array.from({ length: 201 }, () => view()))).errors).toEqual([
      "201 views are too many. The limit is 200.",
    ]);
    const { errors } = parseViews(file(null, view({ name: " \u0000 " }), view({ visitedAt: "yesterday" })));
    expect(errors).toEqual([
      "View 1: it is not an object.",
      "View 2: it has no name.",
      "View 3: visitedAt is not a time such as 2026-11-28T12:00:00.000Z.",
    ]);
  });

  test("keeps names as plain text of at most 120 characters, and no keys that we do not know", () => {
    const [read] = parseViews(file({ ...view({ name: `a\u202E\n<b>${"x".repeat(200)}` }), onclick: "x" })).views;
    expect(read?.name).toHaveLength(120);
    expect(read?.name).toMatch(/^a <b>x/);
    expect(Object.keys(read ?? {})).toEqual(["name", "url", "visitedAt", "seen"]);
  });

  test("adds only views that are not there yet", () => {
    const other = view({ url: "/filings?form=3" });
    expect(merged([view()], [view({ name: "Again" }), other])).toEqual({ views: [view(), other], added: 1 });
  });
});

test("the newest of a view are asked for from the last day that was seen, as a plain list", () => {
  expect(newestUrl(view())).toBe("/transactions.json?role=cfo&code=P&filed-from=2025-06-11");
  expect(newestUrl(view({ url: "/transactions?code=P&filed-from=2025-07-01" }))).toBe(
    "/transactions.json?code=P&filed-from=2025-07-01",
  );
  expect(newestUrl(view({ url: "/transactions?code=S&group=issuer&insiders-from=3&sort=-sold&columns=role" }))).toBe(
    "/transactions.json?code=S&filed-from=2025-06-11",
  );
  expect(newestUrl(view({ url: "/insiders/1494730?code=S&sort=value", seen: null }))).toBe(
    "/transactions.json?code=S&insider=1494730",
  );
  expect(newestUrl(view({ url: "/" }))).toBe("/filings.json?filed-from=2025-06-11");
  // 9:30 pm on June 11 in New York, in summer, and 9:30 pm on January 8.
  const filedLate = (filedAt: string) => newestUrl(view({ url: "/filings", seen: { filedAt, filingDate: null } }));
  expect(filedLate("2025-06-12T01:30:00.000Z")).toBe("/filings.json?filed-from=2025-06-11");
  expect(filedLate("2025-01-09T02:30:00.000Z")).toBe("/filings.json?filed-from=2025-01-08");
  expect(newestUrl(view({ url: "/clusters" }))).toBeNull();
  expect(["/issuers/1?code=P", "/filings?form=3", "/footnotes?q=gift"].map(unitOf)).toEqual([
    "trade",
    "filing",
    "footnote",
  ]);
});

test("whoever is watched is counted in filings, because a Form 3 has no trade, and one link names them all", () => {
  const watched = [view({ url: "/insiders/1494730" }), view(), view({ url: "/issuers/1318605" })];
  expect(watched.map(({ url }) => unitOf(url))).toEqual(["filing", "trade", "filing"]);
  expect(newestUrl(view({ url: "/insiders/1494730", seen: null }))).toBe("/filings.json?insider=1494730");
  expect(watchQuery(watched)).toBe("issuer=1318605&insider=1494730");
  expect(watchQuery([view({ url: "/insiders/1494730?code=P" })])).toBe("");
});

test("every view has a feed, which is not arranged", () => {
  expect(feedUrl("/transactions?code=P&sort=-value&columns=role&group=issuer")).toBe("/transactions.atom?code=P");
  const arranging = [...GROUPING_PARAMS, OPEN_PARAM, COLUMNS_PARAM].map((name) => `${name}=x`).join("&");
  expect(feedUrl(`/transactions?code=P&${arranging}`)).toBe("/transactions.atom?code=P");
  expect(feedUrl("/")).toBe("/index.atom");
  expect(feedUrl("/insiders/1494730?code=P")).toBe("/insiders/1494730.atom?code=P");
  expect(feedUrl("/clusters")).toBe("/clusters.atom");
});

describe("what is new since the last visit", () => {
  const at = (filedAt: string | null, filingDate: string | null = filedAt?.slice(0, 10) ?? null) => ({
    filedAt,
    filingDate,
  });
  const [before, seen, after] = ["2025-06-11T20:00:00.000Z", "2025-06-11T21:04:00.000Z", "2025-06-12T15:00:00.000Z"];
  const said = (rows: ReturnType<typeof at>[], next: string | null = null, since = at(seen)) =>
    describeNew(countNew({ rows, next }, since), "trade");

  test("is what was filed after the newest filing that was there: 2 of 4", () => {
    expect(said([at(after), at(after), at(seen), at(before)])).toBe("2 new trades");
    expect(said([at(seen), at(before)])).toBe("nothing new");
    expect(said([])).toBe("nothing new");
  });

  test("is at least what one page has, if even its oldest is new", () => {
    expect(said([at(after)], "/transactions.json?after=x")).toBe("at least 1 new trade");
    expect(said([at(after), at(before)], "/transactions.json?after=x")).toBe("1 new trade");
  });

  test("is uncertain for filings of the same day without a time", () => {
    expect(said([at(after), at(null, "2025-06-11")])).toBe("at least 1 new trade");
    expect(said([at(null, "2025-06-11"), at(null, "2025-06-10")])).toBe("perhaps 1 new trade");
    expect(said([at(null, "2025-06-12")])).toBe("1 new trade");
    expect(said([at(null, null)])).toBe("perhaps 1 new trade");
    expect(said([at(null, "2025-06-11")], null, at("2025-06-12T01:30:00.000Z", null))).toBe("perhaps 1 new trade");
  });

  test("is everything in a view that was empty, and footnotes have the time of their filing", () => {
    const rows = [{ ...at(null, null), filing: at(after) }];
    expect(countNew({ rows, next: null }, "empty")?.fresh).toBe(1);
    expect(newestOf({ rows })).toEqual(at(after));
    expect(newestOf({ rows: [] })).toBe("empty");
  });

  test("is not counted if we do not know what was there: 50 trades on a page may all be old", () => {
    const rows = Array.from({ length: 50 }, () => at(after));
    expect(describeNew(countNew({ rows, next: "/transactions.json?after=x" }, null), "trade")).toBe(
      "new trades are counted once you have opened it",
    );
    expect(describeNew(countNew({ rows: [], next: null }, null), "trade")).toBe("nothing new");
    expect(newestOf({ rows: [at(null, null)] })).toBeNull();
  });

  test("is still counted from what was seen if that is gone from the list", () => {
    expect(newestSince({ rows: [] }, at(seen))).toEqual(at(seen));
    expect(newestSince({ rows: [at(after)] }, at(seen))).toEqual(at(after));
    expect(newestSince({ rows: [] }, null)).toBe("empty");
    expect(newestSince({ rows: [at(null, null)] }, "empty")).toBeNull();
  });
});
