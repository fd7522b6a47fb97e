import { MOST_PARTIES } from "@/db/queries/read-parties";
import { errorAnswer } from "@/lib/representations/answers";
import type { GroupsView } from "@/lib/views/groups";

const TRY_AGAIN = 60;

/** Why there are no groups, in place of data or a picture of them. */
export function noGroupsAnswer(missing: GroupsView["missing"]): Response {
  if (missing === "no-copy") return errorAnswer(503, "This site does not group transactions (SCREENER_COPY).");
  if (missing === "too-many-parties")
    return errorAnswer(
      400,
      `More than ${MOST_PARTIES.toLocaleString("en-US")} issuers or insiders match a name in the filter, which is too many to group.`,
    );
  return errorAnswer(503, "We cannot group transactions at the moment. Try again in a minute.", undefined, {
    "retry-after": String(TRY_AGAIN),
  });
}
