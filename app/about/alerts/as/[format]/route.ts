import { loadAlertsView } from "@/app/about/alerts/view";
import { ignoredNames, paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import type { AlertsAnswer } from "@/lib/answers/alerts";
import { linkedAnswer, noSuchFormat } from "@/lib/representations/answers";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  if (format !== "json") return noSuchFormat(format, ["json"]);
  const { title, url, ...view } = await loadAlertsView();
  const alerts: AlertsAnswer = { title, url: siteUrl() + url, ...view, ignored: ignoredNames(paramsOf(request)) };
  return linkedAnswer(request, alerts);
}
