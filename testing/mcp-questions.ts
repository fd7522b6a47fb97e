import {
  DIRECTOR_SALE,
  FIRST_REPORT,
  GIFTS,
  JOINT_SALE,
  PURCHASE,
  type Question,
  SALES,
  TO_TRUST,
} from "./mcp-questions/asked";
import { CLAIMS } from "./mcp-questions/claims";
import { ABOUT_FILINGS } from "./mcp-questions/filings";
import { ABOUT_LISTS } from "./mcp-questions/lists";

/**
 * Questions to the tools, each answered by reading the XML in sample/filings.zip, or sample/saxon-form4.txt, with the sums by hand.
 */
export const QUESTIONS: Question[] = [...ABOUT_FILINGS, ...ABOUT_LISTS, ...CLAIMS];

/** The filings of the sample that the questions are about, besides Saxon's. */
export const ASKED_FILINGS = [SALES, GIFTS, PURCHASE, TO_TRUST, DIRECTOR_SALE, FIRST_REPORT, JOINT_SALE];
