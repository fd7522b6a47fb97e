import { describePlace, type Place, placeUrl } from "./place";

/** A row, a note or the remarks by name, a link to it. */
export const PlaceLink = ({ place }: { place: Place }) => <a href={placeUrl(place)}>{describePlace(place)}</a>;
