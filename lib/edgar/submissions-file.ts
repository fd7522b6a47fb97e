import { z } from "zod";
import type { ListedFiling } from "@/lib/edgar/index-file";
import { isSection16Form } from "@/lib/edgar/section16-form";
import { parseAccessionNumber } from "@/lib/record/accession-number";
import type { Cik } from "@/lib/record/cik";
import { parseSicCode } from "@/lib/record/industry";
import { isCalendarDate } from "@/lib/values/is-calendar-date";

/** EDGAR's list of one filer's filings, newest first. We do not read its acceptance times, which mix two time zones. */
export type FilerList = {
  /** Null in the file of older filings. */
  name: string | null;
  /** Only forms 3, 4 and 5, whether the filer is the issuer or an owner. */
  filings: ListedFiling[];
  /** A description of each row that cannot be read. */
  unreadable: string[];
};

export type SubmissionsFile = FilerList & {
  /** The filer's SIC code and the name of its industry; null if EDGAR gives none. */
  industry: { code: string; name: string } | null;
  /** The names of further files, with the filing dates they cover. */
  older: { name: string; from: string; to: string }[];
};

const columns = z.object({
  accessionNumber: z.array(z.string()),
  filingDate: z.array(z.string()),
  form: z.array(z.string()),
});

const file = z.object({
  cik: z.union([z.string(), z.number()]),
  name: z.string().nullable(),
  sic: z.string().nullish(),
  sicDescription: z.string().nullish(),
  filings: z.object({
    recent: columns,
    files: z
      .array(z.object({ name: z.string(), filingFrom: z.string().default(""), filingTo: z.string().default("") }))
      .default([]),
  }),
});

/** Reads `CIK##########.json`; null if the text is not such a file. */
export function parseSubmissionsFile(json: string, cik: Cik): SubmissionsFile | null {
  const read = file.safeParse(parseJson(json));
  if (!read.success || String(read.data.cik).replace(/^0+/, "") !== cik) return null;
  const { name, sic, sicDescription, filings } = read.data;
  const code = parseSicCode(sic ?? "");
  return {
    name,
    industry: code === null ? null : { code, name: sicDescription ?? "" },
    ...listed(filings.recent, cik),
    older: filings.files.map(({ name, filingFrom, filingTo }) => ({ name, from: filingFrom, to: filingTo })),
  };
}

/** Reads a file of a filer's older filings, `CIK##########-submissions-001.json`; null if the text is not such a file. */
export function parseOlderSubmissionsFile(json: string, cik: Cik): FilerList | null {
  const read = columns.safeParse(parseJson(json));
  return read.success ? { name: null, ...listed(read.data, cik) } : null;
}

function listed({ accessionNumber, filingDate, form }: z.infer<typeof columns>, cik: Cik) {
  const filings: ListedFiling[] = [];
  const unreadable: string[] = [];
  if (new Set([accessionNumber.length, filingDate.length, form.length]).size > 1) {
    unreadable.push(
      `its columns differ in length: ${accessionNumber.length} numbers, ${filingDate.length} dates, ${form.length} forms`,
    );
  }
  for (const [index, text] of accessionNumber.entries()) {
    const documentType = form[index]?.trim() ?? "";
    if (documentType !== "" && !isSection16Form(documentType)) continue;
    const number = parseAccessionNumber(text);
    const date = filingDate[index] ?? "";
    if (!number) unreadable.push(`“${text}” is not an accession number`);
    else {
      filings.push({
        accessionNumber: number,
        cik,
        documentType: documentType || null,
        filingDate: isCalendarDate(date) ? date : null,
      });
    }
  }
  return { filings, unreadable };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
