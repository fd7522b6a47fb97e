import fc from "fast-check";
import {
  type DocumentPart,
  type DocumentSchema,
  FORMS,
  type Form,
  LONGEST_FOOTNOTE,
  LONGEST_REMARKS,
  MOST_FOOTNOTES,
  MOST_OWNERS,
  MOST_ROWS,
  schemaOf,
  VERSIONS,
  type Version,
} from "@/fuzz/documents/schema";
import { anyDay, valuesOf } from "@/fuzz/documents/values";
import { writing } from "@/fuzz/documents/writing";
import type { HeaderFacts, ValidDocument, XmlNode } from "@/fuzz/documents/written-document";

/** Each footnote reference is drawn as a number, and becomes an id of the document's own notes when these are known. */
type Draft = { name: string; text?: string; notes?: number[]; mayBeNotes?: boolean; children?: Draft[] };

const references = fc.oneof(
  { withCrossShrink: true },
  { weight: 14, arbitrary: fc.constant<number[]>([]) },
  { weight: 8, arbitrary: fc.array(fc.nat(98), { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.nat(98), { maxLength: 98, size: "max" }) },
);
const someReferences = fc.array(fc.nat(98), { minLength: 1, maxLength: 3 });

function draftOf(part: DocumentPart): fc.Arbitrary<Draft[]> {
  const one = draftOfOne(part);
  return part.optional ? fc.oneof({ withCrossShrink: true }, fc.constant<Draft[]>([]), one) : one;
}

function draftOfOne(part: DocumentPart): fc.Arbitrary<Draft[]> {
  switch (part.is) {
    case "leaf":
      return valuesOf(part.value).map((text) => [{ name: part.name, text }]);
    case "field":
      return fieldOf(part).map((draft) => [draft]);
    case "either":
      return fc.oneof(...part.of.map(draftOfOne));
    case "group":
      return fc
        .tuple(sequenceOf(part.parts), part.hasNotes ? references : fc.constant<number[]>([]))
        .map(([children, notes]) => [{ name: part.name, children, notes }]);
  }
}

const sequenceOf = (parts: readonly DocumentPart[]): fc.Arbitrary<Draft[]> =>
  fc.tuple(...parts.map(draftOf)).map((drafts) => drafts.flat());

function fieldOf({ name, value, notes }: Extract<DocumentPart, { is: "field" }>): fc.Arbitrary<Draft> {
  const alone = valuesOf(value).map((text): Draft => ({ name, children: [{ name: "value", text }] }));
  const withNotes = fc.tuple(alone, references).map(([draft, notes]): Draft => ({ ...draft, notes }));
  const notesAlone = fc
    .tuple(alone, someReferences)
    .map(([draft, notes]): Draft => ({ ...draft, notes, mayBeNotes: true }));
  const nothing = fc.constant<Draft>({ name });
  switch (notes) {
    case "none":
      return alone;
    case "optional value":
      return fc.oneof(alone, nothing);
    case "beside":
      return withNotes;
    case "instead":
      return fc.oneof(withNotes, notesAlone);
    case "free":
      return fc.oneof(nothing, withNotes, notesAlone);
  }
}

/** Mostly few, sometimes as many as the form allows. */
const several = <T>(item: fc.Arbitrary<T>, least: number, most: number) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 19, arbitrary: fc.array(item, { minLength: least, maxLength: Math.min(most, least + 3) }) },
    { weight: 1, arbitrary: fc.array(item, { minLength: least, maxLength: most, size: "max" }) },
  );

const footnoteIds = fc.oneof(
  { withCrossShrink: true },
  { weight: 9, arbitrary: fc.nat(6).map((count) => Array.from({ length: count }, (_, i) => i + 1)) },
  {
    weight: 1,
    arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: MOST_FOOTNOTES }), { maxLength: MOST_FOOTNOTES, size: "max" }),
  },
);
const footnotes = footnoteIds.chain((ids) =>
  fc.tuple(
    fc.constant(ids),
    fc.array(valuesOf({ is: "text", shortest: 0, longest: LONGEST_FOOTNOTE }), {
      minLength: ids.length,
      maxLength: ids.length,
    }),
  ),
);

const flag = (oneIn: number) =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

const header: fc.Arbitrary<HeaderFacts | null> = fc.option(
  fc.record({
    filingDate: anyDay.filter((text) => text >= "1990" && text < "2100"),
    time: fc.record({ hour: fc.integer({ min: 6, max: 22 }), minute: fc.nat(59), second: fc.nat(59) }).map((parts) =>
      Object.values(parts)
        .map((number) => String(number).padStart(2, "0"))
        .join(""),
    ),
  }),
  { freq: 3 },
);

function documentOf(form: Form, version: Version): fc.Arbitrary<ValidDocument> {
  const schema = schemaOf(form, version);
  return fc
    .record({
      isVersionStated: flag(20).map((isLeftOut) => !isLeftOut),
      head: sequenceOf(schema.head),
      isInside: fc.boolean(),
      issuer: draftOf(schema.issuer),
      owners: several(draftOf(schema.owner), 1, MOST_OWNERS),
      plan: schema.plan ? draftOf(schema.plan) : fc.constant<Draft[]>([]),
      tables: fc.tuple(...schema.tables.map(tableOf)),
      footnotes,
      hasFootnotes: fc.boolean(),
      remarks: fc.option(valuesOf({ is: "text", shortest: 0, longest: LONGEST_REMARKS })),
      signatures: several(draftOf(schema.signature), 1, MOST_OWNERS),
      writing,
      header,
      isNumbered: flag(8).map((isNot) => !isNot),
    })
    .map(({ writing, header, isNumbered, ...drafts }) => ({
      form,
      version,
      root: rootOf(form, version, schema, drafts),
      writing,
      header,
      isNumbered,
    }));
}

const tableOf = ({ name, rows }: DocumentSchema["tables"][number]): fc.Arbitrary<Draft[]> => {
  const filled = several(fc.oneof(...rows.map(draftOf)), 0, MOST_ROWS).map((drafts) => drafts.flat());
  if (name === null) return filled;
  return fc.option(filled).map((children) => (children === null ? [] : [{ name, children }]));
};

type Drafts = {
  isVersionStated: boolean;
  head: Draft[];
  isInside: boolean;
  issuer: Draft[];
  owners: Draft[][];
  plan: Draft[];
  tables: Draft[][];
  footnotes: [ids: number[], texts: string[]];
  hasFootnotes: boolean;
  remarks: string | null;
  signatures: Draft[][];
};

function rootOf(form: Form, version: Version, { inDocumentType }: DocumentSchema, drafts: Drafts): XmlNode {
  const [numbers, texts] = drafts.footnotes;
  const ids = numbers.map((number) => `F${number}`);
  const finished = (drafts: Draft[]) => drafts.map((draft) => finish(draft, ids));
  const inside = drafts.isInside ? drafts.head.filter(({ name }) => name === inDocumentType) : [];
  const notes = ids.map((id, index) => ({ name: "footnote", id, text: texts[index] ?? "" }));
  return {
    name: "ownershipDocument",
    children: [
      ...(drafts.isVersionStated ? [{ name: "schemaVersion", text: version }] : []),
      { name: "documentType", text: form, children: finished(inside) },
      ...finished(drafts.head.filter((draft) => !inside.includes(draft))),
      ...finished(drafts.issuer),
      ...finished(drafts.owners.flat()),
      ...finished(drafts.plan),
      ...finished(drafts.tables.flat()),
      ...(notes.length > 0 || drafts.hasFootnotes ? [{ name: "footnotes", children: notes }] : []),
      ...(drafts.remarks === null ? [] : [{ name: "remarks", text: drafts.remarks }]),
      ...finished(drafts.signatures.flat()),
    ],
  };
}

function finish({ name, text, notes = [], mayBeNotes = false, children = [] }: Draft, ids: string[]): XmlNode {
  const cited = ids.length === 0 ? [] : notes.map((number) => ids[number % ids.length] ?? "");
  // If there is no note to cite, a field that could have only notes gets a value.
  const inner = mayBeNotes && cited.length > 0 ? [] : children;
  return {
    name,
    text,
    children: [...inner.map((child) => finish(child, ids)), ...cited.map((id) => ({ name: "footnoteId", id }))],
  };
}

/** Documents that the ownership schema allows: each form, each version, each element, each place of a footnote. */
export const validDocument: fc.Arbitrary<ValidDocument> = fc.oneof(
  ...FORMS.flatMap((form) => {
    const versions = VERSIONS[form[0] as "3" | "4" | "5"];
    return versions.map((version) => documentOf(form, version));
  }),
);
