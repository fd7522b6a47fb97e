import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { footnotesUrl } from "@/lib/urls";
import { NearestList } from "./nearest-list";

test("names the words that footnotes are searched for", () => {
  const markup = renderToStaticMarkup(
    <NearestList
      section={null}
      suggestions={[{ kind: "footnotes", url: footnotesUrl("nothing here"), count: { count: 30, countAtLeast: 30 } }]}
    />,
  );
  expect(markup).toContain("Footnotes with “nothing here”</a>");
  expect(markup).toContain("30 footnotes");
});
