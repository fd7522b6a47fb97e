import { Children, cloneElement, isValidElement, type ReactNode } from "react";

/** The number of a rule of the Exchange Act. Browsers break it after its hyphen: "10b5-", "1 plan". */
const RULE_NUMBER = /(\b(?:10b5-1|16[ab]-\d+)(?:\([a-z]\))?)/;

/** Text, at any depth, in which the number of a rule stays on one line. */
export const Unbroken = ({ children }: { children: ReactNode }) => unbroken(children);

function unbroken(node: ReactNode): ReactNode {
  if (typeof node === "string") {
    const parts = node.split(RULE_NUMBER);
    if (parts.length === 1) return node;
    // Every second part is the number itself.
    return Children.map(parts, (part, index) => (index % 2 === 1 ? <span className="nowrap">{part}</span> : part));
  }
  if (Array.isArray(node)) return Children.map(node, unbroken);
  if (isValidElement<{ children?: ReactNode }>(node) && node.props.children !== undefined)
    return cloneElement(node, undefined, unbroken(node.props.children));
  return node;
}
