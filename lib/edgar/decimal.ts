import Big from "big.js";

const spelling = /^[+-]?(\d+(,\d{3})*(\.\d*)?|\.\d+)$/;

/** A decimal as filed (`.5`, `+5`, `1,000`, `13200.5000`), exact; `null` for what is missing or no plain decimal. */
export const parseDecimal = (text: string | null): Big | null => {
  const trimmed = text?.trim() ?? "";
  if (!spelling.test(trimmed)) return null;
  return new Big(trimmed.replaceAll(",", "").replace(/^\+/, "").replace(/\.$/, ""));
};
