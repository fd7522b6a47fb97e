import { Pager } from "@/components/ui/pager";
import { TOTALS_COVER } from "@/lib/headlines/trades-headline";
import { describeCount } from "@/lib/values/counts";
import type { FilingsView } from "@/lib/views/lists";

/** Hidden from screen readers: the dialog that `?` opens lists all keys in words. */
const HINTS = [
  { keys: ["j", "k"], what: "move" },
  { keys: ["Enter"], what: "open" },
  { keys: ["n"], what: "footnotes" },
  { keys: ["f"], what: "filters" },
  { keys: ["?"], what: "all keys" },
];

type ListFootProps = {
  view: Pick<FilingsView, "page" | "counts" | "previous" | "next">;
  pageSize: number;
};

/** The foot of a list of filings: how many there are, the next page, and what the tags in it mean. */
export const ListFoot = ({ view: { page, counts, previous, next }, pageSize }: ListFootProps) => (
  <Pager
    summary={`${page.entries.length} of ${describeCount(counts.filings, "filing")}`}
    previousHref={previous}
    nextHref={next}
    pageSize={pageSize}
  >
    <span>
      <span className="nowrap">“plan 203d”</span>: traded 203 days after the plan was adopted. “plan”: the adoption date
      is not stated.
    </span>
    <span className="phone-only">{TOTALS_COVER}</span>
    <span className="key-hints needs-script not-phone" aria-hidden="true">
      {HINTS.map(({ keys, what }) => (
        <span key={what}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {what}
        </span>
      ))}
    </span>
  </Pager>
);
