import { answerAsOf, foundBy } from "@/app/as-of";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { cardParams } from "@/app/search-params";
import { parseCik } from "@/lib/record/cik";
import { errorAnswer, unreadableAnswer } from "@/lib/representations/answers";
import type { IssuerView } from "@/lib/views/issuer";

/** What a picture of an issuer's page shows, or the answer that there is no such page. */
export async function findAskedIssuer(request: Request, text: string): Promise<IssuerView | Response> {
  const cik = parseCik(text);
  const query = readIssuerQuery(cardParams(request));
  const unreadable = unreadableAnswer(query.ignored);
  if (unreadable) return unreadable;
  return answerAsOf(async () => {
    const view = cik === null ? null : await loadIssuerView(cik, query);
    return view ?? errorAnswer(404, `We found no filings on an issuer with the CIK ${text}${foundBy(query.asOf)}.`);
  });
}
