import { loadSuggestions } from "@/app/search/suggestions/view";
import { readSearchQuery } from "@/app/search/view";
import { paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import type { SuggestionsAnswer } from "@/lib/answers/search";
import { linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";

type Context = { params: Promise<{ format: string }> };

/** What a search field offers while a reader types. It has no page: without script the field is a form. */
export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  if (format !== "json") return noSuchFormat(format, ["json"]);
  const asked = readSearchQuery(paramsOf(request));
  const unreadable = unreadableAnswer(asked.ignored);
  if (unreadable) return unreadable;
  const view = await loadSuggestions(asked);
  const data: SuggestionsAnswer = {
    ...view,
    url: siteUrl() + view.url,
    rows: view.rows.map((row) => ({ ...row, url: siteUrl() + row.url })),
  };
  return linkedAnswer(request, data);
}
