import { FiledValue } from "./filed-value";
import type { FormColumn } from "./form-column";
import { DIRECT_OR_INDIRECT, LetterCell } from "./letter-cell";

/** The last two columns of every table, whose numbers differ by form. */
export const ownershipColumns = (form: string, nature: string): FormColumn[] => [
  {
    id: "ownership",
    number: form,
    label: "Direct (D) or indirect (I)",
    short: "Direct or indirect",
    fields: ["directOrIndirect"],
    cell: (row) => <LetterCell of={row} name="directOrIndirect" words={DIRECT_OR_INDIRECT} />,
  },
  {
    id: "nature",
    number: nature,
    label: "Nature of indirect ownership",
    short: "Nature of indirect",
    wraps: true,
    fields: ["natureOfOwnership"],
    cell: (row) => <FiledValue of={row} name="natureOfOwnership" />,
  },
];
