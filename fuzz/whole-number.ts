import { InvalidArgumentError } from "commander";

/** A count on the command line. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(`${text} is not a whole number.`);
  return Number(text);
}
