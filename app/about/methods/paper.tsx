import { Limits, Source } from "@/components/about/method";

export const PaperMethod = () => (
  <>
    <p>
      Forms that are not XML (a page saved from EDGAR, a PDF, a scan or plain text) are read cell by cell, following the
      columns and boxes of the printed form. If we cannot assign a text to one cell with certainty, we assign it to
      none, and the cell is “unread”. A value that may be wrong is “uncertain”, with the reason.
    </p>
    <p>
      We then run the checks that a form allows: a balance must follow from the previous balance and the trade, Table I
      must acquire what Table II gives up, a price must lie within the range in its footnote, and dates must be in
      order. A check confirms or contradicts what we read; it never supplies a value. On a scan, a value that a check
      contradicts is uncertain.
    </p>
    <Source>
      the file alone. The filing’s page shows its text, and each value links to the line from which it was read.
    </Source>
    <Limits>
      <li>
        Rows with an unread or uncertain date, code, letter, amount or price are left out of totals, which say how many.
      </li>
      <li>
        Paper does not identify its owners by number. We match the issuer and owners to known ones by CIK, by symbol and
        name, or by name and address, and never because two names merely look alike. A name that looks misread is kept
        as read, with a suggestion.
      </li>
      <li>If someone corrected a value, the page says so and shows what was read.</li>
      <li>When the XML of the same filing arrives, it replaces our reading, and the differences are listed.</li>
    </Limits>
  </>
);
