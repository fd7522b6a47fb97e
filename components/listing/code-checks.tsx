import { Mark } from "@/components/ui/mark";
import { codeGroups, markFill, transactionCodes } from "@/lib/record/transaction-codes";

/** Checkboxes for all transaction codes, with their meanings, by group. */
export const CodeChecks = ({ checked }: { checked: string[] }) => (
  <>
    {codeGroups.map(({ group, label }) => (
      <fieldset key={group}>
        <legend>{label}</legend>
        {transactionCodes
          .filter((code) => code.group === group)
          .map(({ code, word, qualifier }) => (
            <label key={code} className="check">
              <input type="checkbox" name="code" value={code} defaultChecked={checked.includes(code)} />
              <Mark group={group} fill={markFill(group, false)} />
              <b className="id">{code}</b>
              {word} <span className="muted">{qualifier}</span>
            </label>
          ))}
      </fieldset>
    ))}
  </>
);
