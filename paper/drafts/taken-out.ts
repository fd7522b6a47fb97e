import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import { checksOf } from "@/paper/checks/checks-of";
import type { PaperReading } from "@/paper/form/paper-reading";
import type { Correction } from "./correction";
import type { KnownIdentity } from "./draft-answers";

const ENTRY = /^\/(reportingOwner|nonDerivativeTable|derivativeTable|ownerSignature)\/(\d+)(?=\/|$)/;

/** Whether a JSON Pointer is to a whole row, owner or signature. A correction of one says that it is not on the form. */
export const isEntry = (pointer: string): boolean => ENTRY.exec(pointer)?.[0] === pointer;

/** Whether a pointer leads into such an entry. */
export const isTakenOut = (pointer: string, corrections: readonly Pick<Correction, "pointer">[]): boolean => {
  const [entry] = ENTRY.exec(pointer) ?? [];
  return entry !== undefined && corrections.some((correction) => correction.pointer === entry);
};

type Answered = { reading: PaperReading; corrections: Correction[]; identity: KnownIdentity };

/**
 * A reading as it is stored: without entries that are not on the form, and with all pointers renumbered. A problem reports each
 * removed entry, with what was read there.
 */
export function withoutTakenOut({ reading, corrections, identity }: Answered): Answered {
  const out = corrections.filter(({ pointer }) => isEntry(pointer));
  if (out.length === 0) return { reading, corrections, identity };
  const isOut = (list: string, index: number) => out.some(({ pointer }) => pointer === `/${list}/${index}`);
  const kept = <T>(list: string, entries: readonly T[]): T[] => entries.filter((_, index) => !isOut(list, index));

  const rows = (list: "nonDerivativeTable" | "derivativeTable") =>
    kept(list, reading.document[list]).map((row, index) => ({ ...row, line: index + 1 }));
  const document: OwnershipDocument = {
    ...reading.document,
    reportingOwner: kept("reportingOwner", reading.document.reportingOwner),
    nonDerivativeTable: rows("nonDerivativeTable"),
    derivativeTable: rows("derivativeTable"),
    ownerSignature: kept("ownerSignature", reading.document.ownerSignature),
  };
  const moved = (pointer: string): string[] => {
    const [entry, list = "", index] = ENTRY.exec(pointer) ?? [];
    if (entry === undefined) return [pointer];
    if (isOut(list, Number(index))) return [];
    const before = out.filter(
      (one) => ENTRY.exec(one.pointer)?.[1] === list && Number(ENTRY.exec(one.pointer)?.[2]) < Number(index),
    );
    return [`/${list}/${Number(index) - before.length}${pointer.slice(entry.length)}`];
  };
  const movedKeys = <T>(byPointer: Record<string, T>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(byPointer).flatMap(([pointer, value]) => moved(pointer).map((to) => [to, value])),
    );

  return {
    reading: {
      ...reading,
      document,
      unread: reading.unread.flatMap(moved),
      uncertain: reading.uncertain.flatMap(moved),
      checks: checksOf(document),
      places: movedKeys(reading.places),
      doubts: movedKeys(reading.doubts),
      problems: [
        ...reading.problems.map((problem) => ({
          ...problem,
          pointer: problem.pointer === null ? null : (moved(problem.pointer)[0] ?? null),
        })),
        ...out.map(({ asRead }) => ({
          pointer: null,
          place: null,
          message: `Removed by hand because it is not on the form: “${asRead ?? ""}”`,
        })),
      ],
    },
    corrections: corrections.flatMap((correction) =>
      moved(correction.pointer).map((pointer) => ({ ...correction, pointer })),
    ),
    identity: { ...identity, owners: kept("reportingOwner", identity.owners) },
  };
}
