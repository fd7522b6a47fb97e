import { pngAnswer, svgAnswer } from "@/app/pictures/picture-answer";
import { measureText } from "@/app/pictures/picture-fonts";
import { siteUrl } from "@/app/site-url";
import { CHART_WIDTH, type Chart, chartFile } from "@/components/charts/chart-picture";
import { errorAnswer } from "@/lib/representations/answers";

/** The chart of a page, and the page's path; a null chart if there is nothing to draw. */
type Charted = { chart: Chart | null; url: string };

/**
 * The chart of a page as a file, with its title, source and date.
 * @param find loads the page, or answers that there is none
 */
export function chartAnswer(
  request: Request,
  format: "png" | "svg",
  find: () => Promise<Charted | Response>,
): Promise<Response> {
  const draw = async (footing: string) => {
    const found = await find();
    if (found instanceof Response) return found;
    const { chart, url } = found;
    if (chart === null)
      return errorAnswer(404, "There is nothing to draw: no report that this page lists has a date and a figure.");
    return chartFile(chart, { footing, page: siteUrl() + url }, measureText);
  };
  return format === "svg"
    ? svgAnswer(request, draw)
    : pngAnswer(request, { name: "chart", width: 2 * CHART_WIDTH, draw });
}
