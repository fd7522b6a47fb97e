import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import manifest from "@/package.json";
import { Footer } from "./footer";

test("the footer states the version of the site", () => {
  const html = renderToStaticMarkup(<Footer sample={false} allowImport={false} />);
  expect(html).toContain(`Section 16, version ${manifest.version}`);
});
