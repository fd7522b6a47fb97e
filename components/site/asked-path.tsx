"use client";

import { usePathname } from "next/navigation";
import { accessionNumberInText } from "@/lib/edgar/accession-number";
import { askedPath } from "@/lib/page-address";
import { edgarFilingUrl } from "@/lib/urls";

/** The address that led nowhere, and for an accession number in it the way to EDGAR. Known on the server too. */
export const AskedPath = () => {
  const path = askedPath(usePathname());
  const accessionNumber = accessionNumberInText(path);
  return accessionNumber ? (
    <p>
      Filing <span className="id">{accessionNumber}</span> is not held here. If the SEC has it, it is{" "}
      <a href={edgarFilingUrl(accessionNumber)}>on EDGAR</a>.
    </p>
  ) : (
    <p>
      Nothing is at <span className="id">{readable(path)}</span>. It may be mistyped, or something that is not held
      here.
    </p>
  );
};

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
