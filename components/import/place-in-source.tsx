import type { Place } from "@/paper/form/printed-form";
import { placeAnchor } from "@/paper/form/source-segments";
import { describeLine } from "@/paper/form/value-marks";

/** A link to the place in the source, beside the form, from which something was read. */
export const PlaceInSource = ({ place, children }: { place: Place; children?: React.ReactNode }) => (
  <a href={`#${placeAnchor(place)}`} data-place={placeAnchor(place)} title={`Read from ${describeLine(place)}`}>
    {children ?? describeLine(place)}
  </a>
);
