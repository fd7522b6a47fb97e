import type { ReactNode } from "react";
import { Unread } from "@/components/ui/unread";
import { describeLine, doubtAnchor, lineAnchor, type ValueMark } from "@/paper/form/value-marks";

type ReadValueProps = {
  /** Undefined if the value was not read from paper. */
  mark: ValueMark | undefined;
  /** The value as the page prints it. */
  children: ReactNode;
  /** Whether the value is already a link, so that it cannot link to the source as well. */
  isLink?: boolean;
};

/** A value read from paper. It links to its line in the source, and says if it may be wrong or was corrected by hand. */
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

/** Replaces a value that could not be read. For paper it says where the value is, and why it is unread. */
export const UnreadValue = ({ mark }: { mark: ValueMark | undefined }) =>
  mark ? <Unread href={`#${doubtAnchor(mark.pointer)}`} why={mark.doubt} /> : <Unread />;
