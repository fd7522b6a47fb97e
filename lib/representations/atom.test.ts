import { expect, test } from "vitest";
import { parseXmlTree } from "@/lib/edgar/xml-tree";
import { atomFeed, entryId } from "@/lib/representations/atom";

test("writes a well-formed feed whatever the names contain; a row's id never changes", () => {
  const xml = atomFeed({
    title: 'Smith & Sons "<x>"',
    url: "http://localhost:3000/transactions?code=P&code=S",
    selfUrl: "http://localhost:3000/transactions.atom?code=P&code=S",
    hub: "https://hub.example.org/?a=1&b=2",
    updated: "2025-06-12T21:52:00.000Z",
    entries: [
      {
        id: entryId("0000320193-25-000012", "I-1"),
        title: "A \u0001 name",
        url: "http://localhost:3000/filings/0000320193-25-000012#I-1",
        updated: "2025-06-12T21:52:00.000Z",
        authors: ["COOK TIMOTHY D"],
        summary: "sold",
      },
    ],
  });
  const feed = parseXmlTree(xml);
  expect(feed.name).toBe("feed");
  const links = feed.children.filter(({ name }) => name === "link").map(({ attributes }) => attributes);
  expect(links).toEqual([
    { rel: "alternate", href: "http://localhost:3000/transactions?code=P&code=S" },
    { rel: "self", href: "http://localhost:3000/transactions.atom?code=P&code=S" },
    { rel: "hub", href: "https://hub.example.org/?a=1&b=2" },
  ]);
  const entry = feed.children.find((c) => c.name === "entry");
  expect(entry?.children.find((c) => c.name === "id")?.text).toBe("tag:section16.local,2026:0000320193-25-000012/I-1");
});
