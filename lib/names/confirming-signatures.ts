import { compareText } from "@/lib/values/compare-text";
import { readingName } from "./names";

/**
 * The spellings among signatures that confirm how a name is read: the most frequent first, those in capitals last.
 * @param names all names that one owner filed under
 */
export function confirmingSignatures(names: readonly string[], signatures: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const signature of signatures) times.set(signature, (times.get(signature) ?? 0) + 1);
  const filedAs = [...new Set(names)];
  return Array.from(times)
    .filter(([spelling]) => filedAs.some((name) => readingName(name, [spelling]) !== null))
    .sort(([a, n], [b, m]) => Number(isInCapitals(a)) - Number(isInCapitals(b)) || m - n || compareText(a, b))
    .map(([spelling]) => spelling);
}

export const isInCapitals = (name: string) => name === name.toUpperCase();
