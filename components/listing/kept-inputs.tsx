import { keptParams } from "@/lib/filters/kept-params";

/** Hidden inputs for what a form leaves as it is in the address. */
export const KeptInputs = ({ url, fields }: { url: string; fields: readonly string[] }) =>
  keptParams(url, fields).map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
