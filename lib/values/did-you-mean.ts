import { likeness } from "@/lib/values/likeness";

/** "Appel" is 0.6 like "Apple". */
const LEAST_LIKENESS = 0.6;
const MOST_NAMED = 20;

/** What to say after "There is no … named …": the known name that is most like the one that was typed, and all of them. */
export function didYouMean(typed: string, known: readonly string[]): string {
  if (known.length === 0) return "There are none.";
  const [nearest] = known
    .map((name) => ({ name, like: likeness(name.toLowerCase(), typed.toLowerCase()) }))
    .filter(({ like }) => like >= LEAST_LIKENESS)
    .sort((a, b) => b.like - a.like);
  const named = known.slice(0, MOST_NAMED).map((name) => `"${name}"`);
  const more = known.length - named.length;
  return [
    ...(nearest ? [`Did you mean "${nearest.name}"?`] : []),
    `Known: ${named.join(", ")}${more > 0 ? ` and ${more.toLocaleString("en-US")} more` : ""}.`,
  ].join(" ");
}
