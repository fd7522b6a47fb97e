import { Unread } from "@/components/ui/unread";

type UnreadLineProps = {
  originalHref: string | null;
  /** For a scan, the address of the text that was read. */
  textHref: string | null;
};

/** Explains the hatched tags on a page, and links to the original. */
export const UnreadLine = ({ originalHref, textHref }: UnreadLineProps) => (
  <p className="ruled-line">
    <span>
      <Unread /> The original has a value here that is missing from the{" "}
      {textHref ? <a href={textHref}>text this page was built from</a> : "text this page was built from"}.
      {originalHref && (
        <>
          {" "}
          See the <a href={originalHref}>original on EDGAR</a>.
        </>
      )}
    </span>
  </p>
);
