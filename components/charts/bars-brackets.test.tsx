import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { boughtAndSold } from "@/lib/series/bought-and-sold";
import { barsBrackets } from "./bars-brackets";
import { barsDrawing } from "./bars-drawing";
import { BarsSvg } from "./bars-svg";

const { bins } = boughtAndSold([], { from: "2024-01-01", to: "2025-06-12" }, { unit: "month" });

test("places a bracket by day: April 9 is 8 of 30 days into the 16th of 18 months", () => {
  const [april] = barsBrackets(bins, "month", [{ code: "P", from: "2025-04-09", to: "2025-04-30", insiders: 6 }]);
  expect(april?.from).toBeCloseTo((15 + 8 / 30) / 18, 5);
  expect(april?.to).toBeCloseTo(16 / 18, 5);
});

test("aligns a label near the right edge with the end of its bracket", () => {
  const [early, late] = barsBrackets(bins, "month", [
    { code: "P", from: "2024-02-14", to: "2024-03-02", insiders: 4 },
    { code: "P", from: "2025-06-02", to: "2025-06-12", insiders: 3 },
  ]);
  expect(early?.wide).toEqual({ lines: ["4 insiders buy", "Feb 14–Mar 2, 2024"], anchor: "start" });
  expect(late?.wide?.anchor).toBe("end");
  expect(early?.narrow?.lines).toEqual(["4 buy", "Feb 2024"]);
});

test("shows the label with more insiders if two would overlap, and draws every bracket", () => {
  const brackets = barsBrackets(bins, "month", [
    { code: "P", from: "2024-09-01", to: "2024-09-10", insiders: 3 },
    { code: "P", from: "2024-10-01", to: "2024-10-10", insiders: 5 },
  ]);
  expect(brackets).toHaveLength(2);
  expect(brackets.map(({ wide }) => wide?.lines[0] ?? null)).toEqual([null, "5 insiders buy"]);
});

test("leaves out brackets outside the bars, and clips those that cross an edge", () => {
  expect(barsBrackets(bins, "month", [{ code: "P", from: "2020-01-01", to: "2020-01-09", insiders: 3 }])).toEqual([]);
  expect(barsBrackets(bins, "month", [{ code: "P", from: "2023-12-20", to: "2024-01-16", insiders: 3 }])[0]?.from).toBe(
    0,
  );
});

test("brackets appear in the drawing above the bars and in its accessible name", () => {
  const cluster = { code: "P", from: "2025-04-09", to: "2025-04-30", insiders: 6 } as const;
  const drawing = barsDrawing(
    { unit: "month", bins, contradicting: 0 },
    { of: "insiders of Kestrel Grid Systems", height: 264, clusters: [cluster] },
  );
  const markup = renderToStaticMarkup(<BarsSvg drawing={drawing} />);
  expect(markup).toContain("6 insiders buy");
  expect(markup).toContain("Apr 9–30, 2025");
  expect(drawing.name).toContain("1 cluster of purchases marked above.");
  const sales = barsDrawing(
    { unit: "month", bins, contradicting: 0 },
    { of: "insiders of Kestrel Grid Systems", height: 264, clusters: [{ ...cluster, code: "S" }] },
  );
  expect(renderToStaticMarkup(<BarsSvg drawing={sales} />)).toContain("6 insiders sell");
  expect(sales.name).toContain("1 cluster of sales marked above.");
});
