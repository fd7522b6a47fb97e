/** The text of an error without addresses: mail servers repeat that of the receiver, and the path of a webhook may be its password. */
export const withoutAddresses = (text: string): string =>
  text.replace(/https?:\/\/\S+|[^\s<>"'()]+@[^\s<>"'()]+/gi, "…");
