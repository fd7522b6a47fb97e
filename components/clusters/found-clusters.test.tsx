import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DEFAULT_CLUSTER_RULE } from "@/lib/clusters/cluster-rule";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import type { ClustersView } from "@/lib/views/clusters";
import { FoundClusters } from "./found-clusters";

test("offers to swap dates in the wrong order, under the same rule", () => {
  const view: ClustersView = {
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
  const html = renderToStaticMarkup(<FoundClusters view={view} names={{}} />).replaceAll("&amp;", "&");
  expect(html).toContain(
    '<a href="/clusters?traded-from=2025-06-09&traded-to=2025-06-12&cluster-insiders=2">The range ends before it starts. Swap its ends: traded June 9–12, 2025</a>',
  );
});
