import { describePlace, hrefOfPlace, type Place } from "@/lib/views/place";

/** A row, a note or the remarks by name, a link to it. */
export const PlaceLink = ({ place }: { place: Place }) => <a href={hrefOfPlace(place)}>{describePlace(place)}</a>;
