/** Forms 3, 4, 5 and their amendments. The match is exact, because EDGAR's lists also contain 424B2, 40-F and many more. */
const SECTION_16_FORMS: ReadonlySet<string> = new Set(["3", "3/A", "4", "4/A", "5", "5/A"]);

export const isSection16Form = (documentType: string) => SECTION_16_FORMS.has(documentType);

/** Ownership forms have been XML since this day. Before it they were text, and are read like paper. */
export const FIRST_XML_DAY = "2003-05-05";
