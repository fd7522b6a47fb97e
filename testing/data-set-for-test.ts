import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataSetMember } from "@/lib/dataset/data-set-columns";
import { writeZip } from "@/testing/write-zip";

export type Tables = Partial<Record<DataSetMember, string[][]>>;

const HEADERS: Record<DataSetMember, string> = {
  SUBMISSION:
    "ACCESSION_NUMBER FILING_DATE PERIOD_OF_REPORT DATE_OF_ORIG_SUB NO_SECURITIES_OWNED NOT_SUBJECT_SEC16 DOCUMENT_TYPE ISSUERCIK ISSUERNAME ISSUERTRADINGSYMBOL REMARKS AFF10B5ONE",
  REPORTINGOWNER: "ACCESSION_NUMBER RPTOWNERCIK RPTOWNERNAME RPTOWNER_RELATIONSHIP RPTOWNER_TITLE FILE_NUMBER",
  FOOTNOTES: "ACCESSION_NUMBER FOOTNOTE_ID FOOTNOTE_TXT",
  NONDERIV_TRANS:
    "ACCESSION_NUMBER NONDERIV_TRANS_SK SECURITY_TITLE TRANS_DATE TRANS_CODE EQUITY_SWAP_INVOLVED EQUITY_SWAP_TRANS_CD_FN TRANS_SHARES TRANS_PRICEPERSHARE TRANS_PRICEPERSHARE_FN TRANS_ACQUIRED_DISP_CD SHRS_OWND_FOLWNG_TRANS DIRECT_INDIRECT_OWNERSHIP",
  NONDERIV_HOLDING:
    "ACCESSION_NUMBER NONDERIV_HOLDING_SK SECURITY_TITLE SHRS_OWND_FOLWNG_TRANS DIRECT_INDIRECT_OWNERSHIP NATURE_OF_OWNERSHIP",
  DERIV_TRANS:
    "ACCESSION_NUMBER DERIV_TRANS_SK SECURITY_TITLE TRANS_DATE TRANS_CODE TRANS_SHARES TRANS_ACQUIRED_DISP_CD EXCERCISE_DATE EXCERCISE_DATE_FN DIRECT_INDIRECT_OWNERSHIP",
  DERIV_HOLDING: "ACCESSION_NUMBER DERIV_HOLDING_SK SECURITY_TITLE EXERCISE_DATE DIRECT_INDIRECT_OWNERSHIP",
  OWNER_SIGNATURE: "ACCESSION_NUMBER OWNERSIGNATURENAME OWNERSIGNATUREDATE",
};

export const FIRST = "9999000001-24-000001";
export const SECOND = "9999000001-24-000002";

/** Two filings in the SEC's format, with rows out of order as in the real files. */
export const TWO_FILINGS: Tables = {
  SUBMISSION: [
    [SECOND, "13-SEP-2024", "12-SEP-2024", "", "", "0", "4", "0009900208", "Kestrel", "KSTG", "", "true"],
    [
      FIRST,
      "12-SEP-2024",
      "10-SEP-2024",
      "",
      "",
      "0",
      "4",
      "9900208",
      "Kestrel Holdings",
      "KST",
      '"So ""called"""',
      "",
    ],
  ],
  REPORTINGOWNER: [
    [FIRST, "0009900416", "Tollefsen Ingrid", "Director,TenPercentOwner", "", "001-12345"],
    [SECOND, "0009900417", "Marsh Ada", "Officer", "CFO", "001-12345"],
    [SECOND, "0009900418", "Marsh Trust", "Other", "", ""],
  ],
  FOOTNOTES: [
    [FIRST, "F10", "Ten."],
    [FIRST, "F2", 'A back\\slash and a 5" pipe.'],
    [FIRST, "F1", "One."],
    [SECOND, "F1", "Held by a trust."],
  ],
  NONDERIV_TRANS: [
    [FIRST, "12", "Common Stock", "10-SEP-2024", "S", "0", "F1", "500.0", "", "F1, F2", "D", "4500.0", "D"],
    [SECOND, "20", '"Common Stock (""Shares"")"', "12-SEP-2024", "P", "0", "", "26.8", "12.35", "F1", "A", "26.8", "D"],
    [FIRST, "11", "Common Stock", "10-SEP-2024", "M", "0", "", "1000.0", "0.0", "F10", "A", "5000.0", "D"],
  ],
  NONDERIV_HOLDING: [[FIRST, "7", "Common Stock", "15905.0", "I", "By Living Trust"]],
  DERIV_TRANS: [[FIRST, "3", "Stock Option", "10-SEP-2024", "M", "1000.0", "D", "", "F2", "D"]],
  DERIV_HOLDING: [[SECOND, "4", "Warrant", "01-JAN-2025", "D"]],
  OWNER_SIGNATURE: [
    [FIRST, "/s/ I. T.", "11-SEP-2024"],
    [SECOND, "/s/ A. M.", "12-SEP-2024"],
  ],
};

export const headerOf = (member: DataSetMember) => HEADERS[member].split(" ");

/** The members' bytes, as the SEC lays them out. */
function membersOf(tables: Tables, headers: Partial<Record<DataSetMember, string[]>> = {}) {
  return Object.entries(tables).map(([name, rows]) => {
    const member = name as DataSetMember;
    const lines = [headers[member] ?? headerOf(member), ...rows].map((cells) => `${cells.join("\t")}\n`);
    return { name: `${member}.tsv`, bytes: Buffer.from(lines.join("")) };
  });
}

export async function writeArchive(path: string, tables: Tables, headers?: Partial<Record<DataSetMember, string[]>>) {
  await writeZip(path, membersOf(tables, headers));
  return path;
}

export async function writeFolder(path: string, tables: Tables) {
  await mkdir(path);
  for (const { name, bytes } of membersOf(tables)) await writeFile(join(path, name), bytes);
  return path;
}
