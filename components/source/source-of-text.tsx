import { describeLine, doubtAnchor, lineAnchor, type ValueMark } from "@/paper/form/value-marks";

/** After a footnote or remarks from paper: where they are in the source, and whether they may be wrong. */
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
