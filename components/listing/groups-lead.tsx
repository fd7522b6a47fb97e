import { PageLead } from "@/components/site/page-lead";
import { describeGroupSort } from "@/lib/filters/describe-group-sort";
import { isUsualSort } from "@/lib/filters/grouping";
import { plural } from "@/lib/values/counts";
import { newYorkClock } from "@/lib/values/new-york-time";
import { upperFirst } from "@/lib/values/upper-first";
import type { GroupsView } from "@/lib/views/groups";
import { GROUP_LABELS } from "./group-bar";

const MANY: Record<GroupsView["grouping"]["by"], [preposition: string, one: string, many: string]> = {
  issuer: ["in", "issuer", "issuers"],
  insider: ["by", "insider", "insiders"],
  "issuer-day": ["in", "group of one issuer and day", "groups of one issuer and day"],
  industry: ["in", "industry", "industries"],
  role: ["by", "role", "roles"],
  month: ["in", "month", "months"],
};

/** The head of a grouped list: how many groups there are, and what they leave out. */
export const GroupsLead = ({ view: { grouping, found, words, filter } }: { view: GroupsView }) => {
  const { by, insidersFrom, totalFrom } = grouping;
  const asked = words === "" ? "all transactions" : words;
  const least = [
    ...(insidersFrom > 1 ? [`at least ${insidersFrom} insiders`] : []),
    ...(totalFrom === "0" ? [] : [`at least $${Number(totalFrom).toLocaleString("en-US")} bought and sold`]),
  ];
  // A trade of several owners or roles is on the page several times, so adding up groups would count it several times.
  const isRepeated = by === "insider" || by === "role";
  const [leftOut, valueMissing] = (["leftOut", "valueMissing"] as const).map(
    (name) => found?.groups.reduce((sum, group) => sum + group[name], 0) ?? 0,
  ) as [number, number];
  return (
    <PageLead
      eyebrow={
        <>
          <b>Screener</b>, grouped by {GROUP_LABELS[by].toLowerCase()}
        </>
      }
      title={groupsHeadline({ found, grouping })}
      standfirst={
        <>
          {upperFirst(asked)}
          {least.length > 0 && `, in groups with ${least.join(" and ")}`}
          {asked.endsWith(".") && least.length === 0 ? " " : ". "}
          {!isUsualSort(grouping, filter) && `${describeGroupSort(grouping.sort)}. `}
          {leftOut > 0 &&
            `Values on this page leave out ${isRepeated ? "purchases or sales" : plural(leftOut, "purchase or sale", "purchases and sales")} with an implausible or uncertain figure, another currency, or a letter A or D that contradicts the code. `}
          {valueMissing > 0 &&
            (isRepeated
              ? "Trades without a price or a number of shares add nothing to the values. "
              : `${plural(valueMissing, "trade")} on this page ${valueMissing === 1 ? "lacks" : "lack"} a price or a number of shares. `)}
          {found &&
            found.ungrouped > 0 &&
            `${plural(found.ungrouped, "transaction")} ${found.ungrouped === 1 ? "is" : "are"} in no group, because the ${by === "issuer-day" ? "issuer or day" : GROUP_LABELS[by].toLowerCase()} is not known. `}
          {found?.asOf && `As of ${newYorkClock(Date.parse(found.asOf)).time} ET.`}
        </>
      }
    />
  );
};

export function groupsHeadline({ found, grouping: { by } }: Pick<GroupsView, "found" | "grouping">): string {
  if (found === null) return "Transactions in groups";
  const [preposition, one, many] = MANY[by];
  return found.count === 0 ? "No groups found" : `Trades ${preposition} ${plural(found.count, one, many)}`;
}
