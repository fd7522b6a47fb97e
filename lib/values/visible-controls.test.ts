import { expect, it } from "vitest";
import { visibleControls } from "./visible-controls";

it("control characters are shown by their signs, and all other text as it is", () => {
  expect(visibleControls("a\0b\r\n\t\u007f")).toBe("a␀b␍␊␉␡");
  expect(visibleControls("Ünïcode ＝ 1\u0085")).toBe("Ünïcode ＝ 1\u0085");
});
