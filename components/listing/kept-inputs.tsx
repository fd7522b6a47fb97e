/** Hidden inputs for what a form leaves as it is in the address. */
export const KeptInputs = ({ url, fields }: { url: string; fields: readonly string[] }) =>
  keptParams(url, fields).map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));

/** What a form has to carry along so that it changes only its own fields: all else that an address asks for. */
const keptParams = (url: string, fields: readonly string[]): [name: string, value: string][] =>
  [...new URLSearchParams(url.split("?")[1] ?? "")].filter(([name]) => !fields.includes(name));
