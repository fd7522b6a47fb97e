import type { ReactNode } from "react";

/** One of the numbered boxes over the tables. */
export const Box = ({ number, title, children }: { number: string; title: string; children: ReactNode }) => (
  <div className="box">
    <div className="box-head">
      <span className="column-number">{number}</span>
      {title}
    </div>
    {children}
  </div>
);
