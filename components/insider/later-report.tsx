import type { LaterPlace } from "@/lib/holdings/restated-lines";
import { rowUrl } from "@/lib/urls";

/** Why a line is not in the total. */
export const LaterReport = ({ report }: { report: LaterPlace }) => (
  <span className="under">
    not in the total: <a href={rowUrl(report.filing, report.row)}>a later filing</a> reports{" "}
    {report.isUncertain ? "a holding that may be the same" : "the same holding"}
  </span>
);
