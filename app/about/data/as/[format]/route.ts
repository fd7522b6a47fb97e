import { loadDataView } from "@/app/about/data/view";
import { ignoredNames, paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { jsonAnswer, noSuchFormat } from "@/lib/representations/answers";
import { filingUrl, rowUrl } from "@/lib/urls";

const withUrl = <T extends { accessionNumber: string }>(filing: T) => ({
  ...filing,
  url: siteUrl() + filingUrl(filing.accessionNumber),
});

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  if (format !== "json") return noSuchFormat(format, ["json"]);
  const { url, problems, underivable, implausible, ...view } = await loadDataView(Date.now());
  return jsonAnswer({
    url: siteUrl() + url,
    ...view,
    problems: problems.map(withUrl),
    underivable: underivable.map(withUrl),
    implausible: implausible.rows.map((row) => ({ ...row, url: siteUrl() + rowUrl(row.accessionNumber, row.row) })),
    implausibleInAll: implausible.inAll,
    ignored: ignoredNames(paramsOf(request)),
  });
}
