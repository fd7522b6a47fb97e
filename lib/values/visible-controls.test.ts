import { expect, it } from "vitest";
import { visibleControls } from "./visible-controls";

it("shows control characters as symbols, and all other text unchanged", () => {
  expect(visibleControls("a\0b\r\n\t\u007f")).toBe("a␀b␍␊␉␡");
  expect(visibleControls("Ünïcode ＝ 1\u0085")).toBe("Ünïcode ＝ 1\u0085");
});
