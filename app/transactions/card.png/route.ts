import { cardAnswer } from "@/app/cards/card-answer";
import { readSortedQuery } from "@/app/filtered-list";
import { cardParams } from "@/app/search-params";
import { groupsCard, transactionsCard } from "@/app/transactions/card";
import { loadGroupsView, readGroupsQuery } from "@/app/transactions/groups";
import { noGroupsAnswer } from "@/app/transactions/no-groups-answer";
import { loadTransactionsView } from "@/app/transactions/view";
import { unreadableAnswer } from "@/lib/representations/answers";

/** As many rows or groups as a card has room for. */
const SHOWN = 5;

export const GET = (request: Request) =>
  cardAnswer(request, async () => {
    const params = cardParams(request);
    const grouped = readGroupsQuery(params);
    if (grouped) {
      const unreadable = unreadableAnswer(grouped.ignored);
      if (unreadable) return unreadable;
      // A card has neither an open group nor charts of months.
      const view = await loadGroupsView({ ...grouped, open: null }, SHOWN, false);
      return groupsCard(view) ?? noGroupsAnswer(view.missing);
    }
    const asked = readSortedQuery(params);
    return unreadableAnswer(asked.ignored) ?? transactionsCard(await loadTransactionsView(asked, SHOWN));
  });
