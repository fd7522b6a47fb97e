import { describeLateness } from "@/lib/lateness/describe-lateness";
import type { RowLateness } from "@/lib/record/derived-filing";

/** Business days from trade to filing: `+2d`, or `+11 days`, bold and underlined, if the filing was late. */
export const Lag = ({ lateness }: { lateness: RowLateness }) => {
  const { mark, isLate, sentence } = describeLateness(lateness, lateness.countedFrom);
  return (
    <span className={isLate ? "lag is-late" : "lag"} title={sentence}>
      <span aria-hidden="true">{mark}</span>
      <span className="visually-hidden">{sentence}</span>
    </span>
  );
};
