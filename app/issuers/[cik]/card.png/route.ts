import { answerAsOf } from "@/app/as-of";
import { cardAnswer } from "@/app/cards/card-answer";
import { issuerCard } from "@/app/issuers/[cik]/card";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { cardParams } from "@/app/search-params";
import { parseCik } from "@/lib/record/cik";
import { errorAnswer, unreadableAnswer } from "@/lib/representations/answers";

type Context = { params: Promise<{ cik: string }> };

export const GET = (request: Request, { params }: Context) =>
  cardAnswer(request, async () => {
    const { cik: text } = await params;
    const cik = parseCik(text);
    const query = readIssuerQuery(cardParams(request));
    const unreadable = unreadableAnswer(query.ignored);
    if (unreadable) return unreadable;
    return answerAsOf(async () => {
      const view = cik === null ? null : await loadIssuerView(cik, query);
      return view ? issuerCard(view) : errorAnswer(404, `We found no filings on an issuer with the CIK ${text}.`);
    });
  });
