import { SectionHead } from "@/components/site/section-head";
import { importUrl, methodsUrl } from "@/lib/urls";

type HowToLoadProps = { hasSample: boolean; allowImport: boolean };

/** How to load filings into the database, and how to remove the sample. */
export const HowToLoad = ({ hasSample, allowImport }: HowToLoadProps) => (
  <section className="section" aria-labelledby="ingest">
    <SectionHead id="ingest" title="How to load filings" />
    <div className="prose">
      <p>
        Run this command on the machine that hosts the site, whether or not the site is running. It reads ownership XML,
        EDGAR’s full submissions (<code>.txt</code>), <code>.zip</code> archives and folders of these. Reading a file
        again changes nothing.
      </p>
      <pre className="command">npm run ingest -- PATH…</pre>
      {allowImport && (
        <p>
          You can also <a href={importUrl()}>upload paper forms</a>, and check and correct them before they are stored.
        </p>
      )}
      {hasSample ? (
        <p>
          You are looking at the sample. Its people, companies, prices and identifiers are invented. One filing is real:
          a Form 4 of July 15, 2013, read from the text of a scan. The first ingest of real filings removes the sample.{" "}
          <code>npm run sample -- --remove</code> removes it now, and <code>npm run sample</code> loads it again.
        </p>
      ) : (
        <p>
          The sample is not loaded. <code>npm run sample</code> loads invented filings to try things with, and{" "}
          <code>npm run sample -- --remove</code> removes them.
        </p>
      )}
      <p>
        To see how we derive figures from what was filed, read <a href={methodsUrl()}>methods</a>.
      </p>
    </div>
  </section>
);
