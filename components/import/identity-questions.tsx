import { NameFindings } from "@/components/source/name-findings";
import { type DraftAnswers, INPUTS, type RejectedAnswer } from "@/paper/drafts/draft-answers";
import type { NameFinding } from "@/paper/parties/name-finding";
import { inputId } from "./field-anchor";
import { TypedInput } from "./typed-input";

type IdentityQuestionsProps = {
  identity: DraftAnswers["identity"];
  issuer: { name: string | null; cik: string | null };
  /** In the order of the form, with the CIKs found in the source. */
  owners: { name: string | null; cik: string | null }[];
  /** Whose names these are or may be. */
  names: NameFinding[];
  /** As far as it is known from the source or the file name. */
  accessionNumber: string | null;
  rejected: ReadonlyMap<string, RejectedAnswer>;
};

/** Asks for what a paper form does not print but the reader may know. All answers are optional. */
export const IdentityQuestions = ({
  identity,
  issuer,
  owners,
  names,
  accessionNumber,
  rejected,
}: IdentityQuestionsProps) => {
  const asked = [
    {
      name: INPUTS.issuer,
      label: `CIK of ${issuer.name ?? "the issuer"}`,
      value: identity.issuer ?? issuer.cik,
      hint: "1365555",
      of: "/issuer",
    },
    ...owners.map(({ name, cik }, index) => ({
      name: INPUTS.owner(index),
      label: `CIK of ${name ?? "the reporting person"}`,
      value: identity.owners[index] ?? cik,
      hint: "1494730",
      of: `/reportingOwner/${index}`,
    })),
    {
      name: INPUTS.accessionNumber,
      label: "Accession number",
      value: identity.accessionNumber ?? accessionNumber,
      hint: "0001365555-13-000042",
      of: null,
    },
    { name: INPUTS.filingDate, label: "Filing date", value: identity.filingDate, hint: "07/17/2013", of: null },
  ];
  return (
    <ul className="questions">
      {asked.map(({ name, label, value, hint, of }) => (
        <li key={name}>
          <label className="question-name" htmlFor={inputId(name)}>
            {label}
          </label>
          <div className="question-source">
            {of !== null && names.some(({ pointer }) => pointer === of) ? (
              <>
                <NameFindings names={names} of={of} />
                {names.some(({ pointer, outcome }) => pointer === of && outcome === "known") && (
                  <p className="under">Leave this empty to use the CIK we found.</p>
                )}
              </>
            ) : (
              <p className="under">{value === null ? "Not known" : "As the file states or you enter"}</p>
            )}
          </div>
          <div className="answer">
            <TypedInput name={name} label={label} value={value} hint={hint} rejected={rejected.get(name)} />
          </div>
        </li>
      ))}
    </ul>
  );
};
