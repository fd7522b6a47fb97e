/** A row's id as design prints it: `I-2` is "I·2". */
export const rowNumber = (id: string): string => id.replace("-", "·");
