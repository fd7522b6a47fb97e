/** What a filing does not report. Never for zero, and never where a column cannot apply: that cell is blank. */
export const Missing = () => (
  <span className="missing">
    <span aria-hidden="true">—</span>
    <span className="visually-hidden">not reported</span>
  </span>
);
