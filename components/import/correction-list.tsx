import type { Correction } from "@/paper/drafts/correction";
import { allGroups, type FormFields } from "@/paper/form/form-fields";
import { FORM_LISTS, listAt } from "@/paper/form/form-lists";
import { fieldAnchor } from "./field-anchor";
import { printed } from "./field-value";
import { TakeBack } from "./take-back";

/** Values corrected by hand, with what was read there. Each correction can be undone. */
export const CorrectionList = ({
  fields,
  corrections,
}: {
  fields: FormFields;
  corrections: ReadonlyMap<string, Correction>;
}) => {
  const said = allGroups(fields).flatMap(({ title, fields }) =>
    fields.flatMap((field) => {
      const correction = corrections.get(field.pointer);
      return correction ? [{ title, field, correction }] : [];
    }),
  );
  const out = allGroups(fields).flatMap(({ entry, title }) =>
    entry !== undefined && corrections.has(entry) ? [{ entry, title }] : [],
  );
  const complete = [...corrections.keys()].flatMap((pointer) => {
    const list = listAt(pointer);
    return list === null ? [] : [{ pointer, name: FORM_LISTS[list] }];
  });
  return (
    <ul className="corrections">
      {said.map(({ title, field, correction: { asRead, value } }) => (
        <li key={field.pointer}>
          <a href={`#${fieldAnchor(field.pointer)}`}>
            {title}, {field.label}
          </a>
          <span>
            <span className="muted">read:</span> {inWords(field, asRead) ?? "nothing"}{" "}
            <span className="muted">corrected to:</span> <b>{inWords(field, value) ?? "blank on the form"}</b>
          </span>
          <TakeBack pointer={field.pointer} name={`${field.label}, ${title}`} />
        </li>
      ))}
      {out.map(({ entry, title }) => (
        <li key={entry}>
          <span>{title}</span>
          <b>not on the form</b>
          <TakeBack pointer={entry} name={`“not on the form”: ${title}`} />
        </li>
      ))}
      {complete.map(({ pointer, name }) => (
        <li key={pointer}>
          <span>{name}</span>
          <b>complete</b>
          <TakeBack pointer={pointer} name={`“complete”: ${name}`} />
        </li>
      ))}
    </ul>
  );
};

const inWords = (field: Parameters<typeof printed>[0], value: string | null) => printed({ ...field, value });
