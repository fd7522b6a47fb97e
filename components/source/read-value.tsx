import type { ReactNode } from "react";
import { Unread } from "@/components/ui/unread";
import { describeLine, doubtAnchor, lineAnchor, type ValueMark } from "@/paper/form/value-marks";

type ReadValueProps = {
  /** Undefined for a value that was not read from paper. */
  mark: ValueMark | undefined;
  /** The value as the page prints it. */
  children: ReactNode;
  /** Whether the value leads somewhere already, and cannot lead to the source as well. */
  isLink?: boolean;
};

/** A value that was read from paper: it leads to its line in the source, and says where it may be wrong or was put right by hand. */
export const ReadValue = ({ mark, children, isLink = false }: ReadValueProps) => {
  if (!mark) return children;
  const { pointer, state, place, correction, doubt } = mark;
  const className = state === "uncertain" ? "in-source is-uncertain" : "in-source";
  return (
    <>
      {place && !isLink ? (
        <a className={className} href={`#${lineAnchor(place)}`} title={`Read from ${describeLine(place)}`}>
          {children}
        </a>
      ) : (
        <span className={state === "uncertain" ? "is-uncertain" : undefined}>{children}</span>
      )}
      {state === "uncertain" && (
        <a className="uncertain" href={`#${doubtAnchor(pointer)}`} title={doubt ?? undefined}>
          uncertain
        </a>
      )}
      {correction && <CorrectedByHand correction={correction} />}
    </>
  );
};

const CorrectedByHand = ({ correction: { asRead, value } }: { correction: NonNullable<ValueMark["correction"]> }) => (
  <span className="under">
    {asRead === value
      ? "confirmed by hand"
      : asRead === null
        ? "entered by hand; it could not be read"
        : `corrected by hand; read as “${asRead}”`}
  </span>
);

/** What stands in the place of a value that could not be read: on paper it says where, and why. */
export const UnreadValue = ({ mark }: { mark: ValueMark | undefined }) =>
  mark ? <Unread href={`#${doubtAnchor(mark.pointer)}`} why={mark.doubt} /> : <Unread />;
