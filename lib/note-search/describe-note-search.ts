import { describeWords } from "@/lib/footnotes/describe-words";
import { FACT_GROUPS } from "@/lib/footnotes/fact-groups";
import { FACT_VALUES, type FactKind } from "@/lib/footnotes/fact-kinds";
import { FACT_NAMES } from "@/lib/footnotes/fact-names";
import { type Count, describeCount } from "@/lib/values/counts";
import { upperFirst } from "@/lib/values/upper-first";
import type { NoteSearch } from "./note-search";

type Asked = Pick<NoteSearch, "q" | "facts">;

const FACTS = new Map(FACT_GROUPS.flatMap(({ facts }) => facts.map((fact) => [fact.name, fact] as const)));

/** "give a price range", "mention a gift (to a charity)"; for one note "gives a price range". */
function statedBy({ key, value }: FactKind, ofOne: boolean): string {
  const name = FACT_NAMES.find((known) => known.key === key)?.name;
  const { verb, what } = (name && FACTS.get(name)) ?? { verb: "state", what: key };
  const which = value === null ? "" : ` (${FACT_VALUES[key]?.[value] ?? value})`;
  return `${verb}${ofOne ? "s" : ""} ${what}${which}`;
}

/** What the notes in a search result do: "contain “vest…” and give a price range". Empty if any note matches. */
export function describeAsked({ q, facts }: Asked, { ofOne = false } = {}): string {
  const words = describeWords(q);
  const said =
    words === null ? (q === "" ? [] : [`match${ofOne ? "es" : ""} “${q}”`]) : [`contain${ofOne ? "s" : ""} ${words}`];
  const stated = facts.map((kind) => statedBy(kind, ofOne));
  const either = stated.length < 2 ? stated.join("") : `${stated.slice(0, -1).join(", ")} or ${stated.at(-1)}`;
  if (said.length === 0 || stated.length === 0) return [...said, either].filter((part) => part !== "").join("");
  return `${said.join("")}${stated.length > 1 ? ", and" : " and"} ${either}`;
}

/** The result as a sentence: "1,204 footnotes contain “weighted average”, filed June 9–12, 2025". */
export function noteHeadline(asked: Asked, filterWords: string, count: Count): string {
  const isOne = count.count === 1 || count.count === 0;
  const counted = count.count === 0 ? "No footnote" : describeCount(count, "footnote");
  const does = describeAsked(asked, { ofOne: isOne });
  const found = does === "" ? counted : `${counted} ${does}`;
  const sentence = filterWords === "" ? found : `${found}${does === "" ? ":" : ","} ${filterWords}`;
  return upperFirst(sentence);
}

/** A search as the title of its page: "Footnotes that contain “weighted average”, code S". */
export function noteSearchTitle(asked: Asked, filterWords: string): string {
  const does = describeAsked(asked);
  const words = [does === "" ? null : `that ${does}`, filterWords === "" ? null : filterWords].filter(
    (part) => part !== null,
  );
  if (words.length === 0) return "Footnotes";
  return `Footnotes${does === "" ? ": " : " "}${words.join(", ")}`;
}
