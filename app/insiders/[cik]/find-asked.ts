import { answerAsOf, foundBy } from "@/app/as-of";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { cardParams } from "@/app/search-params";
import { parseCik } from "@/lib/record/cik";
import { errorAnswer, unreadableAnswer } from "@/lib/representations/answers";
import { newYorkDate } from "@/lib/values/dates";
import type { InsiderView } from "@/lib/views/insider";

/** What a picture of an insider's page shows, or the answer that there is no such page. */
export async function findAskedInsider(request: Request, text: string): Promise<InsiderView | Response> {
  const cik = parseCik(text);
  const query = readInsiderQuery(cardParams(request));
  const unreadable = unreadableAnswer(query.ignored);
  if (unreadable) return unreadable;
  return answerAsOf(async () => {
    const view = cik === null ? null : await loadInsiderView(cik, query, newYorkDate(new Date()));
    return view ?? errorAnswer(404, `We found no filings by an insider with the CIK ${text}${foundBy(query.asOf)}.`);
  });
}
