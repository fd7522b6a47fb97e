import { accessionNumberInText } from "@/lib/record/accession-number";
import { parseCik } from "@/lib/record/cik";
import { readable, thingInPath } from "@/lib/requests/page-address";
import { edgarFilerUrl, edgarFilingUrl } from "@/lib/urls";

/** The address that was not found, with a link to EDGAR if it has an accession number or CIK. */
export const AskedPath = ({ path }: { path: string }) => {
  const accessionNumber = accessionNumberInText(path);
  const filer = filerInPath(path);
  if (filer) {
    return (
      <p>
        We found no filings for an {filer.word} with the CIK <span className="id">{filer.cik}</span>. There may be some{" "}
        <a href={edgarFilerUrl(filer.cik)}>on EDGAR</a>.
      </p>
    );
  }
  return accessionNumber ? (
    <p>
      Filing <span className="id">{accessionNumber}</span> is not in this database. It may be{" "}
      <a href={edgarFilingUrl(accessionNumber)}>on EDGAR</a>.
    </p>
  ) : (
    <p>
      There is nothing at <span className="id">{readable(path)}</span>. Check the address for typing errors, or search
      for a name.
    </p>
  );
};

function filerInPath(path: string): { word: string; cik: string } | null {
  const thing = thingInPath(path);
  if (thing?.directory !== "insiders" && thing?.directory !== "issuers") return null;
  const cik = parseCik(thing.name);
  return cik && { word: thing.directory === "insiders" ? "insider" : "issuer", cik };
}
