import { isObject } from "@/lib/edgar/ownership-document";
import { isLocalAccessionNumber, parseAccessionNumber } from "@/lib/record/accession-number";
import { documentNode } from "@/paper/form/document-node";
import { allGroups, type FormField, formFields, formSections, spareFields } from "@/paper/form/form-fields";
import { listAt } from "@/paper/form/form-lists";
import type { PaperReading } from "@/paper/form/paper-reading";
import { correctedReading } from "./corrected-reading";
import type { Correction } from "./correction";
import { type DraftAnswers, INPUTS, type KnownIdentity, type RejectedAnswer } from "./draft-answers";
import { typedAnswer } from "./typed-answer";

/**
 * A person's answers about a form, updated with the inputs of its review. An input that was not changed is no answer; one that
 * was emptied says that the form is blank there.
 * @param reading as read, without corrections
 * @param today the calendar date by EDGAR's clock
 */
export function answeredDraft(
  reading: PaperReading,
  { corrections: before, identity: known }: DraftAnswers,
  inputs: ReadonlyMap<string, string>,
  today: string,
): DraftAnswers {
  const rejected: RejectedAnswer[] = [];
  const corrections = new Map(before.map((correction) => [correction.pointer, correction]));
  const current = correctedReading(reading, before);
  const groups = [formFields(current), spareFields(current)].flatMap(allGroups);
  const shown = groups.flatMap(({ fields }) => fields);
  const confirmed = new Set(
    formSections(formFields(current))
      .filter(({ id }) => id === inputs.get(INPUTS.restIsRight))
      .flatMap(({ groups }) => groups.flatMap(({ fields }) => fields))
      .map(({ pointer }) => pointer)
      .filter((pointer) => current.uncertain.includes(pointer)),
  );
  for (const field of shown) {
    const isRight = inputs.has(INPUTS.right(field.pointer)) || confirmed.has(field.pointer);
    const answer = answerOf(field, inputs, isRight);
    if (answer === null) continue;
    if ("problem" in answer) rejected.push(answer);
    else corrections.set(field.pointer, correctionOf(reading, field.pointer, answer.value));
  }
  for (const pointer of reading.unread) {
    if (listAt(pointer) === null || !inputs.has(INPUTS.right(pointer))) continue;
    corrections.set(pointer, { pointer, asRead: null, value: null });
  }
  for (const { entry, fields } of groups) {
    if (entry === undefined || !inputs.has(INPUTS.takeOut(entry))) continue;
    const asRead = fields.flatMap(({ value }) => value ?? []).join(" ");
    corrections.set(entry, { pointer: entry, asRead, value: null });
  }
  corrections.delete(inputs.get(INPUTS.takeBack) ?? "");
  return {
    corrections: [...corrections.values()].filter((correction) => saysSomething(reading, correction)),
    identity: answeredIdentity(current, known, { inputs, today }, rejected),
    rejected,
  };
}

function answerOf(
  field: FormField,
  inputs: ReadonlyMap<string, string>,
  isRight: boolean,
): { value: string | null } | RejectedAnswer | null {
  const { pointer, type, value } = field;
  if (inputs.has(INPUTS.blank(pointer))) return { value: null };
  const name = INPUTS.value(pointer);
  const typed = inputs.get(name)?.replaceAll("\r\n", "\n").trim();
  const isAsShown = typed === undefined || typed === (value ?? "").trim();
  if (isAsShown) return isRight && value !== null ? { value: filedValue(field) } : null;
  if (typed === "") return { value: null };
  const answer = typedAnswer(type, typed);
  return "value" in answer ? answer : { name, typed, problem: answer.problem };
}

/** The form prints a 5 as V. */
const filedValue = ({ type, value }: FormField): string | null => (type === "early" && value === "V" ? "5" : value);

function correctionOf(reading: PaperReading, pointer: string, value: string | null): Correction {
  const node = documentNode(reading.document, pointer.split("/").slice(1));
  const read = isObject(node) ? node.value : node;
  return { pointer, asRead: typeof read === "string" ? read : null, value };
}

/** There is nothing to keep if the value is again what was read with certainty. */
const saysSomething = ({ unread, uncertain }: PaperReading, { pointer, asRead, value }: Correction): boolean =>
  asRead !== value || unread.includes(pointer) || uncertain.includes(pointer);

function answeredIdentity(
  { document }: PaperReading,
  known: KnownIdentity,
  { inputs, today }: { inputs: ReadonlyMap<string, string>; today: string },
  rejected: RejectedAnswer[],
): KnownIdentity {
  const ask = <T extends string>(
    name: string,
    before: T | null,
    read: (typed: string) => T | null,
    problem: string,
  ) => {
    const typed = inputs.get(name)?.trim();
    if (typed === undefined) return before;
    if (typed === "") return null;
    const value = read(typed);
    if (value === null) rejected.push({ name, typed, problem: `“${typed.slice(0, 60)}” ${problem}` });
    return value;
  };
  const typedAs = (type: "cik" | "date") => (typed: string) => {
    const answer = typedAnswer(type, typed);
    return "value" in answer ? answer.value : null;
  };
  const cik = (name: string, before: string | null) =>
    ask(name, before, typedAs("cik"), "is not a CIK. A CIK is a number of up to ten digits.");
  return {
    issuer: cik(INPUTS.issuer, known.issuer),
    owners: document.reportingOwner.map((_, index) => cik(INPUTS.owner(index), known.owners[index] ?? null)),
    accessionNumber: ask(
      INPUTS.accessionNumber,
      known.accessionNumber,
      filedNumber,
      "is not an accession number, such as 0001365555-13-000042.",
    ),
    filingDate: ask(
      INPUTS.filingDate,
      known.filingDate,
      (typed) => pastDay(typedAs("date")(typed), today),
      "is not a date up to today. Enter it as 07/15/2013 or 2013-07-15.",
    ),
  };
}

/** No filing date can be in the future. Days are those of EDGAR's clock. */
const pastDay = (date: string | null, today: string) => (date !== null && date <= today ? date : null);

/** Only EDGAR's numbers. Numbers of ours are assigned, and never typed. */
const filedNumber = (typed: string) => (isLocalAccessionNumber(typed) ? null : parseAccessionNumber(typed));
