import { FootnoteMarkers } from "@/components/notes/footnote-markers";
import { ReadValue, UnreadValue } from "@/components/source/read-value";
import { CodeChip } from "@/components/ui/code-chip";
import { Missing } from "@/components/ui/missing";
import { RowList } from "@/components/ui/row-list";
import { describeCovers, planDays } from "@/lib/headlines/describe-trade";
import { transactionCode } from "@/lib/record/transaction-codes";
import { FiledValue } from "./filed-value";
import { type FormRow, isStated } from "./form-row";

/** Column 3 of Table I, 4 of Table II: the code with its footnotes, and what the form prints beside it. */
export const CodeCell = ({ of, form }: { of: FormRow; form: string }) => {
  const { row, underPlan, hasExercisePrice, otherSide } = of;
  const code = row.transactionCode;
  const { trade } = of.derived;
  const covers = describeCovers(trade?.covers ?? []);
  const unusual = unusualFormType(row.transactionFormType, row.kind, form);
  return (
    <>
      <span className="with-notes">
        {code !== null ? (
          <ReadValue mark={of.marks.get("transactionCode")} isLink>
            <CodeChip
              code={code}
              hasExercisePrice={hasExercisePrice}
              underPlan={underPlan}
              planDays={planDays(trade?.plan?.adoptedOn ?? null, row.transactionDate.value)}
            />
          </ReadValue>
        ) : of.unread.has("transactionCode") ? (
          <UnreadValue mark={of.marks.get("transactionCode")} />
        ) : row.kind === "holding" ? (
          <span className="muted">Holding</span>
        ) : (
          <Missing />
        )}
        {row.equitySwapInvolved && (
          <span className="tag" title="Printed on the form as K next to the code: an equity swap or similar instrument">
            <b>K</b> equity swap
          </span>
        )}
        <FootnoteMarkers
          accessionNumber={row.accessionNumber}
          row={of.id}
          footnotes={[...new Set(row.transactionCodingFootnotes)]}
          isHere
        />
      </span>
      {code !== null && <span className="under">{qualifierOf(code)}</span>}
      {covers !== null && <span className="under">{covers}</span>}
      {otherSide && (
        <span className="under">
          {sideSays(of)} <RowList rows={otherSide.rows} last={otherSide.kind === "exercise" ? "and" : "or"} />
        </span>
      )}
      {unusual && <span className="under">{unusual}</span>}
      {form !== "4" && isStated(of, "timeliness") && (
        <span className="under">
          timeliness <FiledValue of={of} name="timeliness" />
          {row.timeliness.value === "L" && " (late)"}
          {row.timeliness.value === "E" && " (early)"}
        </span>
      )}
    </>
  );
};

/** The chip of code M already says exercise or conversion, so only the rule is left to add. */
const qualifierOf = (code: string): string => {
  const known = transactionCode(code);
  if (!known) return "not a code on this form";
  return code === "M" && known.rule ? `exempt, ${known.rule}` : known.qualifier;
};

/** How the rows listed after it relate to this row. */
function sideSays({ row, otherSide, hasExercisePrice }: FormRow): string {
  const gives = row.acquiredDisposedCode.value === "D";
  if (otherSide?.kind === "transfer") return gives ? "transferred to" : "transferred from";
  if (otherSide?.kind === "conversion") return gives ? "into" : "from";
  if (row.tableNumber === "I") return "from";
  const isOption = hasExercisePrice && /\boptions?\b/i.test(row.securityTitle.value ?? "");
  return isOption ? "option side of" : "derivative side of";
}

/** Says that a row belonged on another form. Form 4 shows this in column V. */
function unusualFormType(formType: string | null, kind: FormRow["row"]["kind"], form: string): string | null {
  if (formType === null || formType === form || form === "4") return null;
  return `a Form ${formType} ${kind}, reported on Form ${form}`;
}
