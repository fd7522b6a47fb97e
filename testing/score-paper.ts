import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import type { PaperReading } from "@/paper/form/paper-reading";
import { printedCells } from "./printed-cells";

export type Verdict =
  /** As printed, or reported as unread if the page no longer shows it. */
  | "right"
  /** Another value, not marked as uncertain. */
  | "wrong"
  /** Another value, marked as uncertain. */
  | "wrong, uncertain"
  /** Reported as unread, although the page shows it. */
  | "unread"
  /** Missing, and not reported as unread. */
  | "missed"
  /** A value where the page has none. */
  | "invented";

export type CellScore = { cell: string; verdict: Verdict; was: string; read: string };

/** Damage to a source, as listed in the corpus's `damage.json`. */
export type Damage = { path: string; now: "readable" | "altered" | "unreadable"; shown?: unknown };

/** Cells that this kind of source never shows, so they are not scored. */
export type NotAsked = (cell: string) => boolean;

/** Compares a reading with the XML of the same filing, cell by cell. */
export function scorePaper(
  truth: OwnershipDocument,
  { document, unread, uncertain }: Pick<PaperReading, "document" | "unread" | "uncertain">,
  damage: Damage[],
  isNotAsked: NotAsked,
): CellScore[] {
  const said = printedCells(truth);
  const read = printedCells(document);
  const unreadAt = new Set(unread);
  const uncertainAt = new Set(uncertain);
  // If a table or row could not be found, all of it is unread.
  const isUnread = (pointers: string[]) =>
    pointers.some((pointer) => prefixes(pointer).some((prefix) => unreadAt.has(prefix)));
  const scores: CellScore[] = [];
  for (const cell of new Set([...said.keys(), ...read.keys()])) {
    if (isNotAsked(cell)) continue;
    const was = said.get(cell);
    const is = read.get(cell);
    const harm = damage.find(({ path }) => covers(path, cell));
    const pointers = [...(is?.pointers ?? []), ...(was?.pointers ?? [])];
    scores.push({ cell, was: was?.value ?? "", read: is?.value ?? "", verdict: verdictOf() });

    function verdictOf(): Verdict {
      if (is && was && isSame(cell, was.value, is.value)) return harm?.now === "unreadable" ? "invented" : "right";
      if (!is) {
        if (harm && harm.now !== "readable") return "right";
        return isUnread(pointers) ? "unread" : "missed";
      }
      if (harm?.now === "altered") return "right";
      if (harm?.now === "unreadable") return "invented";
      if (!was) return "invented";
      return pointers.some((pointer) => uncertainAt.has(pointer)) ? "wrong, uncertain" : "wrong";
    }
  }
  return scores;
}

const isSame = (cell: string, was: string, read: string) =>
  was === read || (cell.endsWith(".state") && was.split("|").includes(read));

function prefixes(pointer: string): string[] {
  const parts = pointer.split("/").slice(1).filter(Boolean);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`);
}

/** `nonDerivativeTable[2]` covers its whole row, `….footnotes` only the marks. */
function covers(path: string, cell: string): boolean {
  if (path === cell) return true;
  return /\]$/.test(path) && cell.startsWith(`${path}.`);
}
