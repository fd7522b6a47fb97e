import { expect, it } from "vitest";
import { fileColours } from "@/lib/cards/card-colours";
import { boughtAndSold } from "@/lib/series/bought-and-sold";
import { insiderSeries } from "@/lib/series/insider-series";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { saxonRows } from "@/testing/row-for-test";
import { barsDrawing } from "./bars-drawing";
import { type Chart, chartFile, chartInEmbed } from "./chart-picture";
import { drawBars } from "./draw-bars";
import { estimateText } from "./draw-parts";
import { drawTrades } from "./draw-trades";
import { tradesDrawing } from "./trades-drawing";

const rows = derivedRows(saxonRows());
const series = insiderSeries(rows);
if (!series) throw new Error("the rows have dates");
const trades = tradesDrawing(series, {
  insider: "Michael J. Saxon",
  issuer: "AmTrust",
  rowHref: () => "",
  tradesHref: () => "",
});
const bins = boughtAndSold(rows, { from: "2013-06-01", to: "2013-07-31" }, { unit: "month" });
const bars = barsDrawing(bins, { of: "insiders of AmTrust", height: 264 });
const frame = { left: 0, top: 0, width: 976 };

const chart: Chart = {
  title: 'Trades of <script>alert("1")</script> Saxon',
  name: trades.name,
  notes: ["Prices are those reported."],
  draw: (at, colours) => drawTrades(trades, at, colours),
};
const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);

it("draws an insider's lanes with their counts and values, the marks, and the last balance: 222,182.3808 + 79,267.02", () => {
  const { svg, bottom } = drawTrades(trades, frame, fileColours());
  expect(words(svg)).toEqual(expect.arrayContaining(["Sale (S)", "2", "$301K", "159,914"]));
  expect(words(svg)).toContain("tinted: traded under a 10b5-1 plan");
  expect(words(svg)).not.toContain("filled: bought or sold");
  expect(bottom).toBeGreaterThan(200);
});

it("draws an issuer's sales below the line, tinted under a plan, and names only what is drawn", () => {
  const { svg } = drawBars(bars, frame, fileColours());
  expect(svg.match(/<rect/g)).toHaveLength(1);
  expect(words(svg)).toEqual(expect.arrayContaining(["$301K", "sold under a 10b5-1 plan"]));
  expect(words(svg)).not.toContain("bought");
});

it("is a file with a title, what the chart leaves out, the source and the day, which nothing filed can break out of", () => {
  const svg = chartFile(
    chart,
    { footing: "SEC filings as of November 28, 2026", page: "https://insiders.example.org/insiders/7?code=S" },
    estimateText,
  );
  expect(svg).not.toContain("<script");
  expect(words(svg).join(" ")).toContain(
    "Source: SEC filings as of November 28, 2026, Section 16. https://insiders.example.org/insiders/7?code=S",
  );
  expect(words(svg)).toContain("Prices are those reported.");
  expect(svg).toMatch(/aria-label="Trades of Michael J. Saxon in AmTrust by type, 2013:/);
});

it("has the reader's light or dark colours in an embed, and only ours in a file", () => {
  const { svg } = chartInEmbed(chart);
  expect(svg).toContain("var(--sale-tint)");
  expect(svg).not.toMatch(/#[0-9a-f]{6}/);
  expect(chartFile(chart, { footing: "", page: "" }, estimateText)).not.toContain("var(");
});
