import { ignoredNames, paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { loadReadyViews } from "@/app/views/view";
import type { ViewsAnswer } from "@/lib/answers/views";
import { linkedAnswer, noSuchFormat } from "@/lib/representations/answers";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  if (format !== "json") return noSuchFormat(format, ["json"]);
  const { title, url, groups } = await loadReadyViews();
  const data: ViewsAnswer = {
    title,
    url: siteUrl() + url,
    groups: groups.map(({ title, views }) => ({
      title,
      views: views.map(({ url: path, ...view }) => ({ ...view, url: siteUrl() + path })),
    })),
    ignored: ignoredNames(paramsOf(request)),
  };
  return linkedAnswer(request, data);
}
