import { cardAnswer } from "@/app/cards/card-answer";
import { clustersCard } from "@/app/clusters/card";
import { loadClustersView, readClustersQuery } from "@/app/clusters/view";
import { cardParams } from "@/app/search-params";
import { unreadableAnswer } from "@/lib/representations/answers";

export const GET = (request: Request) =>
  cardAnswer(request, async () => {
    const asked = readClustersQuery(cardParams(request));
    return unreadableAnswer(asked.ignored) ?? clustersCard(await loadClustersView(asked));
  });
