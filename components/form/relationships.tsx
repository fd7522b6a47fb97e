import { Fragment } from "react";
import { ReadValue, UnreadValue } from "@/components/source/read-value";
import { Missing } from "@/components/ui/missing";
import type { FormOwner } from "@/lib/edgar/filing-form";
import { OWNER_FIELDS } from "@/lib/record/filing-fields";
import { endSentence } from "@/lib/values/end-sentence";
import type { ValueMark, ValueMarks } from "@/paper/form/value-marks";

const FLAGS = ["isDirector", "isOfficer", "isTenPercentOwner", "isOther"] as const;
const FIELDS = [...FLAGS, "officerTitle", "otherText"] as const;
const URGENCY: ValueMark["state"][] = ["uncertain", "read", "unread"];
const WORDS = { isDirector: "Director", isOfficer: "Officer", isTenPercentOwner: "10% owner", isOther: "Other" };

type Relationship = {
  checked: string;
  under: string;
  isUnread: boolean;
  /** For an owner read from paper, the box or text that needs checking. */
  mark: ValueMark | undefined;
};

const relationshipOf = (owner: FormOwner, index: number, marks: ValueMarks): Relationship => {
  const unchecked = FLAGS.filter((flag) => !owner[flag] && !owner.unread.has(flag)).map((flag) =>
    WORDS[flag].toLowerCase(),
  );
  const title = [owner.officerTitle, owner.otherText].filter((text) => text !== null && text.trim() !== "").join(", ");
  const rest = unchecked.length > 0 && unchecked.length < 4 ? `Not checked: ${unchecked.join(", ")}` : "";
  return {
    checked: FLAGS.filter((flag) => owner[flag])
      .map((flag) => WORDS[flag])
      .join(", "),
    under: title && rest ? `${endSentence(title)} ${rest}` : title || rest,
    isUnread: FLAGS.every((flag) => owner.unread.has(flag)),
    mark: FIELDS.flatMap(
      (name) => marks.get(`/reportingOwner/${index}/${OWNER_FIELDS[name].path.join("/")}`) ?? [],
    ).sort((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state))[0],
  };
};

/** Box 5: the relationship of each owner to the issuer. Owners with the same relationship are listed together. */
export const Relationships = ({ owners, marks }: { owners: FormOwner[]; marks: ValueMarks }) => {
  const groups = new Map<string, { relationship: Relationship; names: string[] }>();
  for (const [index, owner] of owners.entries()) {
    const relationship = relationshipOf(owner, index, marks);
    const { mark, ...said } = relationship;
    const key = JSON.stringify({ ...said, mark: mark?.state === "read" ? null : mark });
    const names = groups.get(key)?.names ?? [];
    groups.set(key, { relationship, names: [...names, owner.name ?? "An unnamed owner"] });
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
        relationship: { checked, under, isUnread, mark },
        names,
      },
    ]) => (
      <Fragment key={key}>
        <div className="filed">
          {checked ? (
            <ReadValue mark={mark?.state === "unread" ? undefined : mark}>{checked}</ReadValue>
          ) : isUnread ? (
            <UnreadValue mark={mark} />
          ) : (
            <Missing />
          )}
        </div>
        {owners.length > 1 && (
          <span className="under">{groups.size === 1 ? `All ${names.length}` : names.join(", ")}</span>
        )}
        {under && <span className="under">{under}</span>}
      </Fragment>
    ),
  );
};
