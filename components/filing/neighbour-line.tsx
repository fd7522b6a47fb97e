import { Fragment } from "react";
import { FilingLink } from "@/components/ui/filing-link";
import { namesInSentence } from "@/lib/record/filing-names";
import type { Neighbour } from "@/lib/views/filing";

type NeighbourLineProps = {
  previous: readonly Neighbour[];
  next: readonly Neighbour[];
  /** Names of the owners as filed, by CIK. */
  names: Readonly<Record<string, string>>;
};

/** The previous and next filings by the same insider on the same issuer. With several owners, those of each. */
export const NeighbourLine = ({ previous, next, names }: NeighbourLineProps) => {
  const owners = Object.keys(names).length;
  if (previous.length === 0 && next.length === 0) return null;
  return (
    <nav
      className="ruled-line"
      aria-label={owners > 1 ? "Filings of the same insiders" : "Filings of the same insider"}
    >
      <b>Same insider{owners > 1 ? "s" : ""}, same issuer</b>
      <Side title="Previous" rel="prev" filings={previous} names={names} none="No earlier filing found" />
      <Side title="Next" rel="next" filings={next} names={names} none="No later filing found" />
    </nav>
  );
};

type SideProps = {
  title: string;
  rel: string;
  filings: readonly Neighbour[];
  names: NeighbourLineProps["names"];
  none: string;
};

const Side = ({ title, rel, filings, names, none }: SideProps) => {
  if (filings.length === 0) return <span className="muted">{none}</span>;
  const owners = Object.keys(names).length;
  return (
    <span>
      <span className="muted">{title}:</span>{" "}
      {filings.map((filing, index) => (
        <Fragment key={filing.accessionNumber}>
          {index > 0 && "; "}
          <FilingLink
            filing={filing}
            withPeriod
            names={
              filing.owners.length === owners ? null : namesInSentence(filing.owners.map((cik) => names[cik] ?? cik))
            }
            rel={rel}
          />
        </Fragment>
      ))}
    </span>
  );
};
