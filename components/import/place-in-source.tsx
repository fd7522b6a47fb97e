import type { Place } from "@/paper/form/printed-form";
import { placeAnchor } from "@/paper/form/source-segments";
import { describeLine } from "@/paper/form/value-marks";

/** A link to where something was read, in the source beside the form. */
export const PlaceInSource = ({ place, children }: { place: Place; children?: React.ReactNode }) => (
  <a href={`#${placeAnchor(place)}`} data-place={placeAnchor(place)} title={`Read from ${describeLine(place)}`}>
    {children ?? describeLine(place)}
  </a>
);
