import { Unbroken } from "@/components/ui/unbroken";

type PageLeadProps = {
  /** Text, which names the kind of page, is bold. */
  eyebrow: React.ReactNode;
  /** A sentence made from the page's data or, with `isName`, the name of a person or company. */
  title: React.ReactNode;
  isName?: boolean;
  standfirst?: React.ReactNode;
  /** Between title and standfirst, for example the roles of an insider. */
  children?: React.ReactNode;
  /** What a reader can do with the page. */
  actions?: React.ReactNode;
  /** On the right: a `<figure>` or `<Facts>`. */
  aside?: React.ReactNode;
};

/** The head of a page. */
export const PageLead = ({ eyebrow, title, isName = false, standfirst, children, actions, aside }: PageLeadProps) => (
  <div className={isName ? "page-lead is-name" : "page-lead"}>
    <div>
      <p className="eyebrow">{typeof eyebrow === "string" ? <b>{eyebrow}</b> : eyebrow}</p>
      <h1 className={isName ? "is-name" : undefined}>
        <Unbroken>{title}</Unbroken>
      </h1>
      {children}
      {standfirst && (
        <p className="standfirst">
          <Unbroken>{standfirst}</Unbroken>
        </p>
      )}
      {actions && <div className="page-actions">{actions}</div>}
    </div>
    {aside}
  </div>
);
