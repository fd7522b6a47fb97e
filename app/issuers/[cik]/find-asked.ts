import { answerAsOf, foundBy } from "@/app/as-of";
import { type IssuerQuery, readIssuerQuery } from "@/app/issuers/[cik]/query";
import { cardParams } from "@/app/search-params";
import { parseCik } from "@/lib/record/cik";
import { errorAnswer, unreadableAnswer } from "@/lib/representations/answers";

/** What a picture of an issuer's page shows, or the answer that there is no such page. */
export async function findAskedIssuer<View>(
  request: Request,
  text: string,
  load: (cik: string, query: IssuerQuery) => Promise<View | null>,
): Promise<View | Response> {
  const cik = parseCik(text);
  const query = readIssuerQuery(cardParams(request));
  const unreadable = unreadableAnswer(query.ignored);
  if (unreadable) return unreadable;
  return answerAsOf(async () => {
    const view = cik === null ? null : await load(cik, query);
    return view ?? errorAnswer(404, `We found no filings on an issuer with the CIK ${text}${foundBy(query.asOf)}.`);
  });
}
