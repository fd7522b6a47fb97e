import { expect, it } from "vitest";
import { formatTick } from "./ticks";

it("labels an axis briefly, with zero without a unit", () => {
  expect(formatTick(0, "dollars")).toBe("0");
  expect(formatTick(20_000, "shares")).toBe("20K");
  expect(formatTick(2_000_000, "dollars")).toBe("$2M");
  expect(formatTick(2_500_000, "dollars")).toBe("$2.5M");
  expect(formatTick(-1_250_000, "dollars")).toBe("−$1.25M");
  expect(formatTick(150, "shares")).toBe("150");
});
