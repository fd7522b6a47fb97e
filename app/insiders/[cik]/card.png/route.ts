import { cardAnswer } from "@/app/cards/card-answer";
import { insiderCard } from "@/app/insiders/[cik]/card";
import { findAskedInsider } from "@/app/insiders/[cik]/find-asked";

type Context = { params: Promise<{ cik: string }> };

export const GET = (request: Request, { params }: Context) =>
  cardAnswer(request, async () => {
    const found = await findAskedInsider(request, (await params).cik);
    return found instanceof Response ? found : insiderCard(found);
  });
