import type { PaperCheck } from "@/paper/form/paper-reading";
import { fieldAnchor } from "./field-anchor";

/** Sums and rules of the form, and whether the reading satisfies them. */
export const CheckList = ({ checks }: { checks: PaperCheck[] }) => (
  <ul className="paper-checks">
    {checks.map(({ outcome, message, pointers }) => (
      <li key={`${message} ${pointers.join(" ")}`}>
        <b className={outcome === "confirmed" ? "agrees" : "disagrees"}>
          <span aria-hidden="true">{outcome === "confirmed" ? "✓" : "≠"}</span>{" "}
          {outcome === "confirmed" ? "Agrees" : "Fails"}
        </b>
        <span>
          {pointers[0] === undefined ? message : <a href={`#${fieldAnchor(shownAt(pointers[0]))}`}>{message}</a>}
        </span>
      </li>
    ))}
  </ul>
);

/** The number of a footnote is shown together with its text. */
const shownAt = (pointer: string) => pointer.replace(/^(\/footnotes\/\d+)\/id$/, "$1/text");
