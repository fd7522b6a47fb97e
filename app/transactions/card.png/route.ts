import { cardAnswer } from "@/app/cards/card-answer";
import { readSortedQuery } from "@/app/filtered-list";
import { cardParams } from "@/app/search-params";
import { groupsCard, transactionsCard } from "@/app/transactions/card";
import { loadGroupsView, readGroupsQuery } from "@/app/transactions/groups";
import { loadTransactionsView } from "@/app/transactions/view";
import { errorAnswer, unreadableAnswer } from "@/lib/representations/answers";

/** As many rows or groups as a card has room for. */
const SHOWN = 5;

export const GET = (request: Request) =>
  cardAnswer(request, async () => {
    const params = cardParams(request);
    const grouped = readGroupsQuery(params);
    const asked = grouped ?? readSortedQuery(params);
    const unreadable = unreadableAnswer(asked.ignored);
    if (unreadable) return unreadable;
    if (!grouped) return transactionsCard(await loadTransactionsView(readSortedQuery(params), SHOWN));
    const card = groupsCard(await loadGroupsView(grouped, SHOWN));
    return (
      card ??
      errorAnswer(503, "The groups are not ready yet. Try again in a moment.", undefined, { "retry-after": "5" })
    );
  });
