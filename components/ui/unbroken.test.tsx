import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Unbroken } from "./unbroken";

test("keeps the number of a rule on one line, at any depth", () => {
  const html = renderToStaticMarkup(
    <Unbroken>
      Sold under a 10b5-1 plan, <b>exempt under Rule 16b-3(d)</b>, 2 shares
    </Unbroken>,
  );
  expect(html).toBe(
    'Sold under a <span class="nowrap">10b5-1</span> plan, <b>exempt under Rule <span class="nowrap">16b-3(d)</span></b>, 2 shares',
  );
});

test("leaves other text as it is", () => {
  expect(renderToStaticMarkup(<Unbroken>110b5-1, a16b and 2016-03-01</Unbroken>)).toBe("110b5-1, a16b and 2016-03-01");
});
