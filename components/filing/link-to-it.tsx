import { CopyLink } from "@/components/ui/copy-link";
import { CopyText } from "@/components/ui/copy-text";

type LinkToItProps = {
  /** Path of the page. */
  url: string;
  /** A citation of the filing in one sentence, without its address. */
  citation: string;
  /** The address at the end of the citation. */
  address: string;
  /** A row and a footnote, as examples of addresses within the page. */
  row: string | null;
  note: string | null;
};

/** Addresses to cite: that of the filing, and how to link to its rows and footnotes. */
export const LinkToIt = ({ url, citation, address, row, note }: LinkToItProps) => (
  <>
    <ul className="link-list">
      <li>
        <CopyLink href={url}>Copy link to filing</CopyLink>
        <a className="id" href={url}>
          {url}
        </a>
      </li>
    </ul>
    {(row || note) && (
      <p className="muted small">
        You can also link to a row or footnote: {row && <a href={`#${row}`} className="id">{`#${row}`}</a>}
        {row && note && ", "}
        {note && <a href={`#${note}`} className="id">{`#${note}`}</a>}.
      </p>
    )}
    <p className="citation">
      {citation}, <span className="id">{address}</span>.{" "}
      <CopyText text={`${citation}, ${address}.`}>Copy citation</CopyText>
    </p>
  </>
);
