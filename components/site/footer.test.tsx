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
