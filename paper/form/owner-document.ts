import type { DocumentObject } from "@/lib/edgar/ownership-document";
import { printedAddress } from "./printed-address";
import type { PrintedBox, PrintedCell, PrintedOwner, Told } from "./printed-form";
import type { ReadingLog } from "./reading-notes";

/** A reporting owner in the document's shape. A box that is not checked is left out, as in most filings. */
export function ownerDocument(owner: PrintedOwner, pointer: string, notes: ReadingLog): DocumentObject {
  const leaf = (group: string, name: string, cell: Told<PrintedCell> | undefined): DocumentObject => {
    const at = `${pointer}/${group}/${name}`;
    if (!cell) {
      notes.isUnread(at);
      return { [name]: null };
    }
    if (cell.text === "") return {};
    notes.wasAt(at, cell);
    return { [name]: cell.text };
  };
  const flag = (name: string, box: Told<PrintedBox>): DocumentObject => {
    const at = `${pointer}/reportingOwnerRelationship/${name}`;
    if (box === null) {
      notes.isUnread(at);
      return { [name]: null };
    }
    if (!box.ticked) return {};
    notes.wasAt(at, box);
    return { [name]: "1" };
  };
  return {
    reportingOwnerId: {
      ...(owner.cik === undefined ? {} : { rptOwnerCik: owner.cik }),
      ...leaf("reportingOwnerId", "rptOwnerName", owner.name),
    },
    reportingOwnerAddress: {
      ...street(owner, pointer, notes),
      ...cityStateZip(owner, leaf, pointer, notes),
      // The name of a country takes the place of the name of a state.
      ...(owner.country ? leaf("reportingOwnerAddress", "rptOwnerStateDescription", owner.country) : {}),
    },
    reportingOwnerRelationship: {
      ...flag("isDirector", owner.isDirector),
      ...flag("isOfficer", owner.isOfficer),
      ...flag("isTenPercentOwner", owner.isTenPercentOwner),
      ...flag("isOther", owner.isOther),
      ...leaf("reportingOwnerRelationship", "officerTitle", owner.officerTitle),
      ...leaf("reportingOwnerRelationship", "otherText", owner.otherText),
    },
  };
}

/** The XML has two lines. Further printed lines are added to the second. */
function street({ street }: PrintedOwner, pointer: string, notes: ReadingLog): DocumentObject {
  const at = `${pointer}/reportingOwnerAddress`;
  if (street === null) {
    notes.isUnread(`${at}/rptOwnerStreet1`);
    return { rptOwnerStreet1: null };
  }
  const [first, ...others] = street.filter(({ text }) => text !== "");
  if (!first) return {};
  notes.wasAt(`${at}/rptOwnerStreet1`, first);
  if (others.length === 0) return { rptOwnerStreet1: first.text };
  const doubt = others.find((line) => line.doubt !== undefined)?.doubt;
  notes.wasAt(`${at}/rptOwnerStreet2`, {
    places: others.flatMap(({ places }) => places),
    ...(doubt === undefined ? {} : { doubt }),
  });
  return { rptOwnerStreet1: first.text, rptOwnerStreet2: others.map(({ text }) => text).join(" ") };
}

type Leaf = (group: string, name: string, cell: Told<PrintedCell> | undefined) => DocumentObject;

function cityStateZip(owner: PrintedOwner, leaf: Leaf, pointer: string, notes: ReadingLog): DocumentObject {
  const part = (name: string, cell: Told<PrintedCell> | undefined) => leaf("reportingOwnerAddress", name, cell);
  if (owner.city !== undefined || owner.state !== undefined || owner.zip !== undefined) {
    const isCode = owner.state == null || owner.state.text === "" || /^[A-Z][A-Z0-9]$/.test(owner.state.text);
    return {
      ...part("rptOwnerCity", owner.city ?? null),
      ...part(isCode ? "rptOwnerState" : "rptOwnerStateDescription", owner.state ?? null),
      ...part("rptOwnerZipCode", owner.zip ?? null),
    };
  }
  const line = owner.cityLine;
  const address = line === null ? null : printedAddress(line);
  if (line === null || (address === null && line.text !== "")) {
    if (line) notes.wasAt(`${pointer}/reportingOwnerAddress/rptOwnerCity`, { places: line.places });
    return { ...part("rptOwnerCity", null), ...part("rptOwnerState", null), ...part("rptOwnerZipCode", null) };
  }
  const cell = (text: string | null): PrintedCell => ({ ...line, text: text ?? "", marks: [] });
  return {
    ...part("rptOwnerCity", cell(address?.city ?? null)),
    ...part("rptOwnerState", cell(address?.state ?? null)),
    ...part("rptOwnerStateDescription", cell(address?.stateDescription ?? null)),
    ...part("rptOwnerZipCode", cell(address?.zip ?? null)),
  };
}
