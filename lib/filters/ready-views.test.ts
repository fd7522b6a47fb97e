import { describe, expect, it } from "vitest";
import { filterUrl, parseFilter } from "@/lib/filters/filing-filter";
import { readGrouping } from "@/lib/filters/grouping";
import { parseListOrder } from "@/lib/filters/list-order";
import { READY_VIEWS } from "@/lib/filters/ready-views";
import { transactionsUrl } from "@/lib/urls";

const views = READY_VIEWS.flatMap((group) => group.views);

describe("ready views", () => {
  it.each(views)("$title: the link is read in full, is canonical, and stays current", ({ url }) => {
    const [path = "", query = ""] = url.split("?");
    const params = new URLSearchParams(query);
    const others = ["sort", "group", "insiders-from", "cluster-code"];
    const { filter, ignored } = parseFilter(params, { others, today: "2025-06-12" });
    readGrouping(params, filter, ignored);
    expect(ignored).toEqual([]);
    const kept = others.flatMap((name) => (params.has(name) ? [[name, params.get(name) ?? ""]] : []));
    expect(filterUrl(path, filter, Object.fromEntries(kept))).toBe(url);
    expect(params.has("sort") && parseListOrder(params.get("sort") ?? "") === null).toBe(false);
    if (path === transactionsUrl()) expect(filter.filedWithin).not.toBeNull();
  });

  it("answer the questions that readers ask most", () => {
    const found = views.map(({ url }) => url.replace("/transactions?filed-within=", ""));
    expect(found).toEqual(
      expect.arrayContaining([
        "/transactions?role=officer&filed-within=7d&code=P&value-from=25000",
        "/transactions?role=ceo&role=cfo&filed-within=30d&code=P",
        "7d&code=P&sort=-value",
        "30d&code=P&sort=-value",
        "7d&code=S&sort=-value",
        "30d&code=S&sort=-value",
        "30d&code=P&first=2y",
        "30d&code=P&cluster-from=3",
        "/clusters",
        "/transactions?role=ten-percent&filed-within=30d&code=P",
        "30d&code=S&adopted-days-to=90",
        "/filings?filed-within=30d&late=1",
        "1y&code=G&pattern=gift-before-fall",
        "30d&code=S&position=closed",
        "/filings?filed-within=7d&form=3",
      ]),
    );
  });

  it("have names of their own", () => {
    expect(new Set(views.map(({ title }) => title)).size).toBe(views.length);
  });
});
