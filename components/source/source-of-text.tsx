import { describeLine, doubtAnchor, lineAnchor, type ValueMark } from "@/paper/form/value-marks";

/** Behind a note or remarks from paper: where they stand in the source, and whether they may be misread. */
export const SourceOfText = ({ mark: { pointer, state, place, doubt } }: { mark: ValueMark }) => (
  <>
    {place && (
      <>
        {" "}
        <a className="source-line-link" href={`#${lineAnchor(place)}`}>
          {describeLine(place)}
        </a>
      </>
    )}
    {state === "uncertain" && (
      <>
        {" "}
        <a className="uncertain" href={`#${doubtAnchor(pointer)}`} title={doubt ?? undefined}>
          uncertain
        </a>
      </>
    )}
  </>
);
