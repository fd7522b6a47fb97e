import type { ReactNode } from "react";
import { tableRoles } from "@/components/ui/table-roles";
import { describeGap } from "@/lib/holdings/describe-gap";
import { keyInFiling } from "@/lib/record/row-key";
import { formatSigned } from "@/lib/values/decimals";
import { describePlace, type FilingPlace, hrefOfPlace } from "@/lib/views/filing-place";
import { EventRemark } from "./event-remark";
import type { FormRow } from "./form-row";

/** A line below a row of the form: which row replaced it or counts in its place, and why its balance does not follow. */
export const RowRemarks = ({ of, columns }: { of: FormRow; columns: number }) => {
  const remarks = remarksOf(of);
  if (remarks.length === 0) return null;
  return (
    <tr {...tableRoles.row} className="remark-row" data-notes-of={keyInFiling(of.row.accessionNumber, of.id)}>
      <td {...tableRoles.cell} />
      <td {...tableRoles.cell} colSpan={columns}>
        {remarks.map(({ key, says }) => (
          <p key={key}>{says}</p>
        ))}
      </td>
    </tr>
  );
};

function remarksOf(of: FormRow): { key: string; says: ReactNode }[] {
  const remarks: { key: string; says: ReactNode }[] = [];
  if (of.replacedBy) {
    remarks.push({
      key: "replaced",
      says: (
        <>
          <b>Replaced</b> by <PlaceLink place={of.replacedBy} />. It is not in any list, chart or total.
        </>
      ),
    });
  }
  if (of.reports.length > 0) remarks.push({ key: "event", says: <EventRemark reports={of.reports} /> });
  if (of.check?.state === "gap" && of.check.reason) remarks.push({ key: "gap", says: <GapRemark of={of} /> });
  return remarks;
}

/** "+412 from an employee plan, exempt from reporting: “Includes 412 shares …” (footnote 3)". */
const GapRemark = ({ of: { check, reasonAt } }: { of: FormRow }) => {
  const gap = check && describeGap(check);
  if (!gap) return null;
  return (
    <>
      <b>{formatSigned(check.difference)}</b> {gap.reason}
      {gap.words !== null && (
        <>
          : <q className="quoted">{gap.words}</q>
        </>
      )}
      {reasonAt && (
        <>
          {" "}
          (<PlaceLink place={reasonAt} />)
        </>
      )}
    </>
  );
};

/** A link to a row, a footnote or the remarks, by name. */
const PlaceLink = ({ place }: { place: FilingPlace }) => <a href={hrefOfPlace(place)}>{describePlace(place)}</a>;
