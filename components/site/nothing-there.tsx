"use client";

import { usePathname } from "next/navigation";
import { askedPath } from "@/lib/requests/page-address";
import { importUrl } from "@/lib/urls";
import { AskedPath } from "./asked-path";

/** What is said at an address that leads nowhere. `allowImport`: whether this site takes forms on paper. */
export const NothingThere = ({ allowImport }: { allowImport: boolean }) => {
  const path = askedPath(usePathname());
  const isImport = path === importUrl() || path.startsWith(`${importUrl()}/`);
  if (isImport && allowImport) {
    return (
      <>
        <h1>This form is no longer kept</h1>
        <p>
          What was read in a file is kept for a day, until it is stored.{" "}
          <a href={importUrl()}>Hand the file in again</a>.
        </p>
      </>
    );
  }
  if (isImport) {
    return (
      <>
        <h1>Import is switched off</h1>
        <p>
          Forms on paper can be handed in here, read, corrected and stored. That writes to the database, so it is off
          unless whoever runs this site wants it.
        </p>
        <p>
          If that is you: start the site with <code className="id">ALLOW_IMPORT=1</code>, in the environment or in the
          file <code className="id">.env</code>. Without it, <code className="id">npm run ingest</code> takes such files
          too.
        </p>
      </>
    );
  }
  return (
    <>
      <h1>There is no such page</h1>
      <AskedPath />
    </>
  );
};
