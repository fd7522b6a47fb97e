import { CopyLink } from "@/components/ui/copy-link";
import { Citation } from "./citation";

type LinkToItProps = {
  /** Path of the page. */
  url: string;
  citation: React.ComponentProps<typeof Citation>;
  /** A row and a footnote, as examples of addresses within the page. */
  row: string | null;
  note: string | null;
};

/** Addresses to cite: that of the filing, how to link to its rows and footnotes, and a citation of each. */
export const LinkToIt = ({ url, citation, row, note }: LinkToItProps) => (
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
    <Citation {...citation} />
  </>
);
