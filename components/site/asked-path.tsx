import { parseAccessionNumber } from "@/lib/record/accession-number";
import { parseCik } from "@/lib/record/cik";
import { rowNumber } from "@/lib/record/row-number";
import { readable, thingInPath } from "@/lib/requests/page-address";
import { edgarFilerUrl, edgarFilingUrl, filingUrl } from "@/lib/urls";

/** The address that was not found, with a link to EDGAR if it is that of a filing, insider or issuer. */
export const AskedPath = ({ path }: { path: string }) => {
  const thing = thingInPath(path);
  const accessionNumber = thing?.directory === "filings" ? parseAccessionNumber(thing.name) : null;
  const filer = filerInPath(path);
  if (filer) {
    return (
      <p>
        We found no filings for an {filer.word} with the CIK <span className="id">{filer.cik}</span>. There may be some{" "}
        <a href={edgarFilerUrl(filer.cik)}>on EDGAR</a>.
      </p>
    );
  }
  if (accessionNumber && thing?.place !== undefined) {
    return (
      <p>
        Filing <a href={filingUrl(accessionNumber)}>{accessionNumber}</a> has no {placeWords(thing.place)}, or is not in
        this database.
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

/** An empty place is a row that was asked for as a footnote, or the reverse. */
function placeWords(place: string): string {
  if (place === "") return "such row or footnote";
  if (place === "remarks") return "remarks";
  return /^II?-\d+$/.test(place) ? `row ${rowNumber(place)}` : `footnote ${place}`;
}

function filerInPath(path: string): { word: string; cik: string } | null {
  const thing = thingInPath(path);
  if (thing?.directory !== "insiders" && thing?.directory !== "issuers") return null;
  const cik = parseCik(thing.name);
  return cik && { word: thing.directory === "insiders" ? "insider" : "issuer", cik };
}
