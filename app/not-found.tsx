import type { Metadata } from "next";
import { importIsAllowed } from "@/app/import/import-setup";
import { NothingThere } from "@/components/site/nothing-there";
import { SearchField } from "@/components/site/search-field";
import { insidersUrl, issuersUrl, latestUrl } from "@/lib/urls";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="state">
      <NothingThere allowImport={importIsAllowed()} />
      <SearchField />
      <p className="buttons">
        <a className="button" href={latestUrl()}>
          Latest filings
        </a>
        <a className="button" href={insidersUrl()}>
          Insiders
        </a>
        <a className="button" href={issuersUrl()}>
          Issuers
        </a>
      </p>
      <pre>404 not found</pre>
    </div>
  );
}
