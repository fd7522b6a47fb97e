import { ClockTime } from "@/components/ui/clock-time";
import { apiUrl, codesUrl, importUrl, methodsUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { VERSION } from "@/lib/version";
import { Keyboard } from "./keyboard";
import { ReadAt } from "./read-at";

type FooterProps = {
  sample: boolean;
  /** Whether paper forms can be uploaded to this site. */
  allowImport: boolean;
  /** How far the replica that was read may be behind, in milliseconds, if that is worth saying. */
  behindMs?: number | null;
  /** When the page was drawn, as an ISO date and time. */
  drawnAt: string;
};

/** The source of the data. For the sample, says that the filings are invented. */
export const Footer = ({ sample, allowImport, behindMs = null, drawnAt }: FooterProps) => (
  <footer className="site-foot">
    <div className="site-foot-inner">
      <p>
        <b>Source:</b> SEC EDGAR, Forms 3, 4 and 5 as filed. Filers are responsible for what they report; figures that
        we derive are marked. Nothing here is investment advice.
      </p>
      {behindMs !== null && (
        <p>
          {`The main database is not responding at the moment. This page comes from a copy that may be ${behindInWords(behindMs)} behind.`}
        </p>
      )}
      {sample && (
        <p>
          Sample data. People, companies, prices and identifiers are invented, except in one filing of July 15, 2013,
          which is real.
        </p>
      )}
      <nav aria-label="Footer">
        <a href={methodsUrl()}>Methods</a>
        <a href={codesUrl()}>Transaction codes</a>
        <a href={apiUrl()}>API and feeds</a>
        {allowImport && <a href={importUrl()}>Import</a>}
        <Keyboard />
      </nav>
      <p>{`Section 16, version ${VERSION}`}</p>
      <ReadAt>
        <ClockTime instant={drawnAt} inFull />
      </ReadAt>
    </div>
  </footer>
);

function behindInWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return ms < 60_000 ? plural(Math.ceil(ms / 1_000), "second") : plural(minutes, "minute");
}
