import type { FreshnessWords } from "@/lib/coverage/freshness";
import { dataUrl } from "@/lib/urls";

/** How current the data is, with a link to the page that says more. */
export const FreshnessLink = ({ words, className }: { words: FreshnessWords; className: string }) => (
  <a className={words.isBehind ? `${className} is-behind` : className} href={dataUrl()}>
    <b>
      {words.where && <span className="freshness-more">{words.where}</span>}
      {words.strong}
    </b>
    {words.more && <span className="freshness-more">{words.more}</span>}
  </a>
);
