import type { PrintedCell, PrintedSignature } from "./printed-form";

const DATE = String.raw`\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})`;
/** What a browser prints above a page: `5/1/24, 4:12 PM`, and the page's title. */
const PAGE_HEADER = new RegExp(
  String.raw`${DATE},?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?(?:\s+(?:Ownership Submission|SEC Form [345]))?`,
  "gi",
);
const DATE_AT_AN_END = new RegExp(String.raw`^${DATE},?\s+|\s+${DATE}$`, "g");

/**
 * Signatures whose names hold no date: that of a page whose edge runs between the lines of a signature, or the signature's own, is not
 * part of the name. A signature of which nothing else is left is none.
 */
export const withoutDatesInNames = (signatures: PrintedSignature[]): PrintedSignature[] =>
  signatures.flatMap((signature) => {
    const { name, date } = signature;
    const text = name?.text.replace(PAGE_HEADER, " ").replace(DATE_AT_AN_END, "").replace(/\s+/g, " ").trim();
    if (!name || text === undefined || text === name.text) return [signature];
    if (text === "" && date === null) return [];
    const cut: PrintedCell = { ...name, text, doubt: "A date that stood beside it is left out." };
    return [{ name: text === "" ? null : cut, date }];
  });
