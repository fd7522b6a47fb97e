import { allGroups, type FormField, type FormFields, formSections } from "@/paper/form/form-fields";
import { FORM_LISTS, type FormListName, isFormList, listAt } from "@/paper/form/form-lists";
import type { PaperReading } from "@/paper/form/paper-reading";
import type { Place } from "@/paper/form/printed-form";

/** A field that a person is asked about. */
type FieldQuestion = {
  field: FormField;
  /** `Table I, row 2`. */
  where: string;
  state: "unread" | "uncertain";
  reason: string | null;
  places: Place[];
};

/** The questions about one part of the form. */
export type QuestionSection = {
  id: string;
  title: string;
  questions: FieldQuestion[];
  /** How many are uncertain values, which a person can confirm as read. */
  confirmable: number;
};

/** An open question that is not a field, as a sentence: a table that was not found, or whether a row is a trade. */
type PartQuestion = {
  pointer: string;
  /** For a list as a whole: a person may say that it is complete. */
  list: FormListName | null;
  message: string;
};

export type OpenQuestions = {
  /** In the form's order, without sections that raise no question. */
  sections: QuestionSection[];
  parts: PartQuestion[];
  contradicted: PaperReading["checks"];
  /** Texts that could not be assigned to a column, and anything else a reader should know about the source. */
  problems: PaperReading["problems"];
};

/** The questions about a form as read that only a person can settle. */
export function openQuestions(reading: PaperReading, fields: FormFields): OpenQuestions {
  const unread = new Set(reading.unread);
  const uncertain = new Set(reading.uncertain);
  const questionOf = (where: string, field: FormField): FieldQuestion[] => {
    const { pointer } = field;
    if (!unread.has(pointer) && !uncertain.has(pointer)) return [];
    return [
      {
        field,
        where,
        state: unread.has(pointer) ? "unread" : "uncertain",
        reason: reading.doubts[pointer] ?? null,
        places: reading.places[pointer] ?? rowPlaces(reading, pointer),
      },
    ];
  };
  const sections = formSections(fields).map(({ id, title, groups }): QuestionSection => {
    const questions = groups.flatMap((group) => group.fields.flatMap((field) => questionOf(group.title, field)));
    const confirmable = questions.filter(({ state, field }) => state === "uncertain" && field.value !== null).length;
    return { id, title, questions, confirmable };
  });
  const answerable = new Set(allGroups(fields).flatMap(({ fields }) => fields.map(({ pointer }) => pointer)));
  return {
    sections: sections.filter(({ questions }) => questions.length > 0),
    parts: [...reading.unread, ...reading.uncertain]
      .filter((pointer) => !answerable.has(pointer))
      .map((pointer) => partQuestion(reading, pointer)),
    contradicted: reading.checks.filter(({ outcome }) => outcome === "contradicted"),
    problems: reading.problems,
  };
}

export const countQuestions = ({ sections, parts, contradicted, problems }: OpenQuestions): number =>
  sections.reduce((sum, { questions }) => sum + questions.length, 0) +
  parts.length +
  contradicted.length +
  problems.length;

function partQuestion({ document, doubts }: PaperReading, pointer: string): PartQuestion {
  const [, name = "", index] = pointer.split("/");
  const part = isFormList(name) ? FORM_LISTS[name] : name;
  const entry = name.endsWith("Table") ? "row" : "number";
  const where = index === undefined ? part : `${part}, ${entry} ${Number(index) + 1}`;
  const list = listAt(pointer);
  if (list === null || doubts[pointer] !== undefined)
    return { pointer, list, message: `${where}: ${doubts[pointer] ?? "unread"}` };
  return {
    pointer,
    list,
    message:
      document[list].length > 0
        ? `${part}: there may be more than is shown here.`
        : `${part}: we did not find this in the file.`,
  };
}

/** An unread value has no place of its own. The place of another value of its row shows where to look. */
function rowPlaces({ places }: PaperReading, pointer: string): Place[] {
  const [, row] = /^(\/(?:nonDerivativeTable|derivativeTable|reportingOwner)\/\d+\/)/.exec(pointer) ?? [];
  if (row === undefined) return [];
  const beside = Object.keys(places).find((other) => other.startsWith(row));
  return beside === undefined ? [] : (places[beside]?.slice(0, 1) ?? []);
}
