import type { Metadata } from "next";
import { AskedPath } from "@/components/site/asked-path";
import { SearchField } from "@/components/site/search-field";
import { insidersUrl, issuersUrl, latestUrl } from "@/lib/urls";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="state">
      <h1>There is no such page</h1>
      <AskedPath />
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
