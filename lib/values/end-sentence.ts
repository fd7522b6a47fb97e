/** The text as a sentence, with one full stop even if it ends in an abbreviation: "Sold by Roe, Inc." */
export const endSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
