/**
 * The end of a file's path for display: the folder and the name. The folders above concern only the machine that read the file.
 */
export const shortPath = (path: string): string => path.split(/[\\/]/).filter(Boolean).slice(-2).join("/");
