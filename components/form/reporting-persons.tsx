import { Fragment } from "react";
import { NameFindings } from "@/components/source/name-findings";
import { ReadValue, UnreadValue } from "@/components/source/read-value";
import { Missing } from "@/components/ui/missing";
import { Unread } from "@/components/ui/unread";
import type { FormOwner } from "@/lib/edgar/filing-form";
import { OWNER_FIELDS } from "@/lib/record/filing-fields";
import { insiderUrl } from "@/lib/urls";
import type { ValueMark, ValueMarks } from "@/paper/form/value-marks";
import type { NameFinding } from "@/paper/parties/name-finding";
import { FormValue } from "./form-value";

type ReportingPersonsProps = { owners: FormOwner[]; marks: ValueMarks; names: NameFinding[] };

/** Box 1: every owner by name as filed, with the address. An address that several owners share is printed once, after them. */
export const ReportingPersons = ({ owners, marks, names }: ReportingPersonsProps) =>
  owners.length === 0 ? (
    <div className="filed">
      {marks.has("/reportingOwner") ? <UnreadValue mark={marks.get("/reportingOwner")} /> : <Missing />}
    </div>
  ) : (
    owners.map((owner, index) => {
      const next = owners[index + 1];
      const isShared = next !== undefined && next.address.join("\n") === owner.address.join("\n");
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: owners have an order and may lack a CIK.
        <Fragment key={index}>
          <div className="filed">
            <FormValue
              value={
                owner.name === null || owner.cik === null ? (
                  owner.name
                ) : (
                  <a href={insiderUrl(owner.cik)}>{owner.name}</a>
                )
              }
              isLink={owner.cik !== null}
              isUnread={owner.unread.has("name")}
              mark={marks.get(`/reportingOwner/${index}/reportingOwnerId/rptOwnerName`)}
            />
          </div>
          <NameFindings names={names} of={`/reportingOwner/${index}`} />
          {owner.cik === null && (
            <span className="under">CIK {owner.unread.has("cik") ? <Unread /> : "not stated"}</span>
          )}
          {!isShared && <Address owner={owner} marks={addressMarks(marks, index)} />}
        </Fragment>
      );
    })
  );

/** The address on one line. On paper, each part that is unread or uncertain is marked. */
const Address = ({ owner: { address, unread }, marks }: { owner: FormOwner; marks: ValueMark[] }) => {
  const place = marks.find((mark) => mark.place !== null);
  const doubted = marks.find(({ state }) => state === "uncertain");
  const isPartUnread = ADDRESS.some((name) => unread.has(name));
  if (address.length === 0 && !isPartUnread) return null;
  return (
    <span className="under">
      {address.length > 0 && <ReadValue mark={doubted ?? place}>{address.join(", ")}</ReadValue>}
      {isPartUnread && <UnreadValue mark={marks.find(({ state }) => state === "unread")} />}
    </span>
  );
};

const ADDRESS = ["street1", "street2", "city", "state", "zipCode", "stateDescription"] as const;

const addressMarks = (marks: ValueMarks, owner: number): ValueMark[] =>
  ADDRESS.flatMap((name) => marks.get(`/reportingOwner/${owner}/${OWNER_FIELDS[name].path.join("/")}`) ?? []);
