import { allGroups, type FormField, type FormFields } from "@/lib/paper/form-fields";
import type { PaperReading } from "@/lib/paper/paper-reading";
import type { Place } from "@/lib/paper/printed-form";

/** A field that a reader is asked about. */
export type FieldQuestion = {
  field: FormField;
  /** `Table I, row 2`. */
  where: string;
  state: "unread" | "uncertain";
  reason: string | null;
  places: Place[];
};

export type OpenQuestions = {
  /** In the form's order. */
  fields: FieldQuestion[];
  /** Parts of the form that were not found at all: there is nothing to type into. */
  parts: string[];
  contradicted: PaperReading["checks"];
  /** Texts that no column could be given, and what else a reader should know of the source. */
  problems: PaperReading["problems"];
};

/** What of a form as read only a person can settle. */
export function openQuestions(reading: PaperReading, fields: FormFields): OpenQuestions {
  const unread = new Set(reading.unread);
  const uncertain = new Set(reading.uncertain);
  const asked = allGroups(fields).flatMap(({ title, fields }) =>
    fields.flatMap((field): FieldQuestion[] => {
      const { pointer } = field;
      if (!unread.has(pointer) && !uncertain.has(pointer)) return [];
      return [
        {
          field,
          where: title,
          state: unread.has(pointer) ? "unread" : "uncertain",
          reason: reading.doubts[pointer] ?? null,
          places: reading.places[pointer] ?? rowPlaces(reading, pointer),
        },
      ];
    }),
  );
  const answerable = new Set(allGroups(fields).flatMap(({ fields }) => fields.map(({ pointer }) => pointer)));
  return {
    fields: asked,
    parts: reading.unread.filter((pointer) => !answerable.has(pointer)).map((pointer) => PARTS[pointer] ?? pointer),
    contradicted: reading.checks.filter(({ outcome }) => outcome === "contradicted"),
    problems: reading.problems,
  };
}

export const countQuestions = ({ fields, parts, contradicted, problems }: OpenQuestions): number =>
  fields.length + parts.length + contradicted.length + problems.length;

const PARTS: Record<string, string> = {
  "/nonDerivativeTable": "Table I",
  "/derivativeTable": "Table II",
  "/reportingOwner": "The reporting person",
  "/ownerSignature": "The signature",
  "/footnotes": "The explanation of responses",
};

/** What is unread has no place of its own: that of another value of its row shows where to look. */
function rowPlaces({ places }: PaperReading, pointer: string): Place[] {
  const [, row] = /^(\/(?:nonDerivativeTable|derivativeTable|reportingOwner)\/\d+\/)/.exec(pointer) ?? [];
  if (row === undefined) return [];
  const beside = Object.keys(places).find((other) => other.startsWith(row));
  return beside === undefined ? [] : (places[beside]?.slice(0, 1) ?? []);
}
