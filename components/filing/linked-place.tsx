import { upperFirst } from "@/lib/values/upper-first";

type LinkedPlaceProps = {
  /** The anchor of a row or note. */
  place: string;
  name: string;
  words: string;
};

/** At the head of a filing to which a link to one of its rows or notes led: what it says. With JavaScript, the page scrolls there. */
export const LinkedPlace = ({ place, name, words }: LinkedPlaceProps) => (
  <div className="notice">
    <p>
      <a href={`#${place}`}>{upperFirst(name)}</a>: {words}
    </p>
  </div>
);
