import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DEFAULT_CLUSTER_RULE } from "@/lib/clusters/cluster-rule";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import type { ClustersView } from "@/lib/views/clusters";
import { ClustersLead } from "./clusters-lead";
import { FoundClusters } from "./found-clusters";

const VIEW: ClustersView = {
  title: "",
  url: "/clusters?traded-from=2025-06-12&traded-to=2025-06-09&cluster-insiders=2",
  filter: { ...NO_FILTER, tradedFrom: "2025-06-12", tradedTo: "2025-06-09" },
  rule: { ...DEFAULT_CLUSTER_RULE, insiders: 2 },
  ignored: [],
  span: { from: "2025-06-12", to: "2025-06-09" },
  isSpanCut: false,
  issuersRead: null,
  readFrom: null,
  leftOut: null,
  clusters: [],
};

test("offers to swap dates in the wrong order, under the same rule", () => {
  const html = renderToStaticMarkup(<FoundClusters view={VIEW} names={{}} />).replaceAll("&amp;", "&");
  expect(html).toContain(
    '<a href="/clusters?traded-from=2025-06-09&traded-to=2025-06-12&cluster-insiders=2">The range ends before it starts. Swap its ends: traded June 9–12, 2025</a>',
  );
});

test("says once that there are none, for which dates, and which rules are wider", () => {
  const view = {
    ...VIEW,
    filter: NO_FILTER,
    rule: DEFAULT_CLUSTER_RULE,
    span: { from: "2025-04-02", to: "2025-06-30" },
  };
  const html = renderToStaticMarkup(
    <>
      <ClustersLead view={view} usualDays={90} />
      <FoundClusters view={view} names={{}} />
    </>,
  );
  expect(html.replace(/<[^>]*>/g, " ").match(/\b(no|0) clusters/gi)).toHaveLength(1);
  expect(html.match(/April 2–June 30, 2025/g)).toHaveLength(1);
  expect(html).toContain('<a href="/clusters?cluster-insiders=2">Two or more insiders</a>');
  expect(html).toContain('<a href="/clusters?cluster-days=90">Within 90 days</a>');
});

test.each([
  [null, null, "made April 2–June 30, 2025, the 90 days up to the newest filing."],
  [null, "2025-06-30", "made April 2–June 30, 2025, the 90 days up to this date."],
  ["2025-04-02", null, "made April 2–June 30, 2025."],
])("says which days are covered if the dates are %s to %s", (tradedFrom, tradedTo, words) => {
  const filter = { ...NO_FILTER, tradedFrom, tradedTo };
  const view = { ...VIEW, filter, span: { from: "2025-04-02", to: "2025-06-30" } };
  const html = renderToStaticMarkup(<ClustersLead view={view} usualDays={90} />);
  expect(html.replace(/<[^>]*>/g, "")).toContain(words);
});
