import { answerAsOf } from "@/app/as-of";
import { cardAnswer } from "@/app/cards/card-answer";
import { insiderCard } from "@/app/insiders/[cik]/card";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { cardParams } from "@/app/search-params";
import { parseCik } from "@/lib/record/cik";
import { errorAnswer, unreadableAnswer } from "@/lib/representations/answers";
import { newYorkDate } from "@/lib/values/dates";

type Context = { params: Promise<{ cik: string }> };

export const GET = (request: Request, { params }: Context) =>
  cardAnswer(request, async () => {
    const { cik: text } = await params;
    const cik = parseCik(text);
    const query = readInsiderQuery(cardParams(request));
    const unreadable = unreadableAnswer(query.ignored);
    if (unreadable) return unreadable;
    return answerAsOf(async () => {
      const view = cik === null ? null : await loadInsiderView(cik, query, newYorkDate(new Date()));
      return view ? insiderCard(view) : errorAnswer(404, `We found no filings by an insider with the CIK ${text}.`);
    });
  });
