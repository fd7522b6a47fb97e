import { importUrl } from "@/lib/urls";
import { AskedPath } from "./asked-path";

/** The page for an address that does not exist. `allowImport`: whether paper forms can be uploaded to this site. */
export const NothingThere = ({ path, allowImport }: { path: string; allowImport: boolean }) => {
  const isImport = path === importUrl() || path.startsWith(`${importUrl()}/`);
  if (isImport && allowImport) {
    return (
      <>
        <h1>This upload has expired</h1>
        <p>
          An uploaded file is kept for one day, unless you store it. <a href={importUrl()}>Upload the file again</a>.
        </p>
      </>
    );
  }
  if (isImport) {
    return (
      <>
        <h1>Import is switched off</h1>
        <p>
          On this page, you can upload paper forms, correct what was read and store them. Because this writes to the
          database, it is off by default.
        </p>
        <p>
          If you run this site, you can switch it on: set <code className="id">ALLOW_IMPORT=1</code> in the environment
          or in the file <code className="id">.env</code>, and restart. <code className="id">npm run ingest</code> reads
          such files without it.
        </p>
      </>
    );
  }
  return (
    <>
      <h1>Page not found</h1>
      <AskedPath path={path} />
    </>
  );
};
