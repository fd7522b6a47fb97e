/** A value that a filing does not report. Never use it for zero, or for a column that cannot apply: that cell stays blank. */
export const Missing = () => (
  <span className="missing">
    <span aria-hidden="true">—</span>
    <span className="visually-hidden">not reported</span>
  </span>
);
