import { loadDataView } from "@/app/about/data/view";
import { siteUrl } from "@/app/site-url";
import { jsonAnswer, noSuchFormat } from "@/lib/representations/answers";
import { filingUrl } from "@/lib/urls";

type Context = { params: Promise<{ format: string }> };

export async function GET(_: Request, { params }: Context) {
  const { format } = await params;
  if (format !== "json") return noSuchFormat(format, ["json"]);
  const { url, problems, ...view } = await loadDataView();
  return jsonAnswer({
    url: siteUrl() + url,
    ...view,
    problems: problems.map((problem) => ({ ...problem, url: siteUrl() + filingUrl(problem.accessionNumber) })),
  });
}
