import type { ListLayout } from "./list-layout";

/** Which columns have no room, for each range of window widths. */
export const CutColumns = ({ cut }: Pick<ListLayout, "cut">) =>
  cut.map(({ window, labels }) => (
    <p key={window} className={`columns-cut is-at-${window}`}>
      {labels.join(", ")} {labels.length === 1 ? "does" : "do"} not fit in this window.
    </p>
  ));
