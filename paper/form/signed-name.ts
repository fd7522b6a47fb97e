import type { PaperKind } from "./paper-reading";
import type { PrintedCell, PrintedSignature } from "./printed-form";

const DATE = String.raw`\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})`;
/** What a browser prints above a page: `5/1/24, 4:12 PM`, and the page's title. */
const PAGE_HEADER = new RegExp(
  String.raw`${DATE},?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?(?:\s+(?:Ownership Submission|SEC Form [345]))?`,
  "gi",
);
const DATE_AT_AN_END = new RegExp(String.raw`^${DATE},?\s+|\s+${DATE}$`, "g");

/** Text sometimes drops a hyphen at the end of a line. */
const LOST_HYPHEN = /attorney(?!-in-fact|\sin\sfact)[\s-]?in[\s-]?fact/i;

/**
 * Signatures without dates in their names. A date printed at the edge of a page between the lines of a signature, or the
 * signature's own date, is not part of the name. A signature with nothing else left is dropped. Pages of EDGAR are taken as
 * filed.
 */
export const signedNames = (kind: PaperKind, signatures: PrintedSignature[]): PrintedSignature[] =>
  kind === "html"
    ? signatures
    : signatures.flatMap(({ name, date }): PrintedSignature[] => {
        const text = name?.text.replace(PAGE_HEADER, " ").replace(DATE_AT_AN_END, "").replace(/\s+/g, " ").trim() ?? "";
        if (!name || (text === "" && date !== null)) return [{ name: null, date }];
        if (text === "") return [];
        const hasLost = kind === "text" && LOST_HYPHEN.test(text);
        const doubt =
          name.doubt ??
          (text !== name.text ? LEFT_OUT : hasLost ? "A hyphen may have been lost at the end of a line." : undefined);
        const cell: PrintedCell = { ...name, text, ...(doubt === undefined ? {} : { doubt }) };
        return [{ name: cell, date }];
      });

const LEFT_OUT = "We left out a date next to the name.";
