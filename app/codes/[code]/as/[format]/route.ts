import { hasCodePage, loadCodeView } from "@/app/codes/view";
import { ignoredNames, paramsOf, searchOf } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import type { CodeOrFlagAnswer } from "@/lib/answers/codes";
import type { IgnoredValue } from "@/lib/filters/filing-filter";
import { errorAnswer, linkedAnswer, noSuchFormat } from "@/lib/representations/answers";
import { codeUrl, inFormat } from "@/lib/urls";
import type { CodeView } from "@/lib/views/codes";

type Context = { params: Promise<{ code: string; format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { code: letter, format } = await params;
  const capital = letter.toUpperCase();
  if (!hasCodePage(capital)) return errorAnswer(404, `“${letter}” is not a transaction code of Forms 3, 4 and 5.`);
  if (format !== "json") return noSuchFormat(format, ["json"]);
  if (letter !== capital) {
    return new Response(null, {
      status: 308,
      headers: { location: inFormat(codeUrl(capital), "json") + searchOf(request) },
    });
  }
  const view = await loadCodeView(letter);
  if (!view) return errorAnswer(404, `“${letter}” is not a transaction code of Forms 3, 4 and 5.`);
  const ignored = ignoredNames(paramsOf(request));
  return linkedAnswer(request, codeRecord(view, ignored));
}

function codeRecord(view: CodeView, ignored: IgnoredValue[]): CodeOrFlagAnswer {
  if (view.kind === "flag") return { title: view.title, kind: "flag", ...absolute(view.flag), ignored };
  const { transactions, ...code } = absolute(view.code);
  return { title: view.title, kind: "code", ...code, transactions: absolute(transactions), ignored };
}

const absolute = <T extends { url: string }>(facts: T): T => ({ ...facts, url: siteUrl() + facts.url });
