import type { ReactNode } from "react";
import { describeImplausible, implausibleName } from "@/lib/implausible/describe-implausible";
import type { Implausible } from "@/lib/record/implausible";

type Props = {
  implausible: Implausible | null;
  /** The columns from which the value comes. */
  of: readonly Implausible["field"][];
  children: ReactNode;
};

/** Marks a figure, shown as filed, that evidence contradicts. */
export const ImplausibleFigure = ({ implausible, of, children }: Props) =>
  implausible !== null && of.includes(implausible.field) ? (
    <span className="is-implausible">{children}</span>
  ) : (
    children
  );

/** What contradicts it, and what the filer probably did. */
export const WhyImplausible = ({ implausible }: Pick<Props, "implausible">) =>
  implausible !== null && (
    <span className="under why-implausible">
      <span className="tag">{implausibleName(implausible)}</span> {describeImplausible(implausible)}
    </span>
  );

/** Marks a row where its figures, or the reason, are not shown. */
export const ImplausibleTag = ({ implausible }: Pick<Props, "implausible">) =>
  implausible !== null && (
    <span className="under">
      <span className="tag">{implausibleName(implausible)}</span>
    </span>
  );
