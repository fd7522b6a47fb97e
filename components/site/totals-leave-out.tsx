import { implausibleRowsInWords } from "@/lib/implausible/describe-implausible";
import type { LeftOut } from "@/lib/views/lists";

/** "Totals leave out 2 rows with an implausible price", with a link to them. Nothing if there are none. */
export const TotalsLeaveOut = ({ of: { implausible, prices, url } }: { of: LeftOut }) =>
  implausible.countAtLeast > 0 && (
    <>
      {" "}
      Totals leave out <a href={url}>{implausibleRowsInWords(implausible, prices)}</a>.
    </>
  );
