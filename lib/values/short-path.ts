/**
 * The end of a file's path, as a page shows it: the folder and the name. What lies above is the business of the machine
 * that the file was read on.
 */
export const shortPath = (path: string): string => path.split(/[\\/]/).filter(Boolean).slice(-2).join("/");
