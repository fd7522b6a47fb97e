/** What a form has to carry along so that it changes only its own fields: all else that an address asks for. */
export const keptParams = (url: string, fields: readonly string[]): [name: string, value: string][] =>
  [...new URLSearchParams(url.split("?")[1] ?? "")].filter(([name]) => !fields.includes(name));
