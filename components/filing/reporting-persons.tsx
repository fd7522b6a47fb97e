import { Fragment } from "react";
import { Missing } from "@/components/ui/missing";
import { Unread } from "@/components/ui/unread";
import type { FormOwner } from "@/lib/edgar/filing-form";
import { insiderUrl } from "@/lib/urls";

/** Box 1: every owner by the name as filed, with the address; one address that several share stands once, after them. */
export const ReportingPersons = ({ owners }: { owners: FormOwner[] }) =>
  owners.length === 0 ? (
    <div className="filed">
      <Missing />
    </div>
  ) : (
    owners.map((owner, index) => {
      const next = owners[index + 1];
      const isShared = next !== undefined && next.address.join("\n") === owner.address.join("\n");
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: owners have an order and may lack a CIK.
        <Fragment key={index}>
          <div className="filed">
            <OwnerName owner={owner} />
          </div>
          {owner.cik === null && (
            <span className="under">CIK {owner.unread.has("cik") ? <Unread /> : "not stated"}</span>
          )}
          {!isShared && owner.address.length > 0 && <span className="under">{owner.address.join(", ")}</span>}
        </Fragment>
      );
    })
  );

const OwnerName = ({ owner: { cik, name, unread } }: { owner: FormOwner }) => {
  if (name === null) return unread.has("name") ? <Unread /> : <Missing />;
  return cik === null ? name : <a href={insiderUrl(cik)}>{name}</a>;
};
