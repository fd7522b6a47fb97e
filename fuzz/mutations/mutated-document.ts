import fc from "fast-check";
import { validDocument } from "@/fuzz/documents/valid-document";
import { writeDocument } from "@/fuzz/documents/writing";
import type { ValidDocument } from "@/fuzz/documents/written-document";
import { type HandedFile, HEAVY, MUTATION_NAMES, MUTATIONS, type MutationName } from "@/fuzz/mutations/mutations";
import { diceOf } from "@/testing/dice";

export type MutatedDocument = { document: ValidDocument; mutations: { name: MutationName; seed: number }[] };

const plain = MUTATION_NAMES.filter((name) => !HEAVY.has(name));

const mutationName: fc.Arbitrary<MutationName> = fc.oneof(
  { withCrossShrink: true },
  { weight: 60, arbitrary: fc.constantFrom(...plain) },
  { weight: 1, arbitrary: fc.constantFrom(...HEAVY) },
);

/** A valid document with one to three faults. */
export const mutatedDocument: fc.Arbitrary<MutatedDocument> = fc.record({
  document: validDocument,
  mutations: fc.array(fc.record({ name: mutationName, seed: fc.nat() }), { minLength: 1, maxLength: 3 }),
});

/** @param serial makes its name and number different from those of others */
export function writeMutated({ document, mutations }: MutatedDocument, serial: number): HandedFile {
  const written: HandedFile = writeDocument(document, serial);
  return mutations.reduce((file, { name, seed }) => MUTATIONS[name](file, diceOf(seed)), written);
}
