import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { boughtAndSold } from "@/lib/series/bought-and-sold";
import { holdingWalk } from "@/lib/series/holding-walk";
import { insiderSeries } from "@/lib/series/insider-series";
import { sparkline } from "@/lib/series/sparkline";
import { upTo } from "@/lib/values/counts";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { saxonRows } from "@/testing/row-for-test";
import { barsDrawing } from "./bars-drawing";
import { BarsSvg } from "./bars-svg";
import { BoughtAndSoldChart } from "./bought-and-sold";
import { HoldingWalkChart } from "./holding-walk";
import { SmallMultiples } from "./small-multiples";
import { SparklineChart } from "./sparkline";
import { TradesAndHoldings } from "./trades-and-holdings";
import { tradesDrawing } from "./trades-drawing";
import { TradesSvg } from "./trades-svg";

const count = (markup: string, text: string | RegExp) => markup.split(text).length - 1;

const hrefs = {
  rowHref: (accessionNumber: string, rowId: string) => `/filings/${accessionNumber}#${rowId}`,
  tradesHref: (trades: readonly { code: string | null; date: string }[]) => `/${trades[0]?.code}/${trades[0]?.date}`,
};
const rows = derivedRows(saxonRows());
const series = insiderSeries(rows);
if (!series) throw new Error("the rows have dates");

describe("trades and holdings", () => {
  const drawing = tradesDrawing(series, {
    insider: "Michael J. Saxon",
    issuer: "AmTrust Financial Services",
    ...hrefs,
  });
  const markup = renderToStaticMarkup(<TradesSvg drawing={drawing} />);

  it("has one mark for the exercise and one for both sales of the day, with their titles", () => {
    expect(count(markup, 'class="lane-mark')).toBe(2);
    // −5,688 − 1,975 = −7,663; 222,182.3808 + 79,267.02 = 301,449.4008
    expect(markup).toContain(
      "<title>July 15, 2013: S Sale under a 10b5-1 plan, 2 trades, −7,663 Common Stock, value $301,449, direct after 159,914, that day 154,377 → 167,577 → 161,889 → 159,914</title>",
    );
  });

  it("tints sales under a plan and leaves the exercise hollow", () => {
    expect(count(markup, "g-sale f-tint")).toBe(1);
    expect(count(markup, /lane-mark g-exercise f-hollow/)).toBe(1);
  });

  it("names each picture with a sentence", () => {
    expect(markup).toContain(
      'role="img" aria-label="Trades of Michael J. Saxon in AmTrust Financial Services by type, 2013:',
    );
    expect(markup).toContain('aria-label="Common Stock held after each report. Last: direct 159,914."');
  });

  it("draws a riser in the colour of each cause where days are wide, and otherwise one for the day", () => {
    const [walk = "", net = ""] = markup.split('class="not-widest"');
    expect(count(walk, 'class="riser g-exercise"')).toBe(1);
    expect(count(walk, 'class="riser g-sale"')).toBe(2);
    expect(count(net, 'class="riser g-exercise"')).toBe(1);
    expect(count(net, 'class="riser g-sale"')).toBe(0);
    expect(count(markup, 'class="gap"')).toBe(0);
  });

  it("shows the count and value of each lane", () => {
    // 222,182.3808 + 79,267.02 = 301,449.4008
    expect(markup.replace(/<[^>]+>/g, " ")).toMatch(/Sale\s+S\s+2\s+trades\s+\$301K/);
  });

  it("ends the line with its balance", () => {
    expect(markup).toContain(">159,914</text>");
  });

  it("links a trade to its row, and a sum to its transactions", () => {
    expect(drawing.stops.map(({ readout }) => readout.link)).toEqual([
      { text: "Filing", href: "/filings/0000000002-13-000001#I-1" },
      { text: "Transactions", href: "/S/2013-07-15" },
    ]);
  });
});

describe("bought and sold", () => {
  const bins = boughtAndSold(rows, { from: "2013-06-01", to: "2013-07-31" }, { unit: "month" });
  const drawing = barsDrawing(bins, { of: "insiders of AmTrust", height: 200 });
  const markup = renderToStaticMarkup(<BarsSvg drawing={drawing} />);

  it("tints the bar of sales under a plan, and draws no other bar", () => {
    expect(count(markup, 'class="bar g-sale is-plan"')).toBe(1);
    expect(count(markup, 'class="bar ')).toBe(1);
  });

  it("states both sums in its name", () => {
    expect(markup).toContain(
      "Bought and sold by insiders of AmTrust each month from June 1, 2013 to July 31, 2013. Bought $0, sold $301K.",
    );
  });

  it("links a bar to its rows without JavaScript, and leaves an empty month alone", () => {
    const linked = barsDrawing(bins, {
      of: "insiders",
      height: 200,
      rowsHref: ({ from, to }) => `/rows/${from}/${to}`,
    });
    const links = renderToStaticMarkup(<BarsSvg drawing={linked} />).match(/<a [^>]+>/g);
    expect(links).toEqual([
      '<a href="/rows/2013-07-01/2013-07-31" aria-label="July 2013: bought nothing, sold $301K in 2 sales, 100% of it under a 10b5-1 plan">',
    ]);
  });

  it("names the side that is drawn, and labels its largest bar", () => {
    expect(markup).toContain("sold ↓");
    expect(markup).not.toContain("bought ↑");
    expect(drawing.largest.map(({ text, side }) => `${text} ${side}`)).toEqual(["$301K left"]);
  });

  it("has keys only for what is drawn", () => {
    const legend = renderToStaticMarkup(<BoughtAndSoldChart series={bins} of="insiders" />);
    expect(legend).toContain("sold under a 10b5-1 plan");
    expect(legend).not.toMatch(/<\/svg>(bought|sold)<\/li>/);
  });

  it("draws no empty chart: a sentence says that nothing was traded", () => {
    const none = boughtAndSold(rows, { from: "2014-06-01", to: "2014-07-31" }, { unit: "month" });
    expect(renderToStaticMarkup(<BoughtAndSoldChart series={none} of="insiders" />)).toBe(
      '<p class="muted">No purchases (code P) or sales (code S) in Table I between these dates.</p>',
    );
  });

  it("dims the bars outside the selected dates", () => {
    const chosen = barsDrawing(bins, {
      of: "insiders",
      height: 100,
      selection: { from: "2013-06-01", to: "2013-06-30" },
    });
    expect(renderToStaticMarkup(<BarsSvg drawing={chosen} />)).toContain("is-dim");
  });
});

it("labels the walk of a filing with every balance and change, and with the start of its axis", () => {
  const walk = holdingWalk(rows);
  if (!walk) throw new Error("there is a walk");
  const text = renderToStaticMarkup(<HoldingWalkChart series={walk} />);
  for (const part of ["154,377", "+13,200", "167,577", "−5,688", "161,889", "−1,975", "159,914", "starts at 152,000"]) {
    expect(text).toContain(part);
  }
});

it("names both ends of a sparkline", () => {
  const line = series.lines[0] && sparkline(series.lines[0], "2013-12-31");
  if (!line) throw new Error("there is a line");
  expect(renderToStaticMarkup(<SparklineChart series={line} />)).toContain(
    'aria-label="Holdings over 24 months: from 154,377 to 159,914 shares, last reported for July 15, 2013"',
  );
});

describe("a whole figure, without JavaScript", () => {
  const figure = renderToStaticMarkup(
    <TradesAndHoldings series={series} insider="Michael J. Saxon" issuer={null} {...hrefs} csvHref="/insiders/1.csv" />,
  );

  it("has the drawing, and the last trade in the readout", () => {
    expect(count(figure, 'class="lane-mark')).toBe(2);
    expect(figure).toContain('aria-live="polite"><b>July 15, 2013</b>');
    expect(figure).toContain("−7,663 Common Stock");
    expect(figure).toContain("Trades whose markers would overlap are added up (by day: Sale).");
  });

  it("makes room for the longest readout with a copy that can be neither reached, read nor found", () => {
    const [, copy = ""] = figure.split('class="readout is-longest" ');
    expect(copy).toMatch(/^inert=""><b>/);
    expect(count(figure, "is-longest")).toBe(1);
  });

  it("lists every trade and balance in a table, with a link to the row as filed", () => {
    expect(count(figure, "<tr>")).toBe(2 + 3 + 3);
    expect(figure).toContain('<a href="/filings/0000000002-13-000001#I-2">2013-07-15</a>');
    expect(figure).toContain('href="/insiders/1.csv"');
  });

  it("has no control that needs JavaScript", () => {
    expect(figure).not.toMatch(/tabindex|<input|<button/i);
  });

  it("names a partial month, and trades without a price", () => {
    const unpriced = rows.map((row, index) =>
      index === 1 ? { ...row, row: { ...row.row, pricePerShare: { value: null, footnotes: ["F1"] } } } : row,
    );
    const bins = boughtAndSold(unpriced, { from: "2013-06-03", to: "2013-07-22" }, { unit: "month" });
    const months = renderToStaticMarkup(<BoughtAndSoldChart series={bins} of="insiders of AmTrust" />);
    expect(months).toContain("1 trade has no reported price and is not in the chart.");
    expect(months).toContain("June 2013 begins on the 3rd.");
    expect(months).toContain("July 2013 runs to the 22nd.");
  });
});

it("counts rows that are left out in one sentence, whether one or many", () => {
  const bought = boughtAndSold(rows, { from: "2013-06-01", to: "2013-07-31" }, { unit: "month" });
  const caption = (unsure: number) =>
    renderToStaticMarkup(<BoughtAndSoldChart of="insiders" series={{ ...bought, unsure }} />);
  expect(caption(1)).toContain("1 row read from paper is not included");
  expect(caption(2)).toContain("2 rows read from paper are not included");
  const captionOf = (rows: number, prices: number) =>
    renderToStaticMarkup(
      <BoughtAndSoldChart of="insiders" series={{ ...bought, implausible: { rows: upTo(rows), prices } }} />,
    );
  expect(captionOf(1, 1)).toContain("1 row with an implausible price is not included.");
  expect(captionOf(2, 2)).toContain("2 rows with an implausible price are not included.");
  // Counted no further than 10,000.
  expect(captionOf(10_001, 10_001)).toContain(
    "More than 10,000 rows with an implausible price or number of shares are not included.",
  );
});

describe("small multiples", () => {
  const [panel] = series.holdings.panels;
  const [line] = panel?.lines ?? [];
  if (!panel || !line) throw new Error("there is a line");
  const multiple = { issuerCik: "1", line, highest: panel.highest, label: "AFSI", name: "AmTrust", href: "/one" };
  const draw = (leftOn: string | null) =>
    renderToStaticMarkup(
      <SmallMultiples multiples={[{ ...multiple, leftOn }]} domain={{ from: "2012-01-01", to: "2014-01-01" }} />,
    );

  it("state the balance and the last report in the head, and link to the issuer", () => {
    const text = draw(null).replace(/<[^>]+>/g, " ");
    expect(text).toMatch(/AFSI\s+AmTrust\s+159,914\s+Common Stock, direct\s+last report Jul 15, 2013/);
    expect(draw(null)).toContain('href="/one"');
  });

  it("have two ticks, from 0 to the round number over the line", () => {
    // 167,577 at most; 3 × 60,000 = 180,000.
    expect(
      draw(null)
        .match(/class="tick anchor-end"[^>]*>[^<]+/g)
        ?.map((tick) => tick.split(">")[1]),
    ).toEqual(["0", "180K"]);
  });

  it("end with a bar only where the filer says that reporting has ended", () => {
    expect(count(draw("2013-07-15"), 'class="baseline"')).toBe(2);
    expect(count(draw(null), 'class="baseline"')).toBe(1);
    expect(draw("2013-07-15")).toContain("reporting ended July 2013");
  });
});
