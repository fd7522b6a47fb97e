import { loadDataView } from "@/app/about/data/view";
import { ignoredNames, paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import type { DataAnswer } from "@/lib/answers/data";
import { linkedAnswer, noSuchFormat } from "@/lib/representations/answers";
import { filingUrl, rowUrl } from "@/lib/urls";

const withUrl = <T extends { accessionNumber: string }>(filing: T) => ({
  ...filing,
  url: siteUrl() + filingUrl(filing.accessionNumber),
});

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  if (format !== "json") return noSuchFormat(format, ["json"]);
  const { url, problems, underivable, implausible, runs, ...view } = await loadDataView(Date.now());
  const data: DataAnswer = {
    url: siteUrl() + url,
    ...view,
    runs: runs.map(({ startedAt, finishedAt, ...run }) => ({
      ...run,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    })),
    problems: problems.map(withUrl),
    underivable: underivable.map(({ lastFailedAt, ...filing }) => ({
      ...withUrl(filing),
      lastFailedAt: lastFailedAt?.toISOString() ?? null,
    })),
    implausible: implausible.rows.map((row) => ({ ...row, url: siteUrl() + rowUrl(row.accessionNumber, row.row) })),
    implausibleInAll: implausible.inAll,
    ignored: ignoredNames(paramsOf(request)),
  };
  return linkedAnswer(request, data);
}
