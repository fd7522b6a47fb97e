/** A row's id as pages show it: "I·2" for `I-2`. */
export const rowNumber = (id: string): string => id.replace("-", "·");
