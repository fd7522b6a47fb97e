/** The title of each form, in the SEC's words. */
const NAMES: Record<string, string> = {
  "3": "initial statement of beneficial ownership",
  "4": "statement of changes in beneficial ownership",
  "5": "annual statement of changes in beneficial ownership",
};

/** `4` for both `4` and `4/A`. If the document does not say, we use Form 4, whose columns include those of the other forms. */
export const formOf = (documentType: string | null): string => {
  const form = documentType?.slice(0, 1) ?? "";
  return Object.hasOwn(NAMES, form) ? form : "4";
};

export const formName = (documentType: string | null): string | null => NAMES[documentType?.slice(0, 1) ?? ""] ?? null;

export const isAmendment = (documentType: string | null): boolean => documentType?.endsWith("/A") ?? false;
