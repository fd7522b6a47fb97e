import { upperFirst } from "@/lib/values/upper-first";

type LinkedPlaceProps = {
  /** The anchor of a row or note. */
  place: string;
  name: string;
  words: string;
  nonce?: string;
};

/** At the head of a filing to which a link to one of its rows or notes led: what it says. With JavaScript, the page scrolls there. */
export const LinkedPlace = ({ place, name, words, nonce }: LinkedPlaceProps) => (
  <div className="notice">
    <p>
      <a href={`#${place}`}>{upperFirst(name)}</a>: {words}
    </p>
    {/* Here and not in a client component, because only these pages need it. A module runs when the whole page is there. */}
    <script
      type="module"
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the place is one that the filing has, and is escaped.
      dangerouslySetInnerHTML={{ __html: `location.hash||location.replace("#"+${scriptText(place)})` }}
    />
  </div>
);

const scriptText = (text: string) => JSON.stringify(text).replaceAll("<", "\\u003c");
