import { cardAnswer } from "@/app/cards/card-answer";
import { filingCard } from "@/app/filings/[accession]/card";
import { findFiling } from "@/app/filings/[accession]/view";
import { movedTo } from "@/app/moved-to";
import { errorAnswer } from "@/lib/representations/answers";
import { cardUrl } from "@/lib/requests/card-address";
import { filingUrl } from "@/lib/urls";

type Context = { params: Promise<{ accession: string }> };

export const GET = (request: Request, { params }: Context) =>
  cardAnswer(request, async () => {
    const found = await findFiling((await params).accession);
    if (found.outcome === "unknown") return errorAnswer(404, found.message);
    if (found.outcome === "moved") return movedTo(cardUrl(filingUrl(found.accessionNumber)), 308);
    return filingCard(found.view);
  });
