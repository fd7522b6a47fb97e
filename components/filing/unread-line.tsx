import { Unread } from "@/components/ui/unread";

/** What the hatched tags on a page mean, and where the original is. */
export const UnreadLine = ({ originalHref }: { originalHref: string | null }) => (
  <p className="ruled-line">
    <span>
      <Unread /> The original holds a value that is not in the text this page was built from.
      {originalHref && (
        <>
          {" "}
          See the <a href={originalHref}>original on EDGAR</a>.
        </>
      )}
    </span>
  </p>
);
