import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import manifest from "@/package.json";
import { Footer } from "./footer";

test("the footer states the version of the site", () => {
  const html = renderToStaticMarkup(<Footer sample={false} allowImport={false} drawnAt="2026-06-12T22:04:00Z" />);
  expect(html).toContain(`Section 16, version ${manifest.version}`);
});

test("on paper the footer says when the page was read", () => {
  const html = renderToStaticMarkup(<Footer sample={false} allowImport={false} drawnAt="2026-06-12T22:04:00Z" />);
  expect(html).toContain('class="print-only read-at"');
  expect(html).toContain("June 12, 2026, 6:04 pm ET");
});

test("the footer says how far behind a page may be if the main database does not answer", () => {
  const drawn = (behindMs: number | null) =>
    renderToStaticMarkup(
      <Footer sample={false} allowImport={false} behindMs={behindMs} drawnAt="2026-06-12T22:04:00Z" />,
    );
  expect(drawn(null)).not.toContain("behind");
  expect(drawn(12_400)).toContain("a copy that may be 13 seconds behind");
  expect(drawn(61_000)).toContain("a copy that may be 2 minutes behind");
});
