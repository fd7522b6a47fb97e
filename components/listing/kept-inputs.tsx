/** Hidden inputs for the parameters that a form does not change. */
export const KeptInputs = ({ url, fields }: { url: string; fields: readonly string[] }) =>
  keptParams(url, fields).map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));

/** All parameters of the address except the form's own fields. */
const keptParams = (url: string, fields: readonly string[]): [name: string, value: string][] =>
  [...new URLSearchParams(url.split("?")[1] ?? "")].filter(([name]) => !fields.includes(name));
