import { formatDate } from "@/lib/format/dates";

/** Stands first on the page of an amendment. Box 4 gives the date of what it amends, and no number. */
export const AmendmentLine = ({ originalDate }: { originalDate: string | null }) => (
  <div className="banner" role="note">
    <b>Amendment.</b>{" "}
    <span>
      {originalDate === null
        ? "This filing amends an earlier one, whose date it does not give."
        : `This filing amends one filed ${formatDate(originalDate)}. A form names what it amends by date alone.`}
    </span>
  </div>
);
