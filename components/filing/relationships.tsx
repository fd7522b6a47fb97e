import { Fragment } from "react";
import { Missing } from "@/components/ui/missing";
import { Unread } from "@/components/ui/unread";
import type { FormOwner } from "@/lib/edgar/filing-form";

const FLAGS = ["isDirector", "isOfficer", "isTenPercentOwner", "isOther"] as const;
const WORDS = { isDirector: "Director", isOfficer: "Officer", isTenPercentOwner: "10% owner", isOther: "Other" };

type Relationship = { checked: string; under: string; isUnread: boolean };

const relationshipOf = (owner: FormOwner): Relationship => {
  const unchecked = FLAGS.filter((flag) => !owner[flag] && !owner.unread.has(flag)).map((flag) =>
    WORDS[flag].toLowerCase(),
  );
  const texts = [owner.officerTitle, owner.otherText].filter((text) => text !== null && text.trim() !== "");
  return {
    checked: FLAGS.filter((flag) => owner[flag])
      .map((flag) => WORDS[flag])
      .join(", "),
    under: [texts.join(", "), unchecked.length > 0 && unchecked.length < 4 ? `Not marked: ${unchecked.join(", ")}` : ""]
      .filter(Boolean)
      .join(". "),
    isUnread: FLAGS.every((flag) => owner.unread.has(flag)),
  };
};

/** Box 5: what each owner is to the issuer. Owners of one and the same relationship stand together. */
export const Relationships = ({ owners }: { owners: FormOwner[] }) => {
  const groups = new Map<string, { relationship: Relationship; names: string[] }>();
  for (const owner of owners) {
    const relationship = relationshipOf(owner);
    const key = JSON.stringify(relationship);
    const names = groups.get(key)?.names ?? [];
    groups.set(key, { relationship, names: [...names, owner.name ?? "An owner that is not named"] });
  }
  if (groups.size === 0) {
    return (
      <div className="filed">
        <Missing />
      </div>
    );
  }
  return [...groups].map(
    ([
      key,
      {
        relationship: { checked, under, isUnread },
        names,
      },
    ]) => (
      <Fragment key={key}>
        <div className="filed">{checked || (isUnread ? <Unread /> : <Missing />)}</div>
        {owners.length > 1 && (
          <span className="under">{groups.size === 1 ? `All ${names.length}` : names.join(", ")}</span>
        )}
        {under && <span className="under">{under}</span>}
      </Fragment>
    ),
  );
};
