import type { Metadata } from "next";
import { headers } from "next/headers";
import { whyNoAlert } from "@/app/alerts/leads-somewhere";
import { importIsAllowed } from "@/app/import/import-setup";
import { hasPage, loadNearest } from "@/app/nearest";
import { askedSearch } from "@/app/search-params";
import { NoSuchAlert } from "@/components/alerts/no-such-alert";
import { NearestList } from "@/components/site/nearest-list";
import { NothingThere } from "@/components/site/nothing-there";
import { SearchField } from "@/components/site/search-field";
import { NO_SUCH_ALERT } from "@/lib/alerts/no-such-alert";
import { askedPath, readable } from "@/lib/requests/page-address";
import { ASKED_PATH } from "@/lib/requests/passed-on-headers";
import { insidersUrl, issuersUrl, latestUrl } from "@/lib/urls";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  const path = (await headers()).get(ASKED_PATH) ?? "";
  // Only for addresses that do not exist, because the page of an alert has this in it too.
  const why = askedPath(path) === path ? null : await whyNoAlert(askedPath(path), await askedSearch());
  // Next renders this into every page, unseen, in case the page calls `notFound()`.
  const nearest = why !== null || hasPage(path) ? null : await loadNearest(readable(askedPath(path)));
  return (
    <div className="state">
      {why === null ? (
        <NothingThere path={askedPath(path)} allowImport={importIsAllowed()} />
      ) : (
        <NoSuchAlert {...NO_SUCH_ALERT[why]} />
      )}
      {nearest && <NearestList {...nearest} />}
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
