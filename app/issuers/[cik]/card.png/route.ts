import { cardAnswer } from "@/app/cards/card-answer";
import { issuerCard } from "@/app/issuers/[cik]/card";
import { loadIssuerCardView } from "@/app/issuers/[cik]/card-view";
import { findAskedIssuer } from "@/app/issuers/[cik]/find-asked";

type Context = { params: Promise<{ cik: string }> };

export const GET = (request: Request, { params }: Context) =>
  cardAnswer(request, async () => {
    const found = await findAskedIssuer(request, (await params).cik, loadIssuerCardView);
    return found instanceof Response ? found : issuerCard(found);
  });
