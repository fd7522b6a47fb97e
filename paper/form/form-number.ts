import type { PrintedForm } from "./printed-form";

const ALONE = /(?:^|\s{2,})(?:SEC )?FORM\s+([345])(?:\/A)?(?=\s{2,}|$)/i;

/**
 * The number after FORM, apart from the text beside it, or the one that the form's title implies. `number` finds it where lines
 * have run together.
 */
export function formNumber(lines: string[], number: RegExp = ALONE): PrintedForm["form"] {
  for (const line of lines) {
    const [, found] = number.exec(line.trim()) ?? [];
    if (found === "3" || found === "4" || found === "5") return found;
  }
  const title = lines.map((line) => line.trim()).join(" ");
  if (/INITIAL\s+STATEMENT\s+OF\s+BENEF/i.test(title)) return "3";
  if (/ANNUAL\s+STATEMENT\s+OF\s+CHANGES/i.test(title)) return "5";
  return /STATEMENT\s+OF\s+(?:CHANGES\s+IN\s+)?BENEF/i.test(title) ? "4" : null;
}
