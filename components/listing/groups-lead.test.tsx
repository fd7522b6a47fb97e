import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import { readGrouping } from "@/lib/filters/grouping";
import type { GroupsView } from "@/lib/views/groups";
import { GroupsLead } from "./groups-lead";

function lead(query: string): string {
  const grouping = readGrouping(new URLSearchParams(query), NO_FILTER, []);
  if (!grouping) throw new Error(query);
  const view = { grouping, found: null, words: "", filter: NO_FILTER } as Partial<GroupsView> as GroupsView;
  return renderToStaticMarkup(<GroupsLead view={view} />).replace(/<[^>]*>/g, "");
}

test("says how groups are sorted, because narrow windows have no column for it", () => {
  expect(lead("group=issuer&sort=-ratio")).toContain("All transactions. Sorted by buy ratio, highest first.");
  expect(lead("group=issuer&sort=net")).toContain("Sorted by net value, lowest first.");
  expect(lead("group=insider&sort=first")).toContain("Sorted by date of the first trade, earliest first.");
});

test("does not say it of the usual order", () => {
  expect(lead("group=issuer")).not.toContain("Sorted");
  expect(lead("group=month&sort=-last")).not.toContain("Sorted");
  expect(lead("group=month&sort=-bought")).toContain("Sorted by value bought, largest first.");
});
