import { dayText } from "@/db/sample/calendar";
import type { Address, Filing, OwnerOnFiling } from "@/db/sample/filing";
import type { Issuer } from "@/db/sample/issuer";
import { ownershipXml } from "@/db/sample/ownership-xml";

const compact = (day: number) => dayText(day).replaceAll("-", "");

function clock(seconds: number): string {
  const part = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return part(seconds / 3600) + part((seconds / 60) % 60) + part(seconds % 60);
}

/** An EDGAR full submission: the SGML header, and the ownership document inside. */
export function submissionText(filing: Filing, accessionNumber: string, issuer: Issuer): string {
  const day = compact(filing.filed);
  const header = [
    `<SEC-DOCUMENT>${accessionNumber}.txt : ${day}`,
    `<SEC-HEADER>${accessionNumber}.hdr.sgml : ${day}`,
    `<ACCEPTANCE-DATETIME>${day}${clock(filing.acceptedAt)}`,
    `ACCESSION NUMBER:\t\t${accessionNumber}`,
    `CONFORMED SUBMISSION TYPE:\t${filing.documentType}`,
    "PUBLIC DOCUMENT COUNT:\t\t1",
    `CONFORMED PERIOD OF REPORT:\t${filing.period.slice(0, 10).replaceAll("-", "")}`,
    `FILED AS OF DATE:\t\t${day}`,
    `DATE AS OF CHANGE:\t\t${day}`,
    "",
    ...filing.owners.flatMap((owner, index) => ownerBlock(owner, filing, accessionNumber, issuer, index)),
    ...issuerBlock(filing, issuer),
    "</SEC-HEADER>",
  ];
  const document = [
    "<DOCUMENT>",
    `<TYPE>${filing.documentType}`,
    "<SEQUENCE>1",
    `<FILENAME>${fileName(filing)}`,
    "<DESCRIPTION>PRIMARY DOCUMENT",
    "<TEXT>",
    "<XML>",
    ownershipXml(filing),
    "</XML>",
    "</TEXT>",
    "</DOCUMENT>",
    "</SEC-DOCUMENT>",
    "",
  ];
  return [...header, ...document].join("\n");
}

const fileName = ({ style, filed, acceptedAt }: Filing) =>
  style.fileName === "wk-form4" ? `wk-form4_${filed * 86_400 + acceptedAt}.xml` : style.fileName;

function ownerBlock(
  owner: OwnerOnFiling,
  filing: Filing,
  accessionNumber: string,
  issuer: Issuer,
  index: number,
): string[] {
  return [
    "REPORTING-OWNER:",
    "",
    "\tOWNER DATA:",
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${owner.name}`,
    `\t\tCENTRAL INDEX KEY:\t\t\t${owner.cik}`,
    "\t\tORGANIZATION NAME:",
    "",
    "\tFILING VALUES:",
    `\t\tFORM TYPE:\t\t${filing.documentType}`,
    "\t\tSEC ACT:\t\t1934 Act",
    `\t\tSEC FILE NUMBER:\t${issuer.fileNumber}`,
    `\t\tFILM NUMBER:\t\t${accessionNumber.slice(11, 13)}${String(900_000 + Number(accessionNumber.slice(-6)) * 4 + index).slice(-6)}`,
    "",
    ...addressBlock("MAIL", owner.address),
    ...formerName("FORMER NAME", owner.formerName, "20150302"),
  ];
}

function issuerBlock(filing: Filing, issuer: Issuer): string[] {
  const { sic, office } = issuer.industry;
  const former = filing.issuer.formerNames[0];
  return [
    "ISSUER:",
    "",
    "\tCOMPANY DATA:",
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${filing.issuer.name}`,
    `\t\tCENTRAL INDEX KEY:\t\t\t${filing.issuer.cik}`,
    ...(sic === "" ? [] : [`\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t${sic}`]),
    `\t\tORGANIZATION NAME:           \t${office}`,
    "\t\tIRS NUMBER:\t\t\t\t000000000",
    `\t\tFISCAL YEAR END:\t\t\t${issuer.profile.fiscalYearEnd}`,
    "",
    ...addressBlock("BUSINESS", issuer.address, issuer.phone),
    ...addressBlock("MAIL", issuer.address),
    ...formerName("FORMER COMPANY", former?.name ?? null, former ? compact(former.changed) : ""),
  ];
}

function addressBlock(kind: "MAIL" | "BUSINESS", address: Address, phone?: string): string[] {
  return [
    `\t${kind} ADDRESS:`,
    `\t\tSTREET 1:\t\t${address.street1}`,
    ...(address.street2 ? [`\t\tSTREET 2:\t\t${address.street2}`] : []),
    `\t\tCITY:\t\t\t${address.city}`,
    `\t\tSTATE:\t\t\t${address.state}`,
    `\t\tZIP:\t\t\t${address.zip}`,
    ...(phone ? [`\t\tBUSINESS PHONE:\t\t${phone}`] : []),
    "",
  ];
}

const formerName = (kind: string, name: string | null, changed: string): string[] =>
  name === null
    ? []
    : [`\t${kind}:`, `\t\tFORMER CONFORMED NAME:\t${name}`, `\t\tDATE OF NAME CHANGE:\t${changed}`, ""];
