import { barsCaption } from "@/components/charts/bars-caption";
import { BARS_HEIGHT, barsDrawing } from "@/components/charts/bars-drawing";
import type { Chart } from "@/components/charts/chart-picture";
import { drawBars } from "@/components/charts/draw-bars";
import { shortIssuerName } from "@/lib/names/names";
import { formatDateRange } from "@/lib/values/dates";
import { upperFirst } from "@/lib/values/upper-first";
import type { IssuerView } from "@/lib/views/issuer";

/** The chart of an issuer's page as a picture; null if there is nothing to draw. */
export function issuerPicture({ months, lead }: Pick<IssuerView, "months" | "lead">): Chart | null {
  if (months === null) return null;
  const { series } = months.trades;
  const of = `insiders of ${shortIssuerName(months.name)}`;
  const drawing = barsDrawing(series, { of, height: BARS_HEIGHT });
  const [first, last] = [series.bins[0], series.bins.at(-1)];
  if (drawing.highest + drawing.lowest === 0 || !first || !last) return null;
  return {
    title: `Bought and sold by ${of} each ${series.unit}, ${formatDateRange(first.from, last.to)}`,
    name: drawing.name,
    notes: [...(lead.words === "" ? [] : [`${upperFirst(lead.words)}.`]), ...barsCaption(series, true)],
    draw: (frame, colours) => drawBars(drawing, frame, colours),
  };
}
