import type { SplitsByIssuer } from "@/lib/holdings/splits-of-lines";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { type HoldingPanels, holdingLines, holdingPanels } from "./holding-panels";
import { type InsiderSeries, insiderSeries } from "./insider-series";
import { type TradeEvent, tradeEvents } from "./trade-events";
import { tradesTimeline } from "./trades-timeline";

const mostPanels = 8;

type Asked = {
  traded: { from: string | null; to: string | null };
  /** Labels of the issuers by CIK, in drawing order. */
  labels: ReadonlyMap<string | null, string>;
  /** Whether a row has a mark on the timeline. Balances include every row. */
  isMarked: (row: SeriesRow) => boolean;
  /** By the issuer's CIK. */
  splits?: SplitsByIssuer;
};

/**
 * The series of an insider of several issuers: one timeline, whose trades name their issuer, and separate panels for each issuer,
 * because balances of different companies share no scale. With one issuer, names are not needed.
 */
export function seriesByIssuer(
  rows: readonly SeriesRow[],
  { traded, labels, isMarked, splits = new Map() }: Asked,
): InsiderSeries | null {
  const [issuer = null] = labels.keys();
  const whole = insiderSeries(rows, traded, labels.size === 1 ? splits.get(issuer) : []);
  if (!whole) return null;
  const marked = rows.filter(isMarked);
  const series =
    marked.length === rows.length ? whole : { ...whole, timeline: tradesTimeline(tradeEvents(marked), whole.domain) };
  if (labels.size < 2) return series;
  const issuerOf = new Map(rows.map(({ filing, issuerCik }) => [filing.accessionNumber, issuerCik]));
  const named = (text: string, issuerCik: string | null) => `${labels.get(issuerCik) ?? ""} ${text}`.trim();
  const nameIssuer = (event: TradeEvent): TradeEvent => ({
    ...event,
    security: named(event.security, issuerOf.get(event.accessionNumber) ?? null),
  });
  return {
    ...series,
    timeline: {
      ...series.timeline,
      lanes: series.timeline.lanes.map((lane) => ({
        ...lane,
        marks: lane.marks.map((mark) => ({ ...mark, event: nameIssuer(mark.event) })),
      })),
    },
    holdings: joined(
      [...labels.keys()].map((issuerCik) => {
        const ofIssuer = rows.filter((row) => row.issuerCik === issuerCik);
        const drawn = holdingPanels(holdingLines(ofIssuer, splits.get(issuerCik)), series.domain);
        return {
          ...drawn,
          addedUp: drawn.addedUp.map((title) => named(title, issuerCik)),
          panels: drawn.panels.map((panel) => ({
            ...panel,
            title: named(panel.title, issuerCik),
            lines: panel.lines.map((line) => ({ ...line, security: named(line.security, issuerCik) })),
          })),
        };
      }),
    ),
  };
}

/** Panels of all issuers as one picture: the first panel of each issuer, then the rest issuer by issuer. */
function joined(issuers: readonly HoldingPanels[]): HoldingPanels {
  const places = issuers.flatMap(({ panels }, issuer) => panels.map((panel, index) => ({ panel, issuer, index })));
  const chosen = new Set([...places].sort((a, b) => a.index - b.index).slice(0, mostPanels));
  const panels = places.filter((place) => chosen.has(place)).map(({ panel }) => panel);
  const left = places.filter((place) => !chosen.has(place)).map(({ panel }) => panel);
  const sum = (of: (issuer: HoldingPanels) => number) => issuers.reduce((total, issuer) => total + of(issuer), 0);
  return {
    panels,
    omitted: sum(({ omitted }) => omitted) + left.reduce((total, { lines }) => total + lines.length, 0),
    addedUp: issuers.flatMap(({ addedUp }) => addedUp),
    count: sum(({ count }) => count),
    drawn: panels.reduce((total, { lines }) => total + lines.reduce((n, { points }) => n + points.length, 0), 0),
  };
}
