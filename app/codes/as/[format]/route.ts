import { loadCodesView } from "@/app/codes/view";
import { ignoredNames, paramsOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import type { CodesAnswer } from "@/lib/answers/codes";
import { linkedAnswer, noSuchFormat } from "@/lib/representations/answers";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  if (format !== "json") return noSuchFormat(format, ["json"]);
  const { title, url, groups, flag, unknown } = await loadCodesView();
  const data: CodesAnswer = {
    title,
    url: siteUrl() + url,
    codes: groups.flatMap(({ codes }) =>
      codes.map(({ url: path, transactions, ...code }) => ({
        ...code,
        url: siteUrl() + path,
        transactions: { ...transactions, url: siteUrl() + transactions.url },
      })),
    ),
    flag: { ...flag, url: siteUrl() + flag.url },
    unknown,
    ignored: ignoredNames(paramsOf(request)),
  };
  return linkedAnswer(request, data);
}
